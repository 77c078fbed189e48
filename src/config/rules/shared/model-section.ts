import { type Rule, remove, set } from '../../view/rule'
import { below, classOf, modelClass, moduleClass } from './latent'
import { trains } from './training'

const unet = 'model.unet_config'
const classes = {
  UNetModel: moduleClass('diffusionmodules.openaimodel.UNetModel'),
  ControlledUnetModel: modelClass('controlnet.controlnet.ControlledUnetModel'),
} as const

/** Keys of `model` that mean something else than they look, and ControlNet's own UNet. */
export const modelSectionRules: readonly Rule[] = [
  {
    id: 'model-key-model',
    level: 'error',
    check: (c) => (c.has('model.model') ? { at: 'model.model', fix: remove('model.model') } : null),
  },
  {
    id: 'positional-encodings',
    level: 'error',
    families: ['sd', 'controlnet'],
    check(c) {
      const at = 'model.use_positional_encodings'
      return c.isTrue(at) ? { at, fix: set(at, false) } : null
    },
  },
  {
    id: 'use-ema-ignored',
    level: 'warning',
    check: (c) =>
      c.isTrue('model.use_ema')
        ? { at: 'model.use_ema', also: ['exp_manager.ema.enable'], fix: remove('model.use_ema') }
        : null,
  },
  {
    id: 'unet-class-vs-task',
    level: 'error',
    check(c) {
      const name = classOf(c, unet)
      const right = c.is('controlnet') || c.has('model.control_stage_config') ? 'ControlledUnetModel' : 'UNetModel'
      if (name === right || (name !== 'UNetModel' && name !== 'ControlledUnetModel')) return null
      if (right === 'UNetModel' && !trains(c)) return null
      const target = below(unet, '_target_')
      const variant = right === 'UNetModel' ? 'controlled' : 'plain'
      return { at: target, facts: { name, right }, variant, fix: set(target, classes[right]) }
    },
  },
]
