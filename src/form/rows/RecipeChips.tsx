import { useEffect, useState } from 'react'
import type { RecipeValue, RecipeValues } from '../../config/recipes/recipe-values'
import { useMessages } from '../../i18n/I18n'
import type { Store } from '../../state/store'
import { useStore } from '../../state/store-context'
import { Button } from '../../ui/Button'
import styles from '../Form.module.css'

/** What a page has fetched, by its store: the values are constants, so each row shows them at once from then on. */
const fetched = new WeakMap<Store, RecipeValues>()

async function load(store: Store): Promise<RecipeValues> {
  const values = fetched.get(store) ?? (await (await import('../../config/recipes/recipe-values-data')).load())
  fetched.set(store, values)
  return values
}

/** What the official recipes give each parameter, fetched when it is first asked for; null until then and where it cannot be had. */
function useRecipeValues(): { values: RecipeValues | null; failed: boolean; again: () => void } {
  const store = useStore()
  const [values, setValues] = useState(() => fetched.get(store) ?? null)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once.
  useEffect(() => {
    let wanted = true
    setFailed(false)
    load(store).then(
      (found) => wanted && setValues(found),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [tries])
  return { values, failed, again: () => setTries(tries + 1) }
}

/** So many recipes are named beside a value; the tooltip has all. */
const named = 2

/** What the official recipes use, each value as a chip that sets it. */
export function RecipeChips({
  id,
  choose,
  readOnly,
}: {
  id: string
  choose: (source: string) => void
  readOnly: boolean
}) {
  const { form, parts } = useMessages()
  const recipes = useRecipeValues()
  if (recipes.failed)
    return (
      <>
        <dt>{form.recipes}</dt>
        <dd role="status">
          {parts.recipeValues}{' '}
          <Button size="small" onClick={recipes.again}>
            {parts.again}
          </Button>
        </dd>
      </>
    )
  const values = recipes.values?.[id]
  if (values === undefined) return null
  const namesOf = ({ recipes }: RecipeValue) =>
    recipes.length <= named
      ? recipes.join(', ')
      : `${recipes.slice(0, named).join(', ')} ${form.recipesMore(recipes.length - named)}`
  return (
    <>
      <dt>{form.recipes}</dt>
      <dd className={styles.recipeValues}>
        {values.map((value) => (
          <span key={value.source} className={styles.recipeValue}>
            <button
              type="button"
              className={styles.chip}
              disabled={readOnly}
              onClick={() => choose(value.source === '' ? 'null' : value.source)}
            >
              {value.source === '' ? 'null' : value.source}
            </button>
            <span className={styles.recipeNames} title={value.recipes.join(', ')}>
              {namesOf(value)}
            </span>
          </span>
        ))}
      </dd>
    </>
  )
}
