import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { shown } from '../shared/experiment'
import { isPil, promptsAt, readsCaptions, savesPictures, sizeAt, usesPipeline } from '../shared/inference'
import { trains } from '../shared/training'
import { nearestMultiple } from '../shared/training-data'

const sides = ['infer.height', 'infer.width'] as const
const factor = 'infer.down_factor'
const prompts = 'infer.prompts'
const precision = 'trainer.precision'

/** Every official VAE enlarges latents by 8, and the UNets of Stable Diffusion 1 and 2 halve them three times. */
const vaeFactor = 8
const halved = 8

/** True for a side whose latents the UNet cannot halve: `image-size-multiple`. `by`: how many times smaller latents are. */
export const isUneven = (side: number, by: number): boolean => Math.floor(side / by) % halved !== 0
const facts = (side: number, by: number) => ({ value: side, latent: Math.floor(side / by), step: by * halved })

function* uneven(c: ConfigView): Iterable<Finding> {
  const by = usesPipeline(c) ? sizeAt(c, factor, vaeFactor) : 0
  if (by < 1) return
  for (const at of sides) {
    const side = sizeAt(c, at, 512)
    if (!isUneven(side, by)) continue
    if (isUneven(side, vaeFactor))
      yield { at, facts: facts(side, by), fix: set(at, nearestMultiple(side, by * halved)) }
    else {
      yield {
        at: factor,
        also: [at],
        facts: { ...facts(side, by), by },
        variant: 'factor',
        fix: set(factor, vaeFactor),
      }
      return
    }
  }
}

/** The factor of the VAE cannot be chosen; where the UNet stops because of it, `image-size-multiple` says so. */
function otherFactor(c: ConfigView): Finding | null {
  const by = usesPipeline(c) ? c.int(factor) : undefined
  if (by === undefined || by === vaeFactor) return null
  const [height, width] = sides.map((at) => sizeAt(c, at, 512))
  if (height === undefined || width === undefined || isUneven(height, by) || isUneven(width, by)) return null
  const drawn = (side: number) => Math.floor(side / by) * vaeFactor
  return {
    at: factor,
    facts: { value: by, actual_w: drawn(width), actual_h: drawn(height), width, height },
    fix: set(factor, vaeFactor),
  }
}

/** Pictures are named after the beginning of their prompt. nemo/…/parts/stable_diffusion/pipeline.py:209 */
const nameOf = (prompt: string): string => [...prompt].slice(0, 50).join('')

function* fileNames(c: ConfigView): Iterable<Finding> {
  if (!usesPipeline(c) || readsCaptions(c) || !savesPictures(c) || !isPil(c)) return
  const first = new Map<string, ReturnType<typeof promptsAt>[number]>()
  for (const prompt of promptsAt(c, prompts)) {
    const name = nameOf(prompt.text)
    const same = first.get(name)
    if (name.includes('/')) yield { at: prompt.at, facts: { name } }
    else if (same === undefined) first.set(name, prompt)
    else if (same.text !== prompt.text)
      yield { at: prompt.at, also: [same.at], facts: { name }, level: 'warning', variant: 'same' }
  }
}

function noPrompts(c: ConfigView): Finding | null {
  if (!usesPipeline(c) || readsCaptions(c) || trains(c)) return null
  const typed = c.isDict(prompts) ? undefined : c.typed(prompts)
  const isEmpty = typed === undefined || typed.t === 'null' || (typed.t === 'list' && typed.v.length === 0)
  return isEmpty ? { at: prompts } : null
}

const precisions = ['16', '16-mixed', 'bf16', 'bf16-mixed', '32', '32-true']

/** The precisions that the scripts map to a kind of numbers. nemo/…/parts/stable_diffusion/pipeline.py:123 */
function otherPrecision(c: ConfigView): Finding | null {
  if (!c.isDict('trainer')) return null
  const typed = c.written(precision)
  if (typed === undefined) return null
  const isBySampler = c.has('infer.sampler_type') || c.has('edit')
  if (!isBySampler && !(c.has('infer.prompts') && typed.t === 'null')) return null
  const name = typed.t === 'int' || typed.t === 'str' ? typed.v : ''
  if (precisions.includes(name) && (typed.t === 'str' || /^\d+$/.test(name))) return null
  return { at: precision, facts: { value: shown(typed) }, fix: set(precision, name.startsWith('bf') ? 'bf16' : 16) }
}

/** What the pipeline of Stable Diffusion draws and where it goes. nemo/…/parts/stable_diffusion/pipeline.py */
export const drawnPictureRules: readonly Rule[] = [
  { id: 'image-size-multiple', level: 'error', check: uneven },
  { id: 'down-factor', level: 'warning', check: otherFactor },
  { id: 'prompt-file-names', level: 'error', check: fileNames },
  { id: 'prompts-empty', level: 'error', check: noPrompts },
  { id: 'infer-precision', level: 'error', check: otherPrecision },
]
