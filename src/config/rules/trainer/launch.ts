import type { ConfigView } from '../../view/config-view'
import type { Finding, Rule } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { trains } from '../shared/training'

/** What scripts that start without ranks from the environment are told by. */
const others = ['exp_manager', 'models', 'customized_model', 'unet_xl'] as const

/** The number of GPUs, or another section where the one around it is missing, which is said already. */
const devicesOr = (c: ConfigView, section: string): string => (c.has('trainer') ? 'trainer.devices' : section)

function needsRanks(c: ConfigView): Finding | null {
  const { devices } = batchOf(c)
  const facts = { devices: typeof devices === 'number' ? devices : 1 }
  if (c.is('dreambooth') && trains(c) && c.isTrue('model.with_prior_preservation'))
    return { at: devicesOr(c, 'model'), also: ['model.with_prior_preservation'], facts, variant: 'prior' }
  if (!c.has('infer') && !c.has('edit')) return null
  return others.some((key) => c.has(key)) || trains(c)
    ? null
    : { at: devicesOr(c, c.has('infer') ? 'infer' : 'edit'), facts }
}

/** How scripts are started. nemo/collections/multimodal/parts/utils.py:280 */
export const launchRules: readonly Rule[] = [{ id: 'infer-needs-torchrun', level: 'info', check: needsRanks }]
