import type { Rule } from '../../view/rule'

const prior = 'model.with_prior_preservation'
const cached = 'model.use_cached_latents'
const folders = ['model.data.regularization_dir', 'model.data.cached_reg_dir'] as const

/** DreamBooth's regularization images and cached latents. */
export const dreamboothLatentRules: readonly Rule[] = [
  {
    id: 'prior-off-data-given',
    level: 'info',
    families: ['dreambooth'],
    check(c) {
      const given = folders.filter((folder) => c.isSet(folder))
      return c.isFalse(prior) && given.length > 0 ? { at: prior, also: [...given, 'model.prior_loss_weight'] } : null
    },
  },
  {
    id: 'cached-latents-stale',
    level: 'info',
    families: ['dreambooth'],
    check: (c) => (c.isTrue(cached) ? { at: cached, also: ['model.data.resolution'] } : null),
  },
]
