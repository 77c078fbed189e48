import {
  type Correction,
  type Fault,
  type RecipeEntry,
  type RecipeFamily,
  type RecipeTask,
  recipeList,
} from './recipe-list'
import { recipeFileName } from './recipe-text'

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
  /** Shell commands for NeMo's container, given in the folder of the config; null where there is no such way. */
  readonly launch: { readonly singleGpu: string | null; readonly multiGpu: string | null }
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
  const command = (template: string | undefined): string | null =>
    template === undefined || script === null
      ? null
      : template
          .replace('{script}', `/opt/NeMo/${script}`)
          .replace('{config}', `--config-path="$PWD" --config-name=${id}`)
  return {
    id,
    family,
    task,
    fileName: recipeFileName(id),
    official: `${root}/${entry.official}`,
    rebuilt,
    script,
    launch: { singleGpu: command(entry.singleGpu), multiGpu: command(entry.multiGpu) },
    mustFill,
    corrections,
    faults: faults.map((fault) => ({ ...fault, source: fault.source.map((at) => sourceIn(entry, at)) })),
  }
}

/** The fault of the official file that a correction is for. */
export const faultOf = ({ faults }: Recipe, { path, because = path }: Correction): Fault | undefined =>
  faults.find((fault) => fault.path === because.replace(/\[\d+\]/g, '[]'))
