import { Copy } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { presetText } from '../config/preset-text'
import { presets } from '../config/presets'
import { diffOverrides, type OverrideDiff } from '../core/hydra/diff-overrides'
import { shellQuote } from '../core/hydra/shell-words'
import { printPath } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/use-panel-messages'
import { launchCommand, recipeFor } from '../state/launch'
import type { AppState } from '../state/store'
import { useAppState } from '../state/store-context'
import { Button, IconButton } from '../ui/Button'
import { TextInput } from '../ui/TextInput'
import { notify } from '../ui/Toast'
import styles from './Overrides.module.css'
import type { PanelProps } from './panel-props'

/** The text that overrides start from: the opened file's, or a recipe's once it is there. */
function useBase(id: string): string | null {
  const opened = useAppState((state) => state.doc.opened.text)
  const [recipe, setRecipe] = useState<{ id: string; text: string } | null>(null)
  useEffect(() => {
    let wanted = true
    if (id !== '')
      presetText(id).then(
        (text) => wanted && setRecipe({ id, text }),
        () => undefined,
      )
    return () => {
      wanted = false
    }
  }, [id])
  return id === '' ? opened : recipe?.id === id ? recipe.text : null
}

const textOf = (state: AppState): string => state.doc.text

/** What turns the chosen config into the text of now, override by override, and as one command line. */
export function OverrideList({ copyText }: PanelProps) {
  const { overrides: words } = usePanelMessages()
  const { toast } = useMessages()
  const [recipe, setRecipe] = useState('')
  const base = useBase(recipe)
  const text = useAppState(textOf)
  const diff = useMemo(() => (base === null ? null : diffOverrides(base, text)), [base, text])
  const copy = async (what: string) => {
    const done = await copyText(what)
    notify(done ? { text: words.copied } : { text: toast.copyFailed, level: 'error' })
  }
  return (
    <>
      <BaseSelect recipe={recipe} setRecipe={setRecipe} />
      {diff !== null && !diff.ok && <p className={styles.hint}>{words.unreadable}</p>}
      {diff?.ok && <Steps diff={diff} copy={(what) => void copy(what)} />}
      {diff?.ok && <CommandLine recipe={recipe} overrides={diff.overrides} copy={(what) => void copy(what)} />}
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
        {presets.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {words.recipe(preset.id)}
          </option>
        ))}
      </select>
    </p>
  )
}

function Steps({ diff, copy }: { diff: Extract<OverrideDiff, { ok: true }>; copy: (what: string) => void }) {
  const { overrides: words } = usePanelMessages()
  const { overrides, inexpressible } = diff
  return (
    <>
      <p className={styles.hint}>
        {overrides.length + inexpressible.length === 0 ? words.none : words.intro(overrides.length)}
      </p>
      <ul className={styles.list}>
        {overrides.map((override) => (
          <li key={override} className={styles.override}>
            <code>{override}</code>
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
                <span className={styles.hint}>{reason === 'key' ? words.reasons.key : words.reasons.value}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const devicesOf = ({ doc }: AppState): string => {
  const scalar = doc.parsed.nodes.get('/trainer/devices')?.scalar
  return scalar?.t === 'int' && Number(scalar.v) > 1 ? scalar.v : '8'
}

/** One shell line that starts the recipe's script on the config with these overrides. */
function CommandLine({
  recipe,
  overrides,
  copy,
}: {
  recipe: string
  overrides: readonly string[]
  copy: (what: string) => void
}) {
  const { overrides: words } = usePanelMessages()
  const own = useAppState(recipeFor)
  const openedName = useAppState((state) => state.doc.opened.file.name)
  const devices = useAppState(devicesOf)
  const [isMulti, setMulti] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const preset = presets.find((one) => one.id === recipe) ?? own
  const fileName = recipe === '' ? openedName : (preset?.fileName ?? openedName)
  if (preset?.script == null) return null
  const processes = Math.max(1, Math.floor(Number(typed ?? devices)) || 1)
  const line = launchCommand(preset.script, fileName, overrides, isMulti ? processes : null)
  return (
    <div className={styles.command}>
      <p className={styles.row}>
        <strong>{words.command}</strong>
        <Button size="small" variant="ghost" pressed={!isMulti} onClick={() => setMulti(false)}>
          {words.singleGpu}
        </Button>
        <Button size="small" variant="ghost" pressed={isMulti} onClick={() => setMulti(true)}>
          {words.torchrun}
        </Button>
        {isMulti && (
          <>
            <label htmlFor={id}>{words.processes}</label>
            <TextInput
              id={id}
              small
              mono
              inputMode="numeric"
              className={styles.number}
              value={typed ?? devices}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
        <Button size="small" icon={<Copy size={13} />} className={styles.end} onClick={() => copy(line)}>
          {words.copyAll}
        </Button>
      </p>
      <pre className={styles.code}>{line}</pre>
      <p className={styles.hint}>{words.saved(fileName)}</p>
    </div>
  )
}
