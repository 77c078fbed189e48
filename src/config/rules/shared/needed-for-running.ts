import type { ConfigView } from '../../view/config-view'
import { readsCaptions } from './inference'

/** Keys that a script reads without a fallback, each with the source of its usual value, null where there is none. */
export type Needed = Readonly<Record<string, string | null>>

const has = (key: string) => (c: ConfigView) => c.has(key)
/** A switch that is on unless it is known to be off. */
const isOn = (c: ConfigView, key: string): boolean => c.maybe(key, true) !== false
const drawsSdxl = (c: ConfigView): boolean => c.has('sampling.base') && !c.has('quantize')

/** What scripts that run, evaluate and export a model need beside the checkpoint's own config. */
export const neededForRunning: readonly { readonly when: (c: ConfigView) => boolean; readonly keys: Needed }[] = [
  // nemo/collections/multimodal/parts/utils.py:295, examples/…/stable_diffusion/sd_xl_trt_inference.py:60
  { when: (c) => ['model', 'models', 'unet_xl'].some((key) => c.has(key)), keys: { trainer: null } },
  { when: has('infer.control'), keys: { 'model.strength': '1.0', 'model.guess_mode': 'false' } },
  { when: has('infer.prompts'), keys: { 'infer.seed': '123' } },
  {
    when: (c) => c.has('infer.prompts') && !readsCaptions(c) && isOn(c, 'infer.save_to_file'),
    keys: { 'infer.out_path': null },
  },
  // examples/…/stable_diffusion/sd_lora_infer.py:33
  {
    when: has('model.peft'),
    keys: { 'model.unet_config': '{from_pretrained: null}', 'model.unet_config.from_pretrained': 'null' },
  },
  { when: has('sampling'), keys: { 'sampling.base': null } },
  // examples/…/stable_diffusion/sd_xl_infer.py:50-66
  {
    when: has('sampling.base'),
    keys: {
      'model.is_legacy': 'false',
      use_fp16: 'false',
      infer: null,
      'infer.num_samples': '4',
      'sampling.base.width': '1024',
      'sampling.base.height': '1024',
    },
  },
  {
    when: drawsSdxl,
    keys: { 'infer.prompt': null, 'infer.negative_prompt': "''", 'infer.seed': '123' },
  },
  { when: (c) => drawsSdxl(c) && !readsCaptions(c), keys: { out_path: './output' } },
  // examples/…/instruct_pix2pix/sd_edit_cli.py:78-141
  {
    when: has('edit'),
    keys: {
      'edit.input': null,
      'edit.outpath': null,
      'edit.resolution': '512',
      'edit.steps': '100',
      'edit.cfg_text': '7.5',
      'edit.cfg_image': '1.2',
      'edit.num_images_per_prompt': '1',
      'edit.seed': '1234',
    },
  },
  // examples/…/stable_diffusion/generate_fid_images.py:33-77
  {
    when: has('fid'),
    keys: {
      'fid.classifier_free_guidance': null,
      'fid.nnodes_per_cfg': '1',
      'fid.ntasks_per_node': '8',
      'fid.local_task_id': 'null',
      'fid.num_images_to_eval': '30000',
      'fid.coco_captions_path': null,
      'fid.save_path': null,
    },
  },
  { when: (c) => readsCaptions(c) && c.has('infer.sampler_type'), keys: { 'infer.batch_size': '8' } },
  // examples/…/imagen/generate_fid_images.py:32-97
  {
    when: (c) => readsCaptions(c) && c.has('models'),
    keys: {
      'fid.ncaptions_per_batch': '4',
      'fid.save_all_res': 'false',
      'fid.save_text': 'false',
      infer: null,
      'infer.model_name': 'null',
      'infer.target_resolution': '256',
      'infer.num_images_per_promt': '1',
      'infer.inference_precision': "'32'",
      'infer.thresholding_method': 'dynamic',
      'infer.encoder_path': 'null',
    },
  },
  // examples/…/stable_diffusion/sd_xl_quantize.py:94-136
  {
    when: has('quantize'),
    keys: {
      run_quantization: 'true',
      run_onnx_export: 'true',
      run_trt_export: 'true',
      'quantize.n_steps': '20',
      'quantize.format': 'int8',
      'quantize.percentile': '1.0',
      'quantize.batch_size': '1',
      'quantize.calib_size': '32',
      'quantize.quant_level': '2.5',
      'quantize.alpha': '0.8',
      'quantize.quantized_ckpt': null,
      sampling: null,
    },
  },
  {
    when: (c) => c.has('quantize') && isOn(c, 'run_onnx_export'),
    keys: {
      onnx_export: null,
      'onnx_export.onnx_dir': 'nemo_onnx',
      'onnx_export.quantized_ckpt': '${quantize.quantized_ckpt}',
    },
  },
  {
    when: (c) => c.has('quantize') && isOn(c, 'run_trt_export'),
    keys: {
      trt_export: null,
      'trt_export.static_batch': 'false',
      'trt_export.min_batch_size': '1',
      'trt_export.max_batch_size': '8',
      'trt_export.int8': 'true',
      'trt_export.builder_optimization_level': '4',
      'trt_export.trt_engine': 'int8_unet_xl.plan',
    },
  },
  // examples/…/stable_diffusion/sd_xl_export.py:43-69
  {
    when: has('trt'),
    keys: {
      'trt.static_batch': 'false',
      'trt.min_batch_size': '1',
      'trt.max_batch_size': '8',
      'infer.out_path': 'sdxl_export',
    },
  },
  // examples/…/stable_diffusion/sd_xl_trt_inference.py:36-50
  {
    when: (c) => c.has('unet_xl') || c.has('clip1') || c.has('clip2'),
    keys: {
      unet_xl: null,
      vae: null,
      clip1: null,
      clip2: null,
      prompts: null,
      num_samples: '4',
      seed: '123',
      width: '1024',
      height: '1024',
      scale_factor: '0.13025',
      denoiser_config: null,
      out_path: 'trt_output',
    },
  },
]
