import { Copy } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import { recipeText } from '../config/recipes/recipe-text'
import { allRecipes } from '../config/recipes/recipes'
import { shellQuote } from '../core/hydra/shell-words'
import { parse } from '../core/omegaconf/parse'
import type { Parsed } from '../core/parsed'
import { printPath } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { type OverridesBetween, overridesBetween } from '../state/overrides'
import type { AppState } from '../state/store'
import { useAppState } from '../state/store-context'
import { Button, IconButton } from '../ui/Button'
import { useNotices } from '../ui/notices'
import { LaunchCommand } from './LaunchCommand'
import styles from './Overrides.module.css'
import type { PanelProps } from './panel-props'

/** What overrides start from: the opened file, or a recipe once it is there. `failed` when it could not be had. */
function useBase(id: string, opened: Parsed): { base: Parsed | null; failed: boolean; again: () => void } {
  const [recipe, setRecipe] = useState<{ id: string; parsed: Parsed | null } | null>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once.
  useEffect(() => {
    let wanted = true
    setRecipe(null)
    if (id !== '')
      recipeText(id).then(
        (text) => wanted && setRecipe({ id, parsed: parse(text) }),
        () => wanted && setRecipe({ id, parsed: null }),
      )
    return () => {
      wanted = false
    }
  }, [id, tries])
  const own = recipe?.id === id ? recipe : null
  return {
    base: id === '' ? opened : (own?.parsed ?? null),
    failed: own?.parsed === null,
    again: () => setTries(tries + 1),
  }
}

const docOf = (state: AppState): AppState['doc'] => state.doc

/** What turns the chosen config into the text of now, override by override, and as one command. Follows the text when there is time. */
export function OverrideList({ copyText }: PanelProps) {
  const { overrides: words } = usePanelMessages()
  const { toast, parts } = useMessages()
  const { notify } = useNotices()
  const [recipe, setRecipe] = useState('')
  const { parsed, opened } = useDeferredValue(useAppState(docOf))
  const { base, failed, again } = useBase(recipe, opened.parsed)
  const diff = useMemo(() => (base === null ? null : overridesBetween(base, parsed)), [base, parsed])
  const copy = async (what: string) => {
    const done = await copyText(what)
    notify(done ? { text: words.copied } : { text: toast.copyFailed, level: 'error' })
  }
  return (
    <>
      <BaseSelect recipe={recipe} setRecipe={setRecipe} />
      {failed && (
        <p className={styles.hint} role="status">
          {parts.recipe(recipe)}{' '}
          <Button size="small" onClick={again}>
            {parts.again}
          </Button>
        </p>
      )}
      {diff?.ok === false && (
        <p className={styles.hint}>{diff.why === 'many' ? words.many(diff.count) : words.unreadable}</p>
      )}
      {diff?.ok && <Steps diff={diff} copy={(what) => void copy(what)} />}
      {diff?.ok && (
        <LaunchCommand
          recipeId={recipe}
          overrides={diff.overrides}
          complete={diff.inexpressible.length === 0}
          copy={(what) => void copy(what)}
        />
      )}
    </>
  )
}

function BaseSelect({ recipe, setRecipe }: { recipe: string; setRecipe: (id: string) => void }) {
  const { overrides: words } = usePanelMessages()
  const id = useId()
  return (
    <p className={styles.row}>
      <label htmlFor={id}>{words.from}</label>
      <select id={id} className={styles.select} value={recipe} onChange={(event) => setRecipe(event.target.value)}>
        <option value="">{words.opened}</option>
        {allRecipes.map((recipe) => (
          <option key={recipe.id} value={recipe.id}>
            {words.recipe(recipe.id)}
          </option>
        ))}
      </select>
    </p>
  )
}

function Steps({ diff, copy }: { diff: Extract<OverridesBetween, { ok: true }>; copy: (what: string) => void }) {
  const { overrides: words } = usePanelMessages()
  const { overrides, inexpressible } = diff
  const reasonOf = (reason: string): string =>
    Object.hasOwn(words.reasons, reason) ? words.reasons[reason as keyof typeof words.reasons] : words.reasons.value
  return (
    <>
      <p className={styles.hint}>
        {overrides.length + inexpressible.length === 0 ? words.none : words.intro(overrides.length)}
      </p>
      <ul className={styles.list}>
        {overrides.map((override, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same override may come twice, its place is what tells them apart
          <li key={i} className={`${styles.override} ${styles.copied}`}>
            <code>{shellQuote(override)}</code>
            <IconButton
              size="small"
              label={words.copy(override)}
              icon={<Copy size={13} />}
              onClick={() => copy(shellQuote(override))}
            />
          </li>
        ))}
      </ul>
      {inexpressible.length > 0 && (
        <>
          <p className={styles.hint}>{words.inexpressible}</p>
          <ul className={styles.list}>
            {inexpressible.map(({ path, reason }) => (
              <li key={printPath(path)} className={styles.override}>
                <code>{printPath(path)}</code>
                <span className={styles.hint}>{reasonOf(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
