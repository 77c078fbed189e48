import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, set } from '../../view/rule'
import { setSource } from '../shared/experiment'
import { isPil, savesPictures, sizeAt } from '../shared/inference'
import { isUneven } from './drawn-pictures'

const control = 'infer.control'
const prompts = 'infer.prompts'
const hint = 'infer.hint_image_size'
const factor = 'infer.down_factor'
const strength = 'model.strength'

const countOf = (c: ConfigView, at: string): number => {
  const isText = !c.isDict(at) && c.typed(at)?.t === 'str'
  return isText ? 1 : c.below(at).length
}

function otherCount(c: ConfigView): Finding | null {
  if (!c.has(control) || !c.has(prompts)) return null
  const [n_prompts, n_control] = [countOf(c, prompts), c.below(control).length]
  return n_prompts === n_control ? null : { at: control, also: [prompts], facts: { n_prompts, n_control } }
}

/** What encodes the hint halves it three times, and adds it to the latent. nemo/…/models/text_to_image/controlnet/controlnet.py:619 */
function otherSize(c: ConfigView): Finding | null {
  if (!c.has(control)) return null
  const size = c.int(hint) ?? 512
  const by = sizeAt(c, factor, 8)
  const sides = ['infer.height', 'infer.width'].map((at) => ({ at, side: sizeAt(c, at, 512) }))
  const wrong = sides.filter(({ side }) => Math.ceil(size / 8) !== Math.floor(side / by) && !isUneven(side, by))
  const [first, ...others] = wrong
  if (first === undefined) return null
  const [height, width] = sides.map(({ side }) => side)
  const facts = { hint: size, height: height ?? 512, width: width ?? 512 }
  const fixes = wrong.map(({ at }) => set(at, size))
  return {
    at: first.at,
    also: [...others.map(({ at }) => at), hint],
    facts,
    fix: all(...fixes, ...(by === 8 ? [] : [set(factor, 8)])),
  }
}

/** Control images of ControlNet. examples/multimodal/text_to_image/controlnet/controlnet_infer.py */
export const controlImageRules: readonly Rule[] = [
  { id: 'control-count', level: 'error', check: otherCount },
  { id: 'control-size', level: 'error', check: otherSize },
  {
    id: 'control-strength-ignored',
    level: 'warning',
    check(c) {
      const value = c.get(strength)
      return value === undefined || value === null || value === 1
        ? null
        : { at: strength, facts: { value: String(value) }, fix: setSource(strength, '1.0') }
    },
  },
  {
    id: 'control-output-type',
    level: 'error',
    check: (c) =>
      c.has(control) && savesPictures(c) && !isPil(c)
        ? { at: 'infer.output_type', fix: set('infer.output_type', 'pil') }
        : null,
  },
]
