import type { Parsed } from '../core/parsed'
import { pathKey } from '../core/path'
import type { Family } from './field'

const has = (parsed: Parsed, ...paths: string[]): boolean =>
  paths.some((path) => parsed.nodes.has(pathKey(path.split('.'))))
const known = new WeakMap<Parsed, Family | null>()

/** The kind of config by the keys that only it has, null when there are none. Marker keys as in the facts' definitions. */
export function familyOf(parsed: Parsed): Family | null {
  if (!known.has(parsed)) known.set(parsed, recognise(parsed))
  return known.get(parsed) ?? null
}

function recognise(parsed: Parsed): Family | null {
  if (
    !has(parsed, 'model.optim') &&
    has(parsed, 'infer', 'sampling', 'edit', 'fid', 'samplings', 'texts', 'unet_xl', 'trt', 'run_trt_export')
  )
    return 'inference'
  if (has(parsed, 'model.unet', 'model.unet_type')) return 'imagen'
  if (has(parsed, 'model.data.instance_dir', 'model.data.instance_prompt')) return 'dreambooth'
  if (has(parsed, 'model.data.data_path', 'model.data.dataloader_type')) return 'instruct_pix2pix'
  if (has(parsed, 'model.control_stage_config', 'model.control_key')) return 'controlnet'
  if (has(parsed, 'model.conditioner_config', 'model.denoiser_config', 'model.precache_mode')) return 'sdxl'
  return has(parsed, 'model.first_stage_key', 'model.unet_config') ? 'sd' : null
}
