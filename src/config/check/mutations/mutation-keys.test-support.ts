import type { NodeView, Parsed } from '../../../core/parsed'
import { type Path, pathKey, printPath } from '../../../core/path'
import { planInsertOn, planRemoveOn } from '../../../core/yaml/plan'
import { specIn } from '../../context/specs-in'
import { checkValue } from '../../schema/check-value'
import { familyOf } from '../../schema/family'
import type { FieldSpec } from '../../schema/field'
import { nearest } from '../../schema/nearest'
import { allSpecs } from '../../schema/specs'
import { type Config, type Kind, splice } from './mutation.test-support'
import { afterOf, knownPlaces, namesKeys, pick, siblingsAt, slip, sourceOf } from './mutation-places.test-support'

/** What an unknown key is called, in general and by the rules of their sections. */
const keyCodes = [
  ...['unknown-key', 'imagen-unknown-key', 'imagen-unet-unknown-key', 'data-augmentation-unknown-key'],
  ...['imagen-preconditioning-keys'],
]

export const misspeltKey: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(
      ({ key, parent, parentSpec }) => key.length >= 5 && key !== '_target_' && namesKeys(config, parent, parentSpec),
    )
    .map(({ node, key, parent }) => (random) => {
      const miss = slip(key, random)
      const known = siblingsAt(parsed, parent.path)
      const isTaken = known.some((other) => other !== key && nearest(miss, [other], 1) !== null)
      if (node.keySpan === null || isTaken || miss === key || parent.children.includes(miss)) return null
      return {
        text: splice(parsed.text, node.keySpan, miss),
        path: [...parent.path, miss],
        covers: 'key',
        codes: keyCodes,
        near: key,
        restores: 'bytes',
        touched: [node.path],
      }
    })
}

/** The objects of a config whose keys are known by name. */
const objectsOf = (config: Config): { node: NodeView; spec: FieldSpec }[] =>
  knownPlaces(config).filter(({ node, spec }) => namesKeys(config, node, spec))

const places = new Map<string, FieldSpec[]>()
for (const spec of allSpecs()) {
  const { pattern, meta } = spec
  const key = pattern.at(-1) ?? ''
  if (!pattern.includes('*') && meta.unused !== true && meta.deprecated === undefined)
    places.set(key, [...(places.get(key) ?? []), spec])
}

const isAccepted = (parsed: Parsed, { path, scalar }: NodeView): boolean =>
  checkValue(specIn(parsed, path) as FieldSpec, scalar ?? { t: 'null' }) === null

/** Whether a section neither has nor knows a key, nor one that is spelt like it. */
const isStranger = (parsed: Parsed, { path, children }: NodeView, key: string): boolean =>
  !children.includes(key) &&
  specIn(parsed, [...path, key]) === null &&
  nearest(key, siblingsAt(parsed, path), 1) === null

/** The text with a value at another path, null when it cannot be moved there. */
function movedInto(parsed: Parsed, node: NodeView, path: Path): string | null {
  const moved = planInsertOn(parsed, path.slice(0, -1), { key: path.at(-1) as string, source: sourceOf(parsed, node) })
  return moved.ok ? afterOf(planRemoveOn(moved.after, node.path)) : null
}

export const wrongSection: Kind = (config) => {
  const { parsed } = config
  const sections = objectsOf(config)
  return knownPlaces(config)
    .filter(
      ({ node }) => node.scalar !== null && node.path.every((step) => typeof step === 'string') && node.path.length > 1,
    )
    .filter(({ node, key }) => key !== '_target_' && !/\n|^$/.test(sourceOf(parsed, node)) && node.style !== 'alias')
    .map(({ node, key, parent }) => (random) => {
      const section = pick(sections, random)
      if (section === undefined || pathKey(section.node.path) === pathKey(parent.path)) return null
      if (!isStranger(parsed, section.node, key)) return null
      const text = movedInto(parsed, node, [...section.node.path, key])
      if (text === null) return null
      const isOnly = places.get(key)?.length === 1 && isAccepted(parsed, node)
      return {
        text,
        path: [...section.node.path, key],
        covers: 'key',
        codes: [...keyCodes, 'unknown-class-parameter'],
        ...(isOnly ? { near: printPath(node.path), restores: 'values' } : {}),
        touched: [node.path],
      }
    })
}

export const unknownKey: Kind = (config) =>
  objectsOf(config).map(({ node }) => () => {
    const text = afterOf(planInsertOn(config.parsed, node.path, { key: 'zzqqzz_vvwwvv', source: '1' }))
    if (text === null) return null
    return {
      text,
      path: [...node.path, 'zzqqzz_vvwwvv'],
      covers: 'key',
      codes: keyCodes,
      touched: [],
    }
  })

