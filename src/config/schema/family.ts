import type { Parsed } from '../../core/parsed'
import { type PathKey, parsePath, pathKey } from '../../core/path'
import type { Family, ModelFamily, Task } from './field'

export const modelFamilies: readonly ModelFamily[] = [
  'sd',
  'sdxl',
  'imagen',
  'dreambooth',
  'controlnet',
  'instruct_pix2pix',
]
/** The families of scripts, as rules and parameters name them. */
export const familyNames: readonly Family[] = [...modelFamilies, 'inference']

export const tasks: readonly Task[] = ['train', 'infer', 'evaluate', 'quantize', 'export', 'trt']

export interface Kind {
  readonly family: ModelFamily | null
  readonly task: Task | null
}

const known = new WeakMap<Parsed, Kind>()

/** The kind of config, as pinned by the user or else recognised by the keys that only it has. */
export function kindOf(parsed: Parsed, pinned: Kind | null = null): Kind {
  if (pinned !== null) return pinned
  let kind = known.get(parsed)
  if (kind === undefined) {
    kind = recognise(parsed)
    known.set(parsed, kind)
  }
  return kind
}

/** The family of scripts that reads a config: the model's while it trains, `inference` for all other tasks; null when it cannot be told. */
export const scriptFamily = ({ family, task }: Kind): Family | null =>
  task === null || task === 'train' ? family : 'inference'

/** As `scriptFamily` of the kind that a text has. */
export const familyOf = (parsed: Parsed): Family | null => scriptFamily(kindOf(parsed))

/** Worked out of the written place alone; only those named in this file are asked for. */
const keys = new Map<string, PathKey>()
function keyOf(written: string): PathKey {
  let key = keys.get(written)
  if (key === undefined) {
    key = pathKey(parsePath(written) ?? [])
    keys.set(written, key)
  }
  return key
}

const has = (parsed: Parsed, ...paths: string[]): boolean => paths.some((path) => parsed.nodes.has(keyOf(path)))

const says = (parsed: Parsed, path: string, pattern: RegExp): boolean => {
  const scalar = parsed.nodes.get(keyOf(path))?.scalar
  return scalar?.t === 'str' && pattern.test(scalar.v)
}

function recognise(parsed: Parsed): Kind {
  const task = taskOf(parsed)
  const family = trainedFamily(parsed)
  if (task === null || task === 'train') return { family, task }
  return { family: family ?? runFamily(parsed), task }
}

/**
 * By the keys that only one kind of script reads. DreamBooth reads `infer` while it trains, to draw its class images. No script reads a
 * model alone, as in sd_xl_base.yaml.
 */
function taskOf(parsed: Parsed): Task | null {
  if (has(parsed, 'unet_xl', 'clip1', 'clip2')) return 'trt'
  if (has(parsed, 'quantize', 'run_quantization', 'run_onnx_export', 'run_trt_export', 'onnx_export', 'trt_export'))
    return 'quantize'
  if (has(parsed, 'trt')) return 'export'
  if (has(parsed, 'fid')) return 'evaluate'
  if (has(parsed, 'sampling', 'edit', 'texts')) return 'infer'
  if (has(parsed, 'samplings', 'customized_model')) return 'evaluate'
  if (has(parsed, 'model.data', 'model.optim', 'exp_manager')) return 'train'
  if (has(parsed, 'infer')) return 'infer'
  return null
}

/** By the definitions of the facts, which hold for training. */
function trainedFamily(parsed: Parsed): ModelFamily | null {
  if (has(parsed, 'model.unet', 'model.unet_type')) return 'imagen'
  if (has(parsed, 'model.data.instance_dir', 'model.data.instance_prompt', ...dreambooth)) return 'dreambooth'
  if (has(parsed, 'model.data.data_path', 'model.data.dataloader_type') || isPix2Pix(parsed)) return 'instruct_pix2pix'
  if (has(parsed, 'model.control_stage_config', 'model.control_key')) return 'controlnet'
  if (has(parsed, 'model.conditioner_config', 'model.denoiser_config', 'model.precache_mode')) return 'sdxl'
  return has(parsed, 'model.first_stage_key', 'model.cond_stage_config', 'model.unet_config._target_') ? 'sd' : null
}

const dreambooth = ['model.noise_scheduler', 'model.with_prior_preservation']

const isPix2Pix = (parsed: Parsed): boolean =>
  says(parsed, 'model.first_stage_key', /^edited$/) ||
  says(parsed, 'model.cond_stage_key', /^edit$/) ||
  says(parsed, 'model.conditioning_key', /^hybrid$/)

/** By what the scripts for inference read. Those of Stable Diffusion and DreamBooth read the same keys: only the words differ. */
function runFamily(parsed: Parsed): ModelFamily | null {
  if (has(parsed, 'customized_model', 'samplings', 'models', 'infer.customized_model', 'encoder_path')) return 'imagen'
  if (has(parsed, 'edit')) return 'instruct_pix2pix'
  if (has(parsed, 'model.strength', 'model.guess_mode', 'infer.control', 'infer.hint_image_size')) return 'controlnet'
  if (has(parsed, 'sampling', 'base_model_config', 'unet_xl', 'clip1', 'clip2', 'quantize', 'trt', 'model.is_legacy'))
    return 'sdxl'
  const words = ['name', 'infer.out_path', 'model.restore_from_path', 'model.peft.restore_from_path']
  if (words.some((path) => says(parsed, path, /dreambooth/i))) return 'dreambooth'
  return has(parsed, 'infer', 'fid') ? 'sd' : null
}
