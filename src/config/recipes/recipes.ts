import { type LaunchWay, launchText } from './launch-text'
import {
  type Correction,
  type Fault,
  type RecipeEntry,
  type RecipeFamily,
  type RecipeTask,
  recipeList,
} from './recipe-list'
import { recipeFileName } from './recipe-text'

/** A way to launch a recipe's script, whose absolute path in NeMo's container is `script`. */
export interface Launch extends LaunchWay {
  readonly script: string
}

/** A starting point: an official config, corrected, in a file of our own. Its words are in i18n/recipes under the same id. */
export interface Recipe {
  readonly id: string
  readonly family: RecipeFamily
  readonly task: RecipeTask
  /** What a file made from it is called, as the official one is. */
  readonly fileName: string
  /** The official config, below NeMo's examples/. */
  readonly official: string
  /** Built from what is known of the official file, which is not at hand to compare with. */
  readonly rebuilt: boolean
  /** What reads it, from NeMo's root; null for a model section that no script reads by itself. */
  readonly script: string | null
  /** How it is launched in NeMo's container, in the folder of the config; null where there is no such way. */
  readonly launch: { readonly singleGpu: Launch | null; readonly multiGpu: Launch | null }
  /** What the user has to give, as printed paths. */
  readonly mustFill: readonly string[]
  readonly corrections: readonly Correction[]
  readonly faults: readonly Fault[]
}

const root = 'multimodal/text_to_image'
const sourceIn = ({ official }: RecipeEntry, at: string): string =>
  at.startsWith(':') ? `examples/${root}/${official}${at}` : at

export const allRecipes: readonly Recipe[] = recipeList.map(recipeOf)

function recipeOf(entry: RecipeEntry): Recipe {
  const { id, family, task, mustFill, rebuilt = false, corrections = [], faults = [] } = entry
  const script = entry.script === undefined ? null : `examples/${root}/${entry.script}`
  const launch = (way: LaunchWay | undefined): Launch | null =>
    way === undefined || script === null ? null : { ...way, script: `/opt/NeMo/${script}` }
  return {
    id,
    family,
    task,
    fileName: recipeFileName(id),
    official: `${root}/${entry.official}`,
    rebuilt,
    script,
    launch: { singleGpu: launch(entry.singleGpu), multiGpu: launch(entry.multiGpu) },
    mustFill,
    corrections,
    faults: faults.map((fault) => ({ ...fault, source: fault.source.map((at) => sourceIn(entry, at)) })),
  }
}

/** The overrides of a way to launch, as Hydra takes them. */
const overridesOf = ({ overrides, processes }: LaunchWay): string[] =>
  Object.entries(overrides).map(([key, figure]) => `${key}=${figure === 'processes' ? processes : figure}`)

/** The shell command that launches a recipe one of its ways, on its own file. */
export const recipeCommand = ({ id }: Recipe, launch: Launch): string =>
  launchText({ ...launch, configName: id, overrides: overridesOf(launch) })

/** The fault of the official file that a correction is for. */
export const faultOf = ({ faults }: Recipe, { path, because = path }: Correction): Fault | undefined =>
  faults.find((fault) => fault.path === because.replace(/\[\d+\]/g, '[]'))
