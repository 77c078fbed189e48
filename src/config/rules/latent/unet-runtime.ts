import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isLora, paramOf } from '../shared/latent'
import { attentionLevels } from './unet-shape'

const unet = 'model.unet_config'
const scheme = 'model.peft.peft_scheme'

/** A UNet that computes in full precision, where flash attention steps aside. nemo/…/stable_diffusion/attention.py:361 */
const isFullPrecision = (c: ConfigView): boolean => {
  const precision = c.get('trainer.precision')
  return (
    (precision === 32 || precision === '32' || precision === '32-true') &&
    (c.text(paramOf(c, unet, 'unet_precision')) ?? 'fp32') === 'fp32'
  )
}

function wideHeads(c: ConfigView): Finding | null {
  const at = paramOf(c, unet, 'use_flash_attention')
  if (!c.isTrue(at)) return null
  const [heads, channels] = [c.number(paramOf(c, unet, 'num_heads')), c.number(paramOf(c, unet, 'num_head_channels'))]
  for (const { level, width } of attentionLevels(c, unet)) {
    const head = channels !== undefined && channels !== -1 ? channels : width / (heads ?? -1)
    if (Number.isInteger(head) && head > 0 && (head > 160 || head % 8 !== 0))
      return { at, also: [paramOf(c, unet, 'num_heads')], facts: { level, head } }
  }
  return null
}

function halfWeights(c: ConfigView): Finding | null {
  const at = paramOf(c, unet, 'unet_precision')
  const value = c.text(at)
  const optimizer = c.text('model.optim.name')
  if (value === undefined || value === 'fp32' || optimizer === undefined || optimizer === 'megatron_fused_adam')
    return null
  return {
    at,
    also: ['model.optim.name'],
    facts: { value, optimizer },
    ...(c.isTrue(paramOf(c, unet, 'use_te_fp8')) ? {} : { fix: set(at, 'fp32') }),
  }
}

/** How the UNet computes: attention kernels, precision of its weights, activation checkpoints. */
export const unetRuntimeRules: readonly Rule[] = [
  {
    id: 'attention-kernels-both',
    level: 'error',
    check(c) {
      const [flash, te] = [paramOf(c, unet, 'use_flash_attention'), paramOf(c, unet, 'use_te_dpa')]
      return c.isTrue(flash) && c.isTrue(te) ? { at: te, also: [flash], fix: set(te, false) } : null
    },
  },
  {
    id: 'flash-attention-fp32',
    level: 'info',
    check(c) {
      const at = paramOf(c, unet, 'use_flash_attention')
      if (!c.isTrue(at) || !isFullPrecision(c)) return null
      return { at, also: ['trainer.precision'], fix: set(at, false) }
    },
  },
  { id: 'flash-attention-head-width', level: 'info', check: wideHeads },
  {
    id: 'te-fp8-precision',
    level: 'error',
    check(c) {
      const [fp8, at] = [paramOf(c, unet, 'use_te_fp8'), paramOf(c, unet, 'unet_precision')]
      return c.isTrue(fp8) && c.get(at) !== 'fp16' ? { at, also: [fp8], fix: set(at, 'fp16') } : null
    },
  },
  {
    id: 'te-fp8-lora',
    level: 'error',
    check(c) {
      const at = paramOf(c, unet, 'use_te_fp8')
      return c.isTrue(at) && isLora(c) ? { at, also: [scheme], fix: set(at, false) } : null
    },
  },
  { id: 'unet-precision-optimizer', level: 'warning', check: halfWeights },
  {
    id: 'checkpointing-lora',
    level: 'error',
    check(c) {
      const at = paramOf(c, unet, 'use_checkpoint')
      return c.isTrue(at) && isLora(c) ? { at, also: [scheme], fix: set(at, false) } : null
    },
  },
  {
    id: 'lora-alpha-in-unet',
    level: 'info',
    check(c) {
      const at = paramOf(c, unet, 'lora_network_alpha')
      return c.isSet(at) ? { at, also: ['model.peft.lora_tuning.network_alpha'], fix: set(at, null) } : null
    },
  },
]