/** Sections that decide what kind of config it is: without them it is another, which needs other keys. */
const deciding =
  /^(?:infer|fid|edit|sampling|quantize|trt|models|customized_model|samplings|model|exp_manager|model\.unet|infer\.control)$/

/** Keys that some configs do without, by the config and the place, and why. */
const spared: readonly { config: RegExp; path: RegExp; why: string }[] = [
  { config: /dreambooth/, path: /^model\.\w+$/, why: 'the model of DreamBooth does not read them' },
  { config: /sd_xl_infer_v2/, path: /^model\./, why: 'when it runs, a model is merged into the one of its checkpoint' },
  {
    config: /cache_both/,
    path: /first_stage_config|augmentations/,
    why: 'no autoencoder is built, no picture decoded',
  },
  { config: /infer|export|fid|edit|quantize/, path: /^trainer\./, why: 'only exp_manager reads them' },
  {
    config: /dreambooth|quantize|_fid/,
    path: /^infer\./,
    why: 'read only while pictures of a class are drawn, or for some outputs',
  },
  { config: /sd_xl_quantize/, path: /^(?:out_path|onnx_export)/, why: 'nothing is drawn; what it exports is a switch' },
  { config: /sd_xl_fid/, path: /^sampling\.refiner/, why: 'without a refiner they are not read' },
  { config: /sd_xl_base_train/, path: /gradient_as_bucket_view|cudagraph_iters/, why: 'read by other trainings' },
  { config: /no_conditions/, path: /^model\.peft\./, why: 'no scheme is chosen' },
  { config: /controlnet_v1-5/, path: /capture_cudagraph_iters/, why: 'read by other trainings' },
  { config: /inference_pipeline/, path: /^texts$/, why: 'prompts may be typed while it runs' },
]

export const missingKey: Kind = (config) => {
  const { parsed, name } = config
  const family = familyOf(parsed)
  const isSpared = (path: Path) =>
    deciding.test(printPath(path)) || spared.some((it) => it.config.test(name) && it.path.test(printPath(path)))
  return knownPlaces(config)
    .filter(({ node }) => !isSpared(node.path))
    .filter(
      ({ spec: { meta } }) =>
        meta.required === true && (meta.families === undefined || family === null || meta.families.includes(family)),
    )
    .map(({ node }) => () => {
      const text = afterOf(planRemoveOn(parsed, node.path))
      if (text === null) return null
      return { text, path: node.path, covers: null, codes: missingCodes, touched: [node.path] }
    })
}

/** What says that something is not there, in general and by the rules of their topics. */
export const missingCodes = [
  ...['missing-key', 'missing-class-parameter', 'missing-class', 'batch-size-missing', 'required-model-keys'],
  ...['trainer-precision-missing', 'logger-conflict', 'checkpoint-callback-conflict', 'exp-manager-missing'],
  ...['ddconfig-double-z', 'data-num-workers', 'data-dataset-path-empty', 'data-augmentations-missing'],
  ...['data-webdataset-missing', 'data-local-root-path', 'optim-missing', 'sched-name-missing'],
  ...['gradient-as-bucket-view-missing', 'dreambooth-required-keys', 'prompts-empty', 'peft-scheme', 'peft-required'],
  ...['peft-network-alpha', 'imagen-unet-type', 'imagen-unet-required', 'imagen-preconditioning-missing'],
  ...['imagen-conditioning-required', 'imagen-fid-models', 'imagen-stages', 'data-filter-keys-required'],
  ...['data-filter-value', 'ip2p-dataloader-type', 'sdxl-sampler-keys', 'lora-infer-path', 'edit-empty-prompt'],
  ...['trt-infer-adm', 'exp-manager-section-null'],
]

export const duplicateKey: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(({ node }) => node.scalar !== null && node.keySpan !== null && node.valueSpan.to > node.keySpan.to)
    .map(({ node }) => () => {
      const { text } = parsed
      const { from } = node.keySpan ?? { from: 0 }
      const start = text.lastIndexOf('\n', from - 1) + 1
      const end = text.indexOf('\n', from)
      const line = text.slice(start, end)
      if (end < node.valueSpan.to || !/^ *[\w]+:/.test(line)) return null
      return {
        text: `${text.slice(0, end)}\n${line}${text.slice(end)}`,
        path: node.path,
        covers: { from: from + line.length + 1, to: (node.keySpan?.to ?? 0) + line.length + 1 },
        codes: ['yaml-duplicate-key'],
        level: 'error',
        restores: 'bytes',
        touched: [[]],
      }
    })
}
