import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { setSource } from '../shared/experiment'
import { isPil } from '../shared/inference'

const many = 'infer.num_images_per_prompt'
const batch = 'infer.batch_size'

/** True when DreamBooth's training draws pictures of the class first. */
const drawsClass = (c: ConfigView): boolean => c.has('infer') && c.isTrue('model.with_prior_preservation')

/** A round's pictures get the same names unless they are drawn together. examples/…/dreambooth/dreambooth.py:77 */
function smallBatch(c: ConfigView): Finding | null {
  const n = drawsClass(c) ? (c.int(many) ?? 1) : 1
  const drawn = c.int(batch) ?? 1
  return drawn < n ? { at: batch, also: [many], facts: { n, drawn }, fix: setSource(batch, `\${${many}}`) } : null
}

function* savedTwice(c: ConfigView): Iterable<Finding> {
  if (!drawsClass(c)) return
  const save = 'infer.save_to_file'
  if (!c.isFalse(save)) yield { at: save, fix: set(save, false) }
  if (!isPil(c)) yield { at: 'infer.output_type', variant: 'type', fix: set('infer.output_type', 'pil') }
}

/** Class images that DreamBooth draws for prior preservation. */
export const classImageRules: readonly Rule[] = [
  { id: 'dreambooth-reg-batch', level: 'warning', check: smallBatch },
  { id: 'dreambooth-reg-save', level: 'error', check: savedTwice },
]
