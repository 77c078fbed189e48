import type { Family } from './field'

/** A starting point: the values of an official config in a file of our own. Its words are in i18n under the same id. */
export interface Preset {
  readonly id: string
  readonly family: Family
  /** What a file made from it is called, as the official one is. */
  readonly fileName: string
  /** The official config, below NeMo's examples/. */
  readonly official: string
}

const root = 'multimodal/text_to_image'

export const presets: readonly Preset[] = [
  { id: 'sd-train', family: 'sd', fileName: 'sd_train.yaml', official: `${root}/stable_diffusion/conf/sd_train.yaml` },
  {
    id: 'sdxl-train',
    family: 'sdxl',
    fileName: 'sd_xl_base_train.yaml',
    official: `${root}/stable_diffusion/conf/sd_xl_base_train.yaml`,
  },
  {
    id: 'imagen-base64',
    family: 'imagen',
    fileName: 'base64-500m.yaml',
    official: `${root}/imagen/conf/base64-500m.yaml`,
  },
  {
    id: 'dreambooth',
    family: 'dreambooth',
    fileName: 'dreambooth.yaml',
    official: `${root}/dreambooth/conf/dreambooth.yaml`,
  },
  {
    id: 'controlnet',
    family: 'controlnet',
    fileName: 'controlnet_v1-5.yaml',
    official: `${root}/controlnet/conf/controlnet_v1-5.yaml`,
  },
  {
    id: 'instruct-pix2pix',
    family: 'instruct_pix2pix',
    fileName: 'sd_finetune.yaml',
    official: `${root}/instruct_pix2pix/conf/sd_finetune.yaml`,
  },
]

const texts = import.meta.glob<string>('./presets/*.yaml', { query: '?raw', import: 'default' })

/** The text of a preset, fetched when it is wanted. */
export async function presetText(id: string): Promise<string> {
  const load = texts[`./presets/${id}.yaml`]
  if (load === undefined) throw new Error(`no preset ${id}`)
  return load()
}
