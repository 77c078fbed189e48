import type { Family } from '../../schema/field'
import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isRun, trains } from './training'

/** Values that change nothing, for keys that scripts read without a fallback. */
const usual = {
  inductor: false,
  inductor_cudagraphs: false,
  channels_last: false,
  capture_cudagraph_iters: -1,
  seed: 1234,
  fused_opt: true,
} as const
type Key = keyof typeof usual

/** nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:138, :560 */
const required: Readonly<Partial<Record<Family, readonly Key[]>>> = {
  sd: ['inductor', 'inductor_cudagraphs', 'capture_cudagraph_iters', 'seed', 'fused_opt'],
  controlnet: ['inductor', 'inductor_cudagraphs', 'channels_last', 'seed', 'fused_opt'],
  instruct_pix2pix: ['inductor', 'inductor_cudagraphs', 'seed', 'fused_opt'],
  dreambooth: ['inductor', 'inductor_cudagraphs', 'channels_last', 'seed'],
  sdxl: ['seed'],
  imagen: ['seed'],
}

/** Keys that are read only while another one is true. */
function alsoRequired(c: ConfigView): readonly Key[] {
  if (c.is('sdxl') && c.maybe('model.fsdp', false) === true) return ['inductor']
  return c.is('imagen') && c.maybe('model.inductor', false) === true ? ['inductor_cudagraphs'] : []
}

function* missing(c: ConfigView): Iterable<Finding> {
  if (c.family === null || !isRun(c) || !c.has('model')) return
  for (const key of [...(required[c.family] ?? []), ...alsoRequired(c)]) {
    const at = `model.${key}`
    if (!c.has(at)) yield { at, facts: { key: at }, fix: set(at, usual[key]) }
  }
}

/** Read where SDXL draws. nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:68 */
const legacyText = 'model.is_legacy'

const learningRate = 'model.learning_rate'

/** Keys of older scripts; `fused_opt` can go only where nothing asks for it. */
function* legacy(c: ConfigView): Iterable<Finding> {
  if (!trains(c)) return
  if (c.has(learningRate))
    yield { at: learningRate, also: ['model.optim.lr'], facts: { key: learningRate }, fix: remove(learningRate) }
  if (c.is('dreambooth') && c.has('model.fused_opt'))
    yield {
      at: 'model.fused_opt',
      also: ['model.optim'],
      facts: { key: 'model.fused_opt' },
      fix: remove('model.fused_opt'),
    }
}

const filename = 'exp_manager.checkpoint_callback_params.filename'

/** A run that resumes already is told by a rule of exp_manager's. nemo/collections/nlp/models/language_modeling/megatron_base_model.py:940 */
function noPosition(c: ConfigView): Finding | null {
  if (!trains(c) || c.isTrue('exp_manager.resume_if_exists') || c.isSet('exp_manager.resume_from_checkpoint'))
    return null
  const pattern = c.text(filename)
  return pattern === undefined || pattern.includes('consumed_samples')
    ? null
    : { at: filename, fix: set(filename, `${pattern}-{consumed_samples}`) }
}

/** Single keys that a script needs, does not read, or reads in its own way. */
export const sharedKeyRules: readonly Rule[] = [
  { id: 'required-model-keys', level: 'error', check: missing },
  {
    id: 'imagen-seed',
    level: 'info',
    families: ['imagen'],
    check: (c) => (trains(c) && c.has('model.seed') ? { at: 'model.seed' } : null),
  },
  {
    id: 'imagen-channels-last',
    level: 'info',
    families: ['imagen'],
    check: (c) =>
      c.isTrue('model.channels_last') ? { at: 'model.channels_last', fix: set('model.channels_last', false) } : null,
  },
  {
    id: 'allow-tf32-ineffective',
    level: 'info',
    families: ['imagen'],
    check: (c) => (c.has('allow_tf32') ? { at: 'allow_tf32', fix: remove('allow_tf32') } : null),
  },
  {
    id: 'is-legacy-ineffective',
    level: 'info',
    check: (c) =>
      c.has(legacyText) && (c.has('trt') || (c.is('sdxl') && trains(c)))
        ? { at: legacyText, fix: remove(legacyText) }
        : null,
  },
  { id: 'consumed-samples-filename', level: 'info', check: noPosition },
  { id: 'legacy-lr-keys', level: 'info', check: legacy },
]
