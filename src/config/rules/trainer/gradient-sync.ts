import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { isDistributed, optimizerOf } from '../shared/optimizer-name'
import { isRun, trains } from '../shared/training'

const overlap = 'model.ddp_overlap'
const off = set(overlap, false)

/** True when something other than `ddp_overlap` decides how gradients are exchanged. */
const isHandled = (c: ConfigView): boolean => isDistributed(optimizerOf(c)) || c.isTrue('model.megatron_amp_O2')

/** Absent counts as true where a script asks for it with that default. */
const isOn = (c: ConfigView): boolean => c.get(overlap) === undefined || c.isTrue(overlap)

const variantOf = (c: ConfigView) => (c.has(overlap) ? {} : { variant: 'absent' })

/** nemo/collections/nlp/parts/nlp_overrides.py:290 */
function notSynchronised(c: ConfigView): Finding | null {
  const { world, devices } = batchOf(c)
  if (!isRun(c) || !c.has('trainer') || c.isTrue('model.fsdp') || isHandled(c)) return null
  if (c.is('sdxl') ? c.has(overlap) : !isOn(c)) return null
  if (devices !== 'every-gpu' && (typeof world !== 'number' || world < 2)) return null
  const finding = { at: overlap, also: ['trainer.devices', 'trainer.num_nodes'], fix: off }
  return devices === 'every-gpu'
    ? { ...finding, level: 'warning', variant: 'every-gpu' }
    : { ...finding, facts: { world } }
}

/** Who averages gradients over the GPUs. */
export const gradientSyncRules: readonly Rule[] = [
  {
    id: 'ddp-overlap-sd',
    level: 'error',
    families: ['sd', 'instruct_pix2pix'],
    check: (c) =>
      isRun(c) && isOn(c) && !isHandled(c)
        ? { at: overlap, also: ['model.optim.name'], ...variantOf(c), fix: off }
        : null,
  },
  {
    id: 'gradients-not-synchronised',
    level: 'error',
    families: ['imagen', 'dreambooth', 'sdxl'],
    check: notSynchronised,
  },
  {
    id: 'sdxl-ddp-overlap-true',
    level: 'error',
    families: ['sdxl'],
    check: (c) =>
      trains(c) && c.isTrue(overlap) && !c.isTrue('model.fsdp') && !isDistributed(optimizerOf(c))
        ? { at: overlap, also: ['model.fsdp'], fix: off }
        : null,
  },
  {
    id: 'controlnet-ddp-overlap-unused',
    level: 'info',
    families: ['controlnet'],
    check: (c) => (trains(c) && c.has(overlap) ? { at: overlap, fix: remove(overlap) } : null),
  },
  {
    id: 'gradient-as-bucket-view-missing',
    level: 'error',
    check: (c) =>
      isRun(c) && !c.has('model.gradient_as_bucket_view') && !c.isTrue('model.fsdp')
        ? { at: 'model.gradient_as_bucket_view', fix: set('model.gradient_as_bucket_view', true) }
        : null,
  },
]
