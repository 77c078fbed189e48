import type { ConfigView, Place, Plain } from '../../view/config-view'
import { trains } from './training'

/** False where `infer` is there but not read: DreamBooth's training draws only the class images of prior preservation. */
const readsInfer = (c: ConfigView): boolean => !trains(c) || c.isTrue('model.with_prior_preservation')

/** True for the pipeline that Stable Diffusion, DreamBooth and ControlNet draw with. nemo/…/parts/stable_diffusion/pipeline.py:86 */
export const usesPipeline = (c: ConfigView): boolean => c.has('infer.sampler_type') && readsInfer(c)

/** True when the captions of a dataset take the place of the prompts. */
export const readsCaptions = (c: ConfigView): boolean => c.has('fid')

/** True when the pipeline writes the pictures itself. nemo/…/parts/stable_diffusion/pipeline.py:98 */
export const savesPictures = (c: ConfigView): boolean => !c.isFalse('infer.save_to_file')

/** The output is Pillow's, from which alone picture files are written. */
export const isPil = (c: ConfigView): boolean => (c.get('infer.output_type') ?? 'pil') === 'pil'

/** A whole number as it is written, though the schema may refuse it; any other type is unknown. */
export function sizeAt(c: ConfigView, at: Place, whenAbsent: number): number {
  const typed = c.written(at)
  if (typed === undefined) return whenAbsent
  return typed.t === 'int' ? Number(typed.v) : c.gap(whenAbsent)
}

/** Likewise any number; undefined when absent. */
export function writtenNumber(c: ConfigView, at: Place): number | undefined {
  const typed = c.written(at)
  if (typed === undefined) return undefined
  return typed.t === 'int' || typed.t === 'float' ? Number(typed.v) : c.gap(undefined)
}

/** True for null, or when there is nothing; the schema may refuse null. */
export const isNothing = (c: ConfigView, at: Place): boolean => c.isNull(at) || c.get(at) == null

/** The places of prompts with their texts: items of a list, or one text. */
export function promptsAt(c: ConfigView, at: string): { readonly at: Place; readonly text: string }[] {
  const value: Plain | undefined = c.get(at)
  if (typeof value === 'string') return [{ at, text: value }]
  return c.below(at).flatMap((item) => {
    const text = c.maybe(item, null)
    return typeof text === 'string' ? [{ at: item, text }] : []
  })
}
