import { FilePlus2 } from 'lucide-react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { usePanelMessages } from '../../i18n/panels/use-panel-messages'
import { useRecipeWords } from '../../i18n/recipes/use-recipe-words'
import { stepTo } from '../../ui/list-keys'
import styles from './RecipeList.module.css'
import type { RecipeGroup } from './recipe-search'

/** Stands for no recipe in the list. */
const emptyFile = ''

interface RecipeListProps {
  readonly groups: readonly RecipeGroup[]
  readonly chosen: string
  /** Shows a recipe beside the list. */
  readonly choose: (id: string) => void
  /** Goes on to the chosen recipe. */
  readonly open: () => void
}

/** The recipes by model and task; the arrow keys walk through them, and what has the focus is chosen. */
export function RecipeList({ groups, chosen, choose, open }: RecipeListProps) {
  const { recipes } = usePanelMessages()
  const words = useRecipeWords()
  const isShown = groups.some(({ tasks }) => tasks.some((task) => task.recipes.some(({ id }) => id === chosen)))
  const first = groups[0]?.tasks[0]?.recipes[0]?.id ?? emptyFile
  const entrance = isShown || chosen === emptyFile ? chosen : first
  const item = (id: string, title: ReactNode, aside: string) => (
    <button
      type="button"
      key={id}
      className={styles.item}
      aria-current={id === chosen ? 'true' : undefined}
      tabIndex={id === entrance ? 0 : -1}
      data-recipe={id}
      onFocus={() => choose(id)}
      onClick={(event) => choosesOn(event) && open()}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.id}>{aside}</span>
    </button>
  )
  return (
    <nav className={styles.list} aria-label={recipes.list} onKeyDown={walk}>
      {groups.length === 0 && <p className={styles.none}>{recipes.none}</p>}
      {groups.map(({ family, tasks }) => (
        <section key={family} aria-label={recipes.families[family]}>
          <h3 className={styles.family}>{recipes.families[family]}</h3>
          {tasks.map((group) => (
            <div key={group.task}>
              <h4 className={styles.task}>{recipes.tasks[group.task]}</h4>
              {group.recipes.map(({ id }) => item(id, words(id).title, id))}
            </div>
          ))}
        </section>
      ))}
      <div className={styles.empty}>
        {item(
          emptyFile,
          <>
            <FilePlus2 size={14} aria-hidden /> {recipes.empty}
          </>,
          'config.yaml',
        )}
      </div>
    </nav>
  )
}

/** By keys always; by pointer where the recipe is not to be seen beside the list. */
const choosesOn = (event: MouseEvent): boolean => event.detail === 0 || matchMedia('(max-width: 760px)').matches

const itemsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-recipe]')]

function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsIn(event.currentTarget)
  const next = stepTo(event.key, items.indexOf(event.target as HTMLElement), items.length)
  if (next === null) return
  event.preventDefault()
  items[next]?.focus()
}

/** Puts the focus on the chosen recipe, or on the first one shown. */
export function focusChosen(inside: Element): void {
  const item = inside.querySelector<HTMLElement>('[data-recipe][tabindex="0"]')
  item?.focus()
  item?.scrollIntoView({ block: 'nearest' })
}
