import { type ConfigView, type Place, type Plain, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { isEmpty } from '../shared/training-data'

const data = 'model.data'
const keepsPrior = 'model.with_prior_preservation'
const cached = 'model.use_cached_latents'
const cachedInstance = `${data}.cached_instance_dir`
const cachedPrior = `${data}.cached_reg_dir`
const priorFolder = `${data}.regularization_dir`
const families = ['dreambooth'] as const

/** What the script reads whatever the settings, with the usual value where there is one. */
const required: Readonly<Record<string, Plain>> = {
  instance_dir: null,
  instance_prompt: null,
  num_reg_images: 10,
  num_images_per_prompt: 4,
  resolution: 512,
  center_crop: true,
}
const requiredForPrior = ['regularization_dir', 'regularization_prompt']

function* missingKeys(c: ConfigView): Iterable<Finding> {
  if (!c.isDict(data)) return
  for (const [key, usual] of Object.entries(required)) {
    const at = `${data}.${key}`
    if (!c.has(at)) yield { at, facts: { key }, ...(usual === null ? {} : { fix: set(at, usual) }) }
  }
  if (!c.isTrue(keepsPrior)) return
  for (const key of requiredForPrior) {
    const at = `${data}.${key}`
    if (c.knows(at) && isEmpty(c, at)) yield { at, also: [keepsPrior], facts: { key }, variant: 'prior' }
  }
}

/** Class images are generated into one folder and read from the other. */
function otherFolder(c: ConfigView): Finding | null {
  const at = 'infer.out_path'
  const folder = c.isTrue(keepsPrior) ? c.text(priorFolder) : undefined
  if (folder === undefined) return null
  const written = c.text(at)
  if (written === folder) return null
  const source = `\${${priorFolder}}`
  const fix = c.has('infer') ? { fix: { kind: 'set', path: pathOfPlace(at), source } as const } : {}
  return { at, also: [priorFolder], facts: { folder }, ...fix }
}

function oneCache(c: ConfigView): Finding | null {
  if (!c.isTrue(cached) || !c.isTrue(keepsPrior)) return null
  const given = [cachedInstance, cachedPrior].filter((place) => c.isSet(place))
  const [only] = given
  return only === undefined || given.length > 1
    ? null
    : { at: only === cachedPrior ? cachedInstance : cachedPrior, also: [only], fix: remove(only) }
}

function race(c: ConfigView): Finding | null {
  if (!c.isTrue(cached) || c.isSet(cachedInstance)) return null
  const { world } = batchOf(c)
  return typeof world === 'number' && world > 1
    ? { at: cachedInstance, also: [cached, 'trainer.devices'], facts: { world } }
    : null
}

function unreadCache(c: ConfigView): Finding | null {
  if (c.isTrue(cached)) return null
  const given: Place[] = [cachedInstance, cachedPrior].filter((place) => c.isSet(place))
  const [at, ...also] = given
  return at === undefined ? null : { at, also: [...also, cached], fix: set(cached, true) }
}

/** A subject's images, class images and their cached latents. examples/multimodal/text_to_image/dreambooth/dreambooth.py */
export const dreamBoothRules: readonly Rule[] = [
  { id: 'dreambooth-required-keys', level: 'error', families, check: missingKeys },
  { id: 'dreambooth-out-path', level: 'warning', families, check: otherFolder },
  {
    id: 'dreambooth-restore-path',
    level: 'warning',
    families,
    check: (c) =>
      c.isTrue(keepsPrior) && !c.isSet('model.restore_from_path')
        ? { at: 'model.restore_from_path', also: [keepsPrior] }
        : null,
  },
  { id: 'dreambooth-cached-dirs-partial', level: 'warning', families, check: oneCache },
  { id: 'dreambooth-cache-race', level: 'warning', families, check: race },
  { id: 'dreambooth-cached-ignored', level: 'info', families, check: unreadCache },
]
