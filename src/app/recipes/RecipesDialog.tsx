import { ArrowLeft, Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, Suspense, use, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { allRecipes, type Recipe } from '../../config/recipes/recipes'
import { useLanguage, useMessages } from '../../i18n/I18n'
import { usePanelMessages } from '../../i18n/panels/use-panel-messages'
import { recipeCatalog } from '../../i18n/recipes/recipe-words'
import { useStore } from '../../state/store-context'
import { Button, IconButton } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Dialog } from '../../ui/Dialog'
import { PartBoundary } from '../../ui/lazy-part'
import { Spinner } from '../../ui/Spinner'
import { TextInput } from '../../ui/TextInput'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { useApp } from '../app-context'
import { useOtherLanguage } from '../search/use-other-language'
import { RecipeComparison } from './RecipeComparison'
import { EmptyDetails, RecipeDetails } from './RecipeDetails'
import { focusChosen, RecipeList } from './RecipeList'
import styles from './RecipesDialog.module.css'
import { findRecipes, groupRecipes } from './recipe-search'

// Asked for as soon as this file is there, so that the dialog opens at once.
recipeCatalog(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en').catch(() => undefined)

const narrow = '(max-width: 760px)'

/** What the right side shows of the chosen recipe; where it is narrow, `list` shows the left side in its place. */
type View = 'list' | 'details' | 'comparison'

/** The gallery: all recipes on the left, the chosen one on the right; one of the two where it is narrow. */
export default function RecipesDialog({ close }: { close: () => void }) {
  const { recipes } = usePanelMessages()
  const { app } = useMessages()
  const { files } = useApp()
  const { file } = useStore().shown().doc
  const [chosen, setChosen] = useState(
    () => allRecipes.find(({ fileName }) => fileName === file.name)?.id ?? 'sd_train',
  )
  const [view, setView] = useState<View>('list')
  const gallery = useRef<HTMLDivElement>(null)
  const recipe = allRecipes.find(({ id }) => id === chosen) ?? null
  const show = (next: View) => {
    // The keyboard is there before the next key.
    flushSync(() => setView(next))
    focusView(gallery, next)
  }
  const start = () => {
    close()
    void files.startFrom(recipe?.id ?? null)
  }
  return (
    <Dialog title={recipes.title} closeLabel={app.close} onClose={close} bare width={1080}>
      <div className={styles.gallery} data-view={view} ref={gallery}>
        <Side
          chosen={chosen}
          choose={(id) => {
            setChosen(id)
            setView('list')
          }}
          open={() => show('details')}
          close={close}
        />
        <Main recipe={recipe} view={view} show={show} start={start} close={close} />
      </div>
    </Dialog>
  )
}

/** The focus goes on where there is something to do: to the list, to the button that starts, or to the text of the right side. */
function focusView({ current }: RefObject<HTMLElement | null>, view: View): void {
  if (current === null) return
  if (view === 'list') focusChosen(current)
  else if (view === 'details' && !matchMedia(narrow).matches)
    current.querySelector<HTMLElement>('[data-start]')?.focus()
  else current.querySelector<HTMLElement>('[data-main]')?.focus()
}

interface SideProps {
  readonly chosen: string
  readonly choose: (id: string) => void
  readonly open: () => void
  readonly close: () => void
}

function Side({ chosen, choose, open, close }: SideProps) {
  const { recipes } = usePanelMessages()
  const { app } = useMessages()
  const [query, setQuery] = useState('')
  const side = useRef<HTMLDivElement>(null)
  const found = useFound(query)
  const toList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    if (side.current !== null) focusChosen(side.current)
  }
  return (
    <div className={styles.side} ref={side}>
      <div className={styles.search}>
        <TextInput
          type="search"
          before={<Search size={14} aria-hidden />}
          placeholder={recipes.search}
          aria-label={recipes.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={toList}
          data-autofocus
        />
        <IconButton
          className={styles.onlyNarrow}
          label={app.close}
          icon={<X size={16} />}
          size="small"
          onClick={close}
        />
      </div>
      <VisuallyHidden>
        <span role="status">{found.length === 0 ? recipes.none : recipes.found(found.length)}</span>
      </VisuallyHidden>
      <RecipeList groups={groupRecipes(found)} chosen={chosen} choose={choose} open={open} />
    </div>
  )
}

/** The recipes that a query finds in the words of either language. */
function useFound(query: string): Recipe[] {
  const own = use(recipeCatalog(useLanguage()))
  const other = useOtherLanguage(query, recipeCatalog) ?? own
  return useMemo(() => findRecipes(allRecipes, query, [own, other]), [query, own, other])
}

interface MainProps {
  readonly recipe: Recipe | null
  readonly view: View
  readonly show: (view: View) => void
  readonly start: () => void
  readonly close: () => void
}

function Main({ recipe, view, show, start, close }: MainProps) {
  const { recipes } = usePanelMessages()
  const { app } = useMessages()
  const compares = recipe !== null && view === 'comparison'
  return (
    <div className={styles.main}>
      <div className={styles.bar}>
        <Button
          className={classes(!compares && styles.onlyNarrow)}
          variant="ghost"
          size="small"
          icon={<ArrowLeft size={14} />}
          onClick={() => show(compares ? 'details' : 'list')}
        >
          {compares ? recipes.comparison.back : recipes.back}
        </Button>
        <span className={styles.space} />
        <IconButton label={app.close} icon={<X size={16} />} size="small" onClick={close} />
      </div>
      <div className={styles.scroll} key={`${recipe?.id} ${view === 'comparison'}`} tabIndex={-1} data-main>
        {recipe === null && <EmptyDetails />}
        <PartBoundary>
          <Suspense fallback={<Spinner />}>
            {recipe !== null && (compares ? <RecipeComparison recipe={recipe} /> : <RecipeDetails recipe={recipe} />)}
          </Suspense>
        </PartBoundary>
      </div>
      <div className={styles.actions}>
        <span className={styles.hint}>{recipes.keepsOpen}</span>
        {recipe !== null && !compares && <Button onClick={() => show('comparison')}>{recipes.compare}</Button>}
        <Button variant="primary" onClick={start} data-start>
          {recipes.use}
        </Button>
      </div>
    </div>
  )
}
