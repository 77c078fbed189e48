import type { Family } from '../../schema/field'
import type { ConfigView } from '../../view/config-view'

/** The families whose scripts train. */
const trained: readonly Family[] = ['sd', 'sdxl', 'controlnet', 'dreambooth', 'instruct_pix2pix', 'imagen']

/** Sections of scripts that draw pictures or export; DreamBooth's training has `infer` too, beside exp_manager or data. */
const drawing = ['infer', 'sampling', 'edit', 'fid'] as const

/**
 * True when the script of this config trains, by its family; configs of no known family do unless they draw pictures. A file that draws
 * with the model that it defines (`sd_xl_infer_v2`) does not train, whatever its family.
 */
export function trains(c: ConfigView): boolean {
  if (c.mayHave('exp_manager')) return !c.is('inference')
  if (!c.mayHave('model.data') && drawing.some((section) => c.mayHave(section))) return false
  return c.family === null ? c.mayHave('model') : c.is(...trained)
}

/** Keys of which a file that is run has at least one; a model's definition alone (`sd_xl_base`) has none. */
const marks = ['trainer', 'model.data', 'model.micro_batch_size', 'model.fsdp', 'model.inductor', 'model.seed'] as const

/** True for a training config that is meant to be run: what is missing from it will be missed. */
export const isRun = (c: ConfigView): boolean =>
  trains(c) && (c.has('exp_manager') || c.has('model.optim') || (c.family !== null && marks.some((key) => c.has(key))))
