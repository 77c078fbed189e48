import { type LaunchWay, launchText } from '../config/recipes/launch-text'
import { allRecipes, type Recipe } from '../config/recipes/recipes'
import { kindOf } from '../config/schema/family'
import { applyToParsed } from '../core/hydra/apply-overrides'
import type { Issue } from '../core/issue'
import { samePath } from '../core/path'
import { type Typed, valueAt } from '../core/typed'
import { type AppState, issuesOf } from './store'
import { shownParsed } from './views/field-view'

/** The recipe whose script would read the open config: the one that its file is named after, else the first of its kind. */
export function recipeFor(state: AppState): Recipe | null {
  const { name } = state.doc.opened.file
  const kind = kindOf(shownParsed(state), state.pinned)
  const named = allRecipes.find(({ fileName }) => fileName === name)
  if (named !== undefined && (kind.family === null || named.family === kind.family)) return named
  const isOfKind = ({ family, task, script }: Recipe) =>
    script !== null && family === kind.family && (task === kind.task || (task === 'finetune' && kind.task === 'train'))
  return allRecipes.find(isOfKind) ?? null
}

/** More GPUs no machine has. */
export const maxGpus = 1024

/** What is launched. `gpus` null: the recipe's way for one GPU, else its way for so many of one machine. */
export interface Launch {
  readonly recipe: Recipe
  readonly fileName: string
  /** The config that the overrides lead to. */
  readonly config: Typed
  readonly overrides: readonly string[]
  readonly gpus: number | null
}

/** What depends on the number of processes; the batch sizes, which recipes set too, are the config's own. */
const ofProcesses: ReadonlySet<string> = new Set(['trainer.devices', 'trainer.num_nodes', 'fid.ntasks_per_node'])

/** The overrides and those that the number of GPUs takes in addition or instead; null where the recipe has no such way to be launched. */
export function launchOverrides({ recipe, config, overrides, gpus }: Omit<Launch, 'fileName'>): string[] | null {
  const way = wayOf(recipe, gpus)
  if (way === null) return null
  const wanted = [...overrides]
  for (const [key, value] of figuresOf(way, config, gpus)) {
    const now = valueAt(config, key.split('.'))
    if (now?.t === 'int' && now.v === value) continue
    const at = wanted.findIndex((own) => own.replace(/^\++/, '').startsWith(`${key}=`))
    if (at >= 0) wanted[at] = `${wanted[at]?.split('=')[0]}=${value}`
    else wanted.push(`${now === undefined ? '+' : ''}${key}=${value}`)
  }
  return wanted
}

/** The keys that go with the number of processes. Lightning refuses another number of devices than `torchrun` starts. */
function figuresOf({ overrides, processes }: LaunchWay, config: Typed, gpus: number | null): Map<string, string> {
  const figures = new Map(gpus === null && hasDevices(config) ? [['trainer.devices', '1']] : [])
  for (const [key, figure] of Object.entries(overrides))
    if (ofProcesses.has(key)) figures.set(key, String(figure === 'processes' ? (gpus ?? processes) : figure))
  return figures
}

const hasDevices = (config: Typed): boolean => valueAt(config, ['trainer', 'devices'])?.t === 'int'

/**
 * A command for a POSIX shell that starts the recipe's script on the config file of the folder that the shell is in. `between`: a blank, or
 * a line continuation. Null as in `launchOverrides`.
 */
export function launchCommand(launch: Launch, between: ' ' | ' \\\n  ' = ' '): string | null {
  const way = wayOf(launch.recipe, launch.gpus)
  const overrides = launchOverrides(launch)
  if (way === null || overrides === null) return null
  const configName = launch.fileName.replace(/\.ya?ml$/, '')
  return launchText({ ...way, processes: launch.gpus ?? way.processes, configName, overrides }, between)
}

const wayOf = ({ launch }: Recipe, gpus: number | null) => (gpus === null ? launch.singleGpu : launch.multiGpu)

/** The errors that the config has with these overrides and not without. */
export function launchIssues(state: AppState, overrides: readonly string[]): Issue[] {
  const forced = overrides.map((arg) => arg.replace(/^\+*/, '++'))
  const { env } = state
  const applied = applyToParsed(state.doc.parsed, forced, { env })
  if (!applied.ok) return []
  const isKnown = (issue: Issue) =>
    state.issues.some(({ code, path }) => code === issue.code && samePath(path, issue.path))
  return issuesOf({ ...state, doc: { parsed: applied.parsed } }).filter((one) => one.level === 'error' && !isKnown(one))
}
