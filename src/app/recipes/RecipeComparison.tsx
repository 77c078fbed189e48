import { use, useMemo, useRef, useState } from 'react'
import { fetchedOnce } from '../../boot/not-loaded'
import type { Difference } from '../../config/recipes/differences'
import { compareWithRecipe } from '../../config/recipes/recipe-comparison'
import { recipeText } from '../../config/recipes/recipe-text'
import type { Recipe } from '../../config/recipes/recipes'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import { printPath } from '../../core/path'
import { useMessages } from '../../i18n/I18n'
import { usePanelMessages } from '../../i18n/panels/use-panel-messages'
import { useRecipeWords } from '../../i18n/recipes/use-recipe-words'
import { removeField, setField } from '../../state/edits'
import { useAppState, useStore } from '../../state/store-context'
import { isBroken, shownParsed } from '../../state/views/field-view'
import { Badge } from '../../ui/Badge'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import styles from './RecipeComparison.module.css'

/** By id: the promise for a text that is part of the build, so that a component which waits for it gets the same one at each render. */
const read = new Map<string, () => Promise<Parsed>>()

/** A recipe as it is read, once; the same promise every time. Rejects with `NotLoaded`. */
function parsedRecipe(id: string): Promise<Parsed> {
  const known = read.get(id) ?? fetchedOnce(() => recipeText(id).then(parse))
  read.set(id, known)
  return known()
}

/** Where the open text says something else than a recipe, each with the way to the recipe's value. */
export function RecipeComparison({ recipe }: { recipe: Recipe }) {
  const { comparison } = usePanelMessages().recipes
  const theirs = use(parsedRecipe(recipe.id))
  const mine = useAppState(shownParsed)
  const broken = useAppState(isBroken)
  const { title } = useRecipeWords()(recipe.id)
  const { different, recipeOnly, mineOnly, leftOut } = useMemo(
    () => compareWithRecipe(recipe, theirs, mine),
    [recipe, theirs, mine],
  )
  const count = different.length + recipeOnly.length + mineOnly.length
  const { list, said, take } = useTaking()
  return (
    <div className={styles.comparison} ref={list}>
      <h2 className={styles.title}>{comparison.title(title)}</h2>
      <p className={styles.count}>
        {count === 0 ? comparison.same : comparison.count(count)}
        {leftOut > 0 && ` · ${comparison.leftOut(leftOut)}`}
      </p>
      {broken && <Banner tone="warning">{comparison.broken}</Banner>}
      <p className={styles.said} role="status">
        {said}
      </p>
      <Group title={comparison.different} differences={different} take={broken ? null : take} />
      <Group title={comparison.recipeOnly} differences={recipeOnly} take={broken ? null : take} />
      <Group title={comparison.mineOnly} differences={mineOnly} take={broken ? null : take} />
    </div>
  )
}

/** Takes values over by edits of the form; the focus goes on to the next one, and what came of it is said. */
function useTaking() {
  const { recipes } = usePanelMessages()
  const { refusals } = useMessages()
  const store = useStore()
  const list = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const take = ({ path, theirs }: Difference, button: HTMLElement) => {
    const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-take]') ?? [])]
    const at = buttons().indexOf(button)
    const refusal = theirs === null ? removeField(store, path) : setField(store, path, theirs)
    setSaid(refusal === null ? recipes.comparison.taken(printPath(path)) : refusals[refusal])
    if (refusal === null) requestAnimationFrame(() => (buttons()[at] ?? buttons().at(-1))?.focus())
  }
  return { list, said, take }
}

interface GroupProps {
  readonly title: string
  readonly differences: readonly Difference[]
  /** Null while nothing can be taken over. */
  readonly take: ((difference: Difference, button: HTMLElement) => void) | null
}

function Group({ title, differences, take }: GroupProps) {
  const { comparison } = usePanelMessages().recipes
  if (differences.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>
        {title} <Badge>{differences.length}</Badge>
      </h3>
      <ul>
        {differences.map((difference) => {
          const { path, theirs, mine } = difference
          const key = printPath(path)
          return (
            <li key={key} className={styles.row}>
              <code className={styles.key}>{key}</code>
              <Value title={comparison.recipe} source={theirs} className={styles.theirs} />
              <Value title={comparison.mine} source={mine} className={styles.mine} />
              <Button
                size="small"
                aria-label={theirs === null ? comparison.removeOf(key) : comparison.takeOf(key)}
                disabled={take === null}
                onClick={(event) => take?.(difference, event.currentTarget)}
                data-take
              >
                {theirs === null ? comparison.remove : comparison.take}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Value({ title, source, className }: { title: string; source: string | null; className: string | undefined }) {
  const { absent } = usePanelMessages().recipes
  return (
    <span className={styles.value}>
      <span className={styles.who}>{title}</span>
      {source === null ? <span className={styles.absent}>{absent}</span> : <code className={className}>{source}</code>}
    </span>
  )
}
