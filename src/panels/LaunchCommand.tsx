import { Copy } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { allRecipes, type Recipe } from '../config/recipes/recipes'
import { shellQuote } from '../core/hydra/shell-words'
import { useMessages, useWords } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { sentenceOf } from '../i18n/sentence'
import { type Launch, launchCommand, launchIssues, launchOverrides, maxGpus, recipeFor } from '../state/launch'
import type { AppState } from '../state/store'
import { useAppState } from '../state/store-context'
import { Button } from '../ui/Button'
import { TextInput } from '../ui/TextInput'
import styles from './Overrides.module.css'

/** `plain`: the overrides alone, to be put behind a command of one's own. */
type Form = 'single' | 'multi' | 'plain'

/** Several devices of the config, as written; null for one, or when the number is not known. */
const devicesOf = ({ doc }: AppState): string | null => {
  const scalar = doc.parsed.nodes.get('/trainer/devices')?.scalar
  return scalar?.t === 'int' && Number(scalar.v) > 1 ? scalar.v : null
}

interface LaunchCommandProps {
  readonly recipeId: string
  readonly overrides: readonly string[]
  /** False when some difference has no override. */
  readonly complete: boolean
  readonly copy: (what: string) => void
}

/** One shell command that starts the recipe's script on the config with these overrides. */
export function LaunchCommand({ recipeId, overrides, complete, copy }: LaunchCommandProps) {
  const { overrides: words } = usePanelMessages()
  const own = useAppState(recipeFor)
  const openedName = useAppState((state) => state.doc.opened.file.name)
  const config = useAppState((state) => state.doc.parsed.typed)
  const devices = useAppState(devicesOf)
  const [chosen, choose] = useState<Form | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [isLong, setLong] = useState(false)
  const recipe = allRecipes.find((one) => one.id === recipeId && one.script !== null) ?? own
  const form = formOf(chosen ?? (devices === null ? 'single' : 'multi'), recipe)
  const number = typed ?? devices ?? '8'
  const gpus = gpusOf(number)
  const between = isLong ? ' \\\n  ' : ' '
  const fileName = `${(recipeId || openedName).replace(/\.ya?ml$/, '')}.yaml`
  const launch =
    recipe === null || form === 'plain'
      ? null
      : { recipe, fileName, config, overrides, gpus: form === 'multi' ? gpus : null }
  const line = launch === null ? overrides.map(shellQuote).join(between) : launchCommand(launch, between)
  const added = launch === null ? [] : addedBy(launch)
  if (!line) return null
  return (
    <div className={styles.command}>
      <div className={styles.row}>
        <strong>{words.command}</strong>
        <Forms form={form} recipe={recipe} choose={choose} />
        {form === 'multi' && <Gpus value={number} setValue={setTyped} />}
        <span className={styles.end}>
          <Button size="small" variant="ghost" pressed={isLong} onClick={() => setLong(!isLong)}>
            {words.lines}
          </Button>
          <Button size="small" icon={<Copy size={13} />} onClick={() => copy(line)}>
            {words.copyAll}
          </Button>
        </span>
      </div>
      <pre className={styles.code}>{line}</pre>
      <Hints fileName={launch === null ? null : fileName} recipeId={recipeId} complete={complete} added={added} />
    </div>
  )
}

interface HintsProps {
  /** Null when the command starts no script. */
  readonly fileName: string | null
  readonly recipeId: string
  readonly complete: boolean
  readonly added: readonly string[]
}

/** What is to be known before the command is run. */
function Hints({ fileName, recipeId, complete, added }: HintsProps) {
  const { overrides: words } = usePanelMessages()
  const isOther = fileName !== null && recipeId !== '' && isOwnText(recipeId)
  return (
    <>
      {fileName !== null && <p className={styles.hint}>{words.saved(fileName)}</p>}
      {isOther && <p className={styles.hint}>{words.notOfficial}</p>}
      {!complete && <p className={styles.hint}>{words.incomplete}</p>}
      {added.length > 0 && <p className={styles.hint}>{words.added(added.join(' '))}</p>}
      {added.length > 0 && <Failures args={added} />}
    </>
  )
}

/** The number that is written, one where none is. */
const gpusOf = (written: string): number => Math.min(maxGpus, Math.max(1, Math.floor(Number(written)) || 1))

/** What the command says beyond the overrides that are shown. */
const addedBy = (launch: Launch): readonly string[] =>
  launchOverrides(launch)?.filter((arg) => !launch.overrides.includes(arg)) ?? []

/** Whether NVIDIA's file of that name has other values than the recipe. */
const isOwnText = (id: string): boolean =>
  allRecipes.some((recipe) => recipe.id === id && (recipe.rebuilt || recipe.corrections.length > 0))

function formOf(chosen: Form, recipe: Recipe | null): Form {
  if (chosen === 'multi' && recipe?.launch.multiGpu != null) return 'multi'
  return chosen !== 'plain' && recipe?.launch.singleGpu != null ? 'single' : 'plain'
}

function Forms({ form, recipe, choose }: { form: Form; recipe: Recipe | null; choose: (form: Form) => void }) {
  const { overrides: words, recipes } = usePanelMessages()
  const multi = recipe?.launch.multiGpu ?? null
  const names = {
    single: recipe?.launch.singleGpu == null ? null : words.singleGpu,
    multi: multi === null ? null : multi.launcher === 'python-each' ? recipes.multiGpu : words.torchrun,
    plain: words.plain,
  }
  return (['single', 'multi', 'plain'] as const).map(
    (one) =>
      names[one] !== null && (
        <Button key={one} size="small" variant="ghost" pressed={form === one} onClick={() => choose(one)}>
          {names[one]}
        </Button>
      ),
  )
}

function Gpus({ value, setValue }: { value: string; setValue: (value: string) => void }) {
  const { overrides: words } = usePanelMessages()
  const id = useId()
  return (
    <span className={styles.row}>
      <label htmlFor={id}>{words.processes}</label>
      <TextInput
        id={id}
        small
        mono
        inputMode="numeric"
        className={styles.number}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </span>
  )
}

/** What would stop the run on so many GPUs that does not as the config stands. */
function Failures({ args }: { args: readonly string[] }) {
  const { overrides: words } = usePanelMessages()
  const messages = useMessages()
  const catalog = useWords()
  const state = useDeferredValue(useAppState((all) => all))
  const joined = useDeferredValue(args.join(' '))
  const issues = useMemo(() => launchIssues(state, joined.split(' ')), [state, joined])
  if (issues.length === 0) return null
  return (
    <div role="status" className={styles.failures}>
      {words.fails}
      <ul className={styles.list}>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.path.join()}`}>{sentenceOf(issue, messages, catalog)}</li>
        ))}
      </ul>
    </div>
  )
}
