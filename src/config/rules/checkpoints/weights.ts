import type { ConfigView, Place } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { below, classOf, isCached, isLora, isPrecomputed, paramOf } from '../shared/latent'
import { isRun, trains } from '../shared/training'

const unet = 'model.unet_config'
const vae = 'model.first_stage_config'
const control = 'model.control_stage_config'
const checkpoint = 'model.ckpt_path'
const pretrained = (c: ConfigView, net: Place): Place => paramOf(c, net, 'from_pretrained')

const trainedLatent = ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth', 'sdxl'] as const
/** The models whose scripts load `model.ckpt_path`. */
const readCheckpoint = ['sd', 'instruct_pix2pix', 'controlnet'] as const
const hasCheckpoint = (c: ConfigView): boolean => c.is(...readCheckpoint) && c.isSet(checkpoint)
/** That the key is missing, which the scripts need, is said already. */
const lacksCheckpoint = (c: ConfigView): boolean => c.is(...readCheckpoint) && isRun(c) && !c.has(checkpoint)

function randomVae(c: ConfigView): Finding | null {
  if (!trains(c) || !c.has(vae) || hasCheckpoint(c) || lacksCheckpoint(c) || isCached(c)) return null
  if (classOf(c, vae) === 'IdentityFirstStage') return null
  if (c.is('sd') && isPrecomputed(c.text('model.first_stage_key') ?? '')) return null
  const at = pretrained(c, vae)
  if (c.isSet(at) || c.isSet(paramOf(c, vae, 'ckpt_path'))) return null
  return { at, ...(c.is(...readCheckpoint) ? { also: [checkpoint], variant: 'checkpoint' } : {}) }
}

/** Fine-tuning that begins with random weights. */
function randomUnet(c: ConfigView): Finding | null {
  if (!trains(c) || !c.has(unet) || hasCheckpoint(c) || lacksCheckpoint(c) || c.isSet(pretrained(c, unet))) return null
  if (!c.is('dreambooth', 'controlnet', 'instruct_pix2pix') && !isLora(c)) return null
  if (c.is('instruct_pix2pix')) return { at: checkpoint, also: [pretrained(c, unet)], variant: 'edit' }
  return { at: pretrained(c, unet), ...(c.is(...readCheckpoint) ? { also: [checkpoint], variant: 'checkpoint' } : {}) }
}

function* formatNotStated(c: ConfigView): Iterable<Finding> {
  for (const net of [unet, vae]) {
    const at = paramOf(c, net, 'from_NeMo')
    if (c.has(below(net, '_target_')) && c.isSet(pretrained(c, net)) && !c.isSet(at))
      yield { at, also: [pretrained(c, net)], fix: set(at, false) }
  }
}

function* diffusersFile(c: ConfigView): Iterable<Finding> {
  for (const net of [unet, vae]) {
    const at = paramOf(c, net, 'from_NeMo')
    const file = c.text(pretrained(c, net))?.split('/').at(-1) ?? ''
    if (file.startsWith('diffusion_pytorch_model') && c.isTrue(at))
      yield { at, also: [pretrained(c, net)], facts: { file }, fix: set(at, false) }
  }
}

/** The eight input channels fit only when `ckpt_path` widens the weights. */
function editFromPretrained(c: ConfigView): Finding | null {
  const at = pretrained(c, unet)
  const path = c.text(at)
  if (path === undefined) return null
  const clear = set(at, null)
  return { at, also: [checkpoint], fix: c.isSet(checkpoint) ? clear : all(set(checkpoint, path), clear) }
}

function overridden(c: ConfigView): Finding | null {
  if (!hasCheckpoint(c) || c.text(checkpoint)?.endsWith('.nemo')) return null
  const isEdit = c.is('instruct_pix2pix')
  const nets = [
    ...(isEdit || c.isFalse('model.load_unet') ? [] : [unet]),
    ...(isEdit || !c.isFalse('model.load_vae') ? [vae] : []),
  ]
  const [at, ...others] = nets.map((net) => pretrained(c, net)).filter((place) => c.isSet(place))
  if (at === undefined) return null
  return { at, also: [...others, checkpoint], fix: all(...[at, ...others].map((place) => set(place, null))) }
}

function checkpointUnused(c: ConfigView): Finding | null {
  const path = c.get(checkpoint)
  if (path === undefined || path === null) return null
  const to = pretrained(c, unet)
  const clear = set(checkpoint, null)
  const isFree = c.has(unet) && !c.isSet(to)
  return { at: checkpoint, also: [to], fix: isFree ? all(set(to, path), clear) : clear }
}

/** What a flag leaves out, by the names of the weights. nemo/…/stable_diffusion/ldm/ddpm.py:564 */
const parts = {
  'model.load_vae': 'first_stage_model',
  'model.load_unet': 'model.diffusion_model',
  'model.load_encoder': 'cond_stage_model',
} as const

function* flagsOfEdit(c: ConfigView): Iterable<Finding> {
  const ignored = c.list('model.ignore_keys') ?? []
  for (const [flag, part] of Object.entries(parts))
    if (c.isFalse(flag)) {
      const list = ignored.includes(part) ? ignored : [...ignored, part]
      yield {
        at: flag,
        also: ['model.ignore_keys'],
        facts: { part },
        fix: all(set('model.ignore_keys', list), remove(flag)),
      }
    }
}

/** Where weights come from. */
export const weightsRules: readonly Rule[] = [
  { id: 'vae-random-weights', level: 'warning', families: trainedLatent, check: randomVae },
  { id: 'unet-random-finetune', level: 'warning', families: trainedLatent, check: randomUnet },
  {
    id: 'control-random-branch',
    level: 'warning',
    families: ['controlnet'],
    check(c) {
      const at = paramOf(c, control, 'from_pretrained_unet')
      return !c.has(control) || c.isSet(at) || c.isSet(checkpoint) ? null : { at, also: [checkpoint] }
    },
  },
  { id: 'from-nemo-unset', level: 'info', check: formatNotStated },
  { id: 'from-nemo-diffusers-file', level: 'warning', check: diffusersFile },
  { id: 'pix2pix-from-pretrained', level: 'warning', families: ['instruct_pix2pix'], check: editFromPretrained },
  { id: 'ckpt-path-and-from-pretrained', level: 'info', check: overridden },
  { id: 'ckpt-path-unused', level: 'warning', families: ['dreambooth', 'sdxl'], check: checkpointUnused },
  {
    id: 'ckpt-path-nemo',
    level: 'error',
    families: readCheckpoint,
    check: (c) => (c.text(checkpoint)?.endsWith('.nemo') ? { at: checkpoint } : null),
  },
  { id: 'load-flags-pix2pix', level: 'info', families: ['instruct_pix2pix'], check: flagsOfEdit },
  {
    id: 'load-only-unet-ignored',
    level: 'warning',
    check(c) {
      const at = 'model.load_only_unet'
      if (!c.isTrue(at)) return null
      const others = c.is('sd', 'controlnet') ? [set('model.load_vae', false), set('model.load_encoder', false)] : []
      return { at, fix: all(set(at, false), ...others) }
    },
  },
]
