import type { Path } from '../../../core/path'
import { nearest } from '../../schema/nearest'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { isPlaceholder } from '../../view/placeholder'
import { type Finding, type Rule, remove, rename, set } from '../../view/rule'
import { isNothing, promptsAt } from '../shared/inference'

const models = 'customized_model'
const stages = ['base', 'sr256', 'sr1024'] as const
/** Stages that run for a target resolution; 256 when absent. nemo/…/text_to_image/imagen/imagen_pipeline.py:135 */
const stagesFor: Readonly<Record<string, number>> = { 64: 1, 256: 2, 1024: 3 }

/** True for the scripts whose keys stand at the top. */
const isPipeline = (c: ConfigView): boolean => c.has(models)

/** Which stages run, null for a resolution that there is not. */
function loaded(c: ConfigView): { readonly res: number; readonly k: number } | null {
  const res = isPipeline(c) ? (c.int('target_resolution') ?? 256) : 0
  const k = stagesFor[res]
  return k === undefined ? null : { res, k }
}

function* missingStages(c: ConfigView): Iterable<Finding> {
  const run = loaded(c)
  if (run === null) return
  for (const stage of stages.slice(0, run.k)) {
    const at = `${models}.${stage}_ckpt`
    if (c.knows(at) && isNothing(c, at)) yield { at, also: ['target_resolution'], facts: { ...run, stage } }
  }
  const given = c.below('samplings').length
  if (given < run.k)
    yield { at: 'samplings', also: ['target_resolution'], facts: { ...run, given }, variant: 'samplings' }
}

const moved = /^examples\/multimodal\/generative\//

/** The configs as they are named since the folder was renamed. */
const movedTo = (path: string): string =>
  path.replace(moved, 'examples/multimodal/text_to_image/').replace(/sr1024-400m\.yaml$/, 'sr1024-600m.yaml')

function* configsOfStages(c: ConfigView): Iterable<Finding> {
  const run = loaded(c)
  if (run === null) return
  for (const stage of stages.slice(0, run.k)) {
    const [at, config] = [`${models}.${stage}_ckpt`, `${models}.${stage}_cfg`]
    const path = c.maybe(at, null)
    const needsConfig = typeof path === 'string' && path.endsWith('.ckpt')
    if (typeof path === 'string' && !needsConfig && !path.endsWith('.nemo') && !isPlaceholder(path))
      yield { at, facts: { value: path }, variant: 'kind' }
    const given = c.maybe(config, null)
    if (needsConfig && c.knows(config) && isNothing(c, config)) yield { at: config, also: [at] }
    if (typeof given === 'string' && moved.test(given))
      yield {
        at: config,
        facts: { value: given },
        variant: 'moved',
        fix: set(config, movedTo(given)),
        ...(needsConfig ? {} : { level: 'warning' }),
      }
  }
}

function* singleStep(c: ConfigView): Iterable<Finding> {
  for (const list of ['samplings', 'infer.samplings']) {
    if (!c.has(list) || !c.knows(list)) continue
    yield* c.each(c.below(list), function* (item) {
      const at = [...item, 'step']
      if (c.number(at) === 1) yield { at, fix: set(at, 20) }
    })
  }
}

/** Pictures for FID run the list of checkpoints. nemo/collections/multimodal/parts/utils.py:200 */
function* checkpoints(c: ConfigView): Iterable<Finding> {
  if (!c.has('models') || !c.knows('models')) return
  const paths = c.below('models').map((item): Place => [...item, 'restore_from_path'])
  const given = paths.filter((at) => !c.knows(at) || (!isNothing(c, at) && c.get(at) !== ''))
  const m = given.length
  if (m === 0) yield { at: 'models', variant: 'none' }
  for (const at of given) {
    const value = c.maybe(at, null)
    if (typeof value === 'string' && !value.endsWith('.nemo') && !isPlaceholder(value))
      yield { at, facts: { value }, variant: 'kind' }
  }
  const samplings = 'infer.samplings'
  if (c.knows(samplings) && c.below(samplings).length < m) yield { at: samplings, also: ['models'], facts: { m } }
  const model = 'infer.customized_model'
  if (c.knows(model) && isNothing(c, model))
    yield { at: model, variant: 'section', fix: { kind: 'set', path: pathOfPlace(model), source: '{}' } }
}

const known: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['model_name', 'run_ema_model', models, 'num_images_per_promt', 'texts', 'output_path', 'record_time'],
    ...['encoder_path', 'target_resolution', 'inference_precision', 'thresholding_method', 'samplings', 'part'],
  ],
  [models]: stages.flatMap((stage) => [`${stage}_ckpt`, `${stage}_cfg`]),
  samplings: ['step', 'cfg'],
}

/** Keys that the dataclass of the pipeline does not have. nemo/…/text_to_image/imagen/imagen_pipeline.py:45 */
function* unknownKeys(c: ConfigView): Iterable<Finding> {
  if (!isPipeline(c) || c.has('infer')) return
  yield* notAmong(c, [], known[''] ?? [])
  if (c.isDict(models)) yield* notAmong(c, [models], known[models] ?? [])
  for (const item of c.knows('samplings') ? c.below('samplings') : []) yield* notAmong(c, item, known.samplings ?? [])
}

function* notAmong(c: ConfigView, parent: Path, keys: readonly string[]): Iterable<Finding> {
  for (const at of c.below(parent)) {
    const key = String(at.at(-1))
    if (keys.includes(key) || (parent.length === 0 && key === 'hydra') || key === 'defaults') continue
    const near = nearest(key, keys)
    const isFree = near !== null && !c.has([...parent, near])
    yield { at, facts: { key }, fix: isFree ? rename(at, near) : remove(at) }
  }
}

/** Longest name of a file in bytes without `_0.png`. */
const longest = 248

function* fileNames(c: ConfigView): Iterable<Finding> {
  if (!isPipeline(c)) return
  for (const { at, text } of promptsAt(c, 'texts')) {
    const bytes = new TextEncoder().encode(text).length
    if (text.includes('/')) yield { at }
    else if (bytes > longest) yield { at, facts: { bytes, longest }, variant: 'long' }
  }
}

/** Imagen's cascade of models. nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py */
export const imagenPipelineRules: readonly Rule[] = [
  { id: 'imagen-stages', level: 'error', check: missingStages },
  { id: 'imagen-ckpt-config', level: 'error', check: configsOfStages },
  {
    id: 'imagen-model-name',
    level: 'error',
    *check(c) {
      for (const at of ['model_name', 'infer.model_name'])
        if (c.has(at) && c.isSet(at)) yield { at, facts: { value: String(c.get(at)) }, fix: set(at, null) }
    },
  },
  { id: 'imagen-edm-steps', level: 'warning', check: singleStep },
  { id: 'imagen-fid-models', level: 'error', check: checkpoints },
  { id: 'imagen-unknown-key', level: 'error', check: unknownKeys },
  { id: 'imagen-text-file-name', level: 'error', check: fileNames },
]
