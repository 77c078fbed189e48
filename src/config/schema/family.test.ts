import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { familyOf, type Kind, kindOf, scriptFamily } from './family'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const official = here('../../../e2e/fixtures/nemo-configs')
const officialFiles = readdirSync(official, { recursive: true, encoding: 'utf8' })

/** An official config by its name, and the recipe of the same name. */
function textsOf(id: string): string[] {
  const file = officialFiles.find((path) => path.endsWith(`/${id}.yaml`))
  const paths = [...(file === undefined ? [] : [`${official}/${file}`]), here(`../recipes/texts/${id}.yaml`)]
  return paths.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'))
}

const kinds: Record<string, `${NonNullable<Kind['family']>} ${NonNullable<Kind['task']> | 'none'}`> = {
  sd_train: 'sd train',
  sd2_train: 'sd train',
  sd_lora_train: 'sd train',
  sd_infer: 'sd infer',
  sd_lora_infer: 'sd infer',
  sd_fid_images: 'sd evaluate',
  sd_xl_base_train: 'sdxl train',
  sd_xl_base_train_no_conditions: 'sdxl train',
  sd_xl_base_train_cache_both: 'sdxl train',
  sd_xl_infer: 'sdxl infer',
  sd_xl_infer_v2: 'sdxl infer',
  sd_xl_base: 'sdxl none',
  sd_xl_fid_images: 'sdxl evaluate',
  sd_xl_quantize: 'sdxl quantize',
  sd_xl_export: 'sdxl export',
  sd_xl_trt_inference: 'sdxl trt',
  'controlnet_v1-5': 'controlnet train',
  controlnet_infer: 'controlnet infer',
  dreambooth: 'dreambooth train',
  dreambooth_lora_train: 'dreambooth train',
  dreambooth_infer: 'dreambooth infer',
  dreambooth_lora_infer: 'dreambooth infer',
  sd_finetune: 'instruct_pix2pix train',
  sd_edit: 'instruct_pix2pix infer',
  'base64-500m': 'imagen train',
  'base64-2b': 'imagen train',
  'base64-500m-edm': 'imagen train',
  'base64-500m_online_encoding': 'imagen train',
  'sr256-400m': 'imagen train',
  'sr256-400m-edm': 'imagen train',
  'sr256-450m-edm': 'imagen train',
  'sr256-600m': 'imagen train',
  'sr256-600m-edm': 'imagen train',
  'sr256-600m-edm-noise': 'imagen train',
  'sr1024-600m': 'imagen train',
  inference_pipeline: 'imagen infer',
  fid_inference: 'imagen evaluate',
  imagen_fid_images: 'imagen evaluate',
}

describe('each official config is recognised', () => {
  test.each(Object.entries(kinds))('%s', (id, expected) => {
    const texts = textsOf(id)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      const { family, task } = kindOf(parse(text))
      expect(`${family} ${task ?? 'none'}`).toBe(expected)
      expect(scriptFamily({ family, task })).toBe(task === null || task === 'train' ? family : 'inference')
    }
  })
})

describe('parts of configs', () => {
  test.each([
    ['', null, null],
    ['trainer:\n  devices: 1\n', null, null],
    ['model:\n  data:\n    instance_dir: /a\n', 'dreambooth', 'train'],
    ['model:\n  data:\n    instance_dir: /a\ninfer: {}\n', 'dreambooth', 'train'],
    ['model:\n  data:\n    data_path: /a\n', 'instruct_pix2pix', 'train'],
    ['model:\n  first_stage_key: edited\n  optim: {}\n', 'instruct_pix2pix', 'train'],
    ['model:\n  control_key: hint\n  first_stage_key: images\n  optim: {}\n', 'controlnet', 'train'],
    ['model:\n  precache_mode: both\n  optim: {}\n', 'sdxl', 'train'],
    ['model:\n  unet_type: base\n  optim: {}\n', 'imagen', 'train'],
    ['infer:\n  prompts: [a]\nmodel:\n  strength: 1.0\n', 'controlnet', 'infer'],
    ['infer:\n  out_path: out/DreamBooth\n', 'dreambooth', 'infer'],
    ['edit: {}\n', 'instruct_pix2pix', 'infer'],
    ['fid: {}\nmodels: []\n', 'imagen', 'evaluate'],
  ])('%j', (text, family, task) => {
    expect(kindOf(parse(text))).toEqual({ family, task })
  })
})

test('what the user pins stands', () => {
  const parsed = parse('model:\n  unet_type: base\n  optim: {}\n')
  const pinned: Kind = { family: 'sdxl', task: 'infer' }
  expect(kindOf(parsed, pinned)).toBe(pinned)
  expect(scriptFamily(pinned)).toBe('inference')
  expect(familyOf(parsed)).toBe('imagen')
})
