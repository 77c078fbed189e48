import type { LaunchWay } from './launch-text'

/** The kind of model a recipe is for. */
export type RecipeFamily = 'sd' | 'sdxl' | 'controlnet' | 'dreambooth' | 'instruct_pix2pix' | 'imagen'

/** What a recipe's script does. `definition`: a model section that no script reads by itself. */
export type RecipeTask = 'train' | 'finetune' | 'infer' | 'evaluate' | 'quantize' | 'export' | 'definition'

/** A value that differs from the official file's, as YAML source; null: not there. `was` is left out where it is not known. */
export interface Correction {
  readonly path: string
  readonly was?: string | null
  readonly now: string | null
  /** The path of the fault that is the reason, when it is another one. */
  readonly because?: string
}

/** Something known to be wrong in the official file; its sentence is in i18n/recipes under the same number. */
export interface Fault {
  /** Where, `[]` for every item of a list; left out when it is about the whole. */
  readonly path?: string
  readonly level: 'error' | 'warning' | 'info'
  /** `:170` is a line of the official file itself. */
  readonly source: readonly string[]
}

/** One official config of NeMo 2.0.0, paths below examples/multimodal/text_to_image. */
export interface RecipeEntry {
  readonly id: string
  readonly family: RecipeFamily
  readonly task: RecipeTask
  readonly official: string
  /** Built from what is known of the official file, which is not at hand to compare with. */
  readonly rebuilt?: boolean
  readonly script?: string
  readonly singleGpu?: LaunchWay
  readonly multiGpu?: LaunchWay
  /** What the user has to give, as printed paths. */
  readonly mustFill: readonly string[]
  readonly corrections?: readonly Correction[]
  readonly faults?: readonly Fault[]
}

/** The 38 official Text2Img configs, by family, training first. */
export const recipeList: readonly RecipeEntry[] = [
  {
    id: 'sd_train',
    family: 'sd',
    task: 'train',
    official: 'stable_diffusion/conf/sd_train.yaml',
    script: 'stable_diffusion/sd_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 128 },
    },
    mustFill: [
      'model.first_stage_config.from_pretrained',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    corrections: [{ path: 'model.optim.lr', was: 'null', now: '0.0001' }],
    faults: [{ path: 'model.optim.lr', level: 'warning', source: [':170', 'nemo/core/classes/modelPT.py:736'] }],
  },
  {
    id: 'sd2_train',
    family: 'sd',
    task: 'train',
    official: 'stable_diffusion/conf/sd2_train.yaml',
    rebuilt: true,
    script: 'stable_diffusion/sd_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1, 'model.global_batch_size': 4 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 32 },
    },
    mustFill: [
      'model.first_stage_config.from_pretrained',
      'model.cond_stage_config.restore_from_path',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    corrections: [
      { path: 'model.global_batch_size', was: '16', now: '4' },
      { path: 'model.first_stage_config.from_pretrained', was: 'null', now: '???' },
    ],
    faults: [
      {
        path: 'model.global_batch_size',
        level: 'error',
        source: [
          ':52',
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1828',
          'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:143',
        ],
      },
      {
        path: 'model.first_stage_config.from_pretrained',
        level: 'warning',
        source: [':123', 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:341'],
      },
    ],
  },
  {
    id: 'sd_lora_train',
    family: 'sd',
    task: 'finetune',
    official: 'stable_diffusion/conf/sd_lora_train.yaml',
    script: 'stable_diffusion/sd_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 8 },
    },
    mustFill: [
      'model.unet_config.from_pretrained',
      'model.first_stage_config.from_pretrained',
      'model.cond_stage_config.restore_from_path',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    corrections: [
      { path: 'model.ddp_overlap', was: 'True', now: 'False' },
      { path: 'model.peft.lora_tuning.network_alpha', was: null, now: '16' },
    ],
    faults: [
      {
        path: 'model.ddp_overlap',
        level: 'error',
        source: [':168', 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1849'],
      },
      {
        path: 'model.peft.lora_tuning.network_alpha',
        level: 'error',
        source: ['nemo/collections/nlp/parts/peft_config.py:408'],
      },
    ],
  },
  {
    id: 'sd_infer',
    family: 'sd',
    task: 'infer',
    official: 'stable_diffusion/conf/sd_infer.yaml',
    script: 'stable_diffusion/sd_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':31', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
    ],
  },
  {
    id: 'sd_lora_infer',
    family: 'sd',
    task: 'infer',
    official: 'stable_diffusion/conf/sd_lora_infer.yaml',
    rebuilt: true,
    script: 'stable_diffusion/sd_lora_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.peft.restore_from_path'],
    corrections: [{ path: 'model.peft.restore_from_path', was: 'null', now: '???' }],
    faults: [
      { level: 'error', source: ['examples/multimodal/text_to_image/stable_diffusion/sd_lora_infer.py:27'] },
      { path: 'model.peft.restore_from_path', level: 'error', source: [':32', 'nemo/core/classes/modelPT.py:457'] },
      {
        path: 'infer.batch_size',
        level: 'info',
        source: ['nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:88'],
      },
    ],
  },
  {
    id: 'sd_fid_images',
    family: 'sd',
    task: 'evaluate',
    official: 'stable_diffusion/conf/sd_fid_images.yaml',
    script: 'stable_diffusion/generate_fid_images.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: { 'fid.ntasks_per_node': 1 } },
    multiGpu: {
      launcher: 'torchrun-shell',
      processes: 8,
      overrides: { 'fid.ntasks_per_node': 'processes', 'trainer.devices': 'processes' },
    },
    mustFill: ['model.restore_from_path', 'fid.coco_captions_path'],
    corrections: [
      { path: 'model.restore_from_path', was: 'null', now: '???' },
      { path: 'infer.batch_size', was: '8', now: '16' },
    ],
    faults: [
      { path: 'model.restore_from_path', level: 'error', source: ['nemo/collections/multimodal/parts/utils.py:307'] },
      {
        path: 'fid.local_task_id',
        level: 'warning',
        source: ['examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:57'],
      },
      {
        path: 'infer.batch_size',
        level: 'warning',
        source: [
          'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:77',
          'examples/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml:51',
        ],
      },
      { path: 'fid.coco_images_path', level: 'info', source: [':18'] },
    ],
  },
  {
    id: 'sd_xl_base_train',
    family: 'sdxl',
    task: 'train',
    official: 'stable_diffusion/conf/sd_xl_base_train.yaml',
    script: 'stable_diffusion/sd_xl_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 8 },
    },
    mustFill: [
      'model.first_stage_config.from_pretrained',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    faults: [
      { path: 'model.resume_from_checkpoint', level: 'warning', source: ['nemo/utils/exp_manager.py:428'] },
      {
        path: 'model.fsdp_set_buffer_dtype',
        level: 'info',
        source: [':62', 'examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py:63'],
      },
    ],
  },
  {
    id: 'sd_xl_base_train_no_conditions',
    family: 'sdxl',
    task: 'train',
    official: 'stable_diffusion/conf/sd_xl_base_train_no_conditions.yaml',
    rebuilt: true,
    script: 'stable_diffusion/sd_xl_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 8 },
    },
    mustFill: [
      'model.first_stage_config.from_pretrained',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    corrections: [
      { path: 'trainer.max_steps', was: '-1', now: '100000' },
      { path: 'model.peft.lora_tuning.network_alpha', was: null, now: '16' },
    ],
    faults: [
      {
        path: 'trainer.max_steps',
        level: 'error',
        source: [':12', 'lightning:src/lightning/pytorch/loops/fit_loop.py:161', 'nemo/core/optim/lr_scheduler.py:861'],
      },
      { path: 'model.resume_from_checkpoint', level: 'warning', source: ['nemo/utils/exp_manager.py:428'] },
      {
        path: 'model.peft',
        level: 'info',
        source: [':195', 'examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py:97'],
      },
      {
        path: 'model.peft.lora_tuning.network_alpha',
        level: 'info',
        source: ['nemo/collections/nlp/parts/peft_config.py:408'],
      },
    ],
  },
  {
    id: 'sd_xl_base_train_cache_both',
    family: 'sdxl',
    task: 'train',
    official: 'stable_diffusion/conf/sd_xl_base_train_cache_both.yaml',
    script: 'stable_diffusion/sd_xl_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 8 },
    },
    mustFill: ['model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.replace_sampler_ddp', was: 'False', now: null },
      { path: 'trainer.use_distributed_sampler', was: null, now: 'False', because: 'trainer.replace_sampler_ddp' },
      { path: 'trainer.max_steps', was: '-1', now: '100000' },
      {
        path: 'model.first_stage_config._target_',
        was: 'nemo.collections.multimodal.models.stable_diffusion.ldm.autoencoder.AutoencoderKLInferenceWrapper',
        now: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.AutoencoderKLInferenceWrapper',
      },
    ],
    faults: [
      {
        path: 'trainer.replace_sampler_ddp',
        level: 'error',
        source: [':10', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      { path: 'trainer.max_steps', level: 'error', source: [':12', 'nemo/core/optim/lr_scheduler.py:861'] },
      { path: 'model.resume_from_checkpoint', level: 'warning', source: ['nemo/utils/exp_manager.py:428'] },
      {
        path: 'model.first_stage_config._target_',
        level: 'info',
        source: [':109', 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:139'],
      },
      {
        path: 'model.unet_config.use_flash_attention',
        level: 'info',
        source: [':106', 'nemo/collections/multimodal/modules/stable_diffusion/attention.py:361'],
      },
    ],
  },
  {
    id: 'sd_xl_infer',
    family: 'sdxl',
    task: 'infer',
    official: 'stable_diffusion/conf/sd_xl_infer.yaml',
    script: 'stable_diffusion/sd_xl_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':59', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
      { path: 'base_model_config', level: 'info', source: [':66'] },
      {
        path: 'sampling.base.img2img_strength',
        level: 'info',
        source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:86'],
      },
    ],
  },
  {
    id: 'sd_xl_infer_v2',
    family: 'sdxl',
    task: 'infer',
    official: 'stable_diffusion/conf/sd_xl_infer_v2.yaml',
    rebuilt: true,
    script: 'stable_diffusion/sd_xl_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.unet_config.from_pretrained', 'model.first_stage_config.from_pretrained'],
    corrections: [{ path: 'model.restore_from_path', was: "''", now: 'null' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [
          ':73',
          'nemo/collections/multimodal/parts/utils.py:307',
          'nemo/collections/multimodal/parts/utils.py:356',
        ],
      },
      {
        path: 'model.fsdp_set_buffer_dtype',
        level: 'info',
        source: [':76', 'nemo/collections/multimodal/parts/utils.py:299'],
      },
    ],
  },
  {
    id: 'sd_xl_base',
    family: 'sdxl',
    task: 'definition',
    official: 'stable_diffusion/conf/sd_xl_base.yaml',
    mustFill: ['model.unet_config.from_pretrained', 'model.first_stage_config.from_pretrained'],
    corrections: [
      {
        path: 'model.first_stage_config._target_',
        was: 'nemo.collections.multimodal.models.stable_diffusion.ldm.autoencoder.AutoencoderKLInferenceWrapper',
        now: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.AutoencoderKLInferenceWrapper',
      },
    ],
    faults: [
      {
        path: 'model.first_stage_config._target_',
        level: 'error',
        source: [':42', 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:615'],
      },
      { level: 'warning', source: ['examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:77'] },
    ],
  },
  {
    id: 'sd_xl_fid_images',
    family: 'sdxl',
    task: 'evaluate',
    official: 'stable_diffusion/conf/sd_xl_fid_images.yaml',
    rebuilt: true,
    script: 'stable_diffusion/generate_xl_fid_images.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: { 'fid.ntasks_per_node': 1, 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun-shell',
      processes: 8,
      overrides: { 'fid.ntasks_per_node': 'processes', 'trainer.devices': 'processes' },
    },
    mustFill: ['model.restore_from_path', 'fid.coco_captions_path'],
    corrections: [
      { path: 'trainer.devices', was: '${evaluation.fid.ntasks_per_node}', now: '${fid.ntasks_per_node}' },
      { path: 'model.restore_from_path', was: 'null', now: '???' },
    ],
    faults: [
      { level: 'error', source: ['examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:29'] },
      { path: 'trainer.devices', level: 'error', source: [':91'] },
      { path: 'model.restore_from_path', level: 'error', source: ['nemo/collections/multimodal/parts/utils.py:307'] },
      {
        path: 'refiner_config',
        level: 'warning',
        source: [':29', 'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:98'],
      },
      {
        path: 'fid.local_task_id',
        level: 'warning',
        source: ['examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:63'],
      },
      {
        path: 'base_model_config',
        level: 'info',
        source: ['examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:77'],
      },
    ],
  },
  {
    id: 'sd_xl_quantize',
    family: 'sdxl',
    task: 'quantize',
    official: 'stable_diffusion/conf/sd_xl_quantize.yaml',
    script: 'stable_diffusion/sd_xl_quantize.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':57', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
      { path: 'onnx_export.pretrained_base', level: 'info', source: [':73'] },
      {
        path: 'trt_export.static_batch',
        level: 'info',
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:57'],
      },
    ],
  },
  {
    id: 'sd_xl_export',
    family: 'sdxl',
    task: 'export',
    official: 'stable_diffusion/conf/sd_xl_export.yaml',
    script: 'stable_diffusion/sd_xl_export.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':22', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
      {
        path: 'model.is_legacy',
        level: 'info',
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:33'],
      },
    ],
  },
  {
    id: 'sd_xl_trt_inference',
    family: 'sdxl',
    task: 'infer',
    official: 'stable_diffusion/conf/sd_xl_trt_inference.yaml',
    script: 'stable_diffusion/sd_xl_trt_inference.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: {} },
    mustFill: ['unet_xl', 'vae', 'clip1', 'clip2'],
    faults: [
      {
        path: 'width',
        level: 'warning',
        source: [
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:217',
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:234',
        ],
      },
      {
        path: 'orig_width',
        level: 'warning',
        source: [
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:222',
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:187',
          'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_base_train.yaml:154',
          'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_base_train.yaml:168',
        ],
      },
      { path: 'num_warmup_runs', level: 'info', source: [':47'] },
    ],
  },
  {
    id: 'controlnet_v1-5',
    family: 'controlnet',
    task: 'train',
    official: 'controlnet/conf/controlnet_v1-5.yaml',
    script: 'controlnet/controlnet_train.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1, 'model.global_batch_size': 4 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 32 },
    },
    mustFill: [
      'model.control_stage_config.params.from_pretrained_unet',
      'model.unet_config.from_pretrained',
      'model.first_stage_config.from_pretrained',
      'model.data.train.dataset_path',
      'model.data.webdataset.local_root_path',
    ],
    corrections: [{ path: 'model.image_logger', was: '{batch_frequency: 1000, max_images: 4}', now: 'null' }],
    faults: [
      {
        path: 'model.image_logger',
        level: 'error',
        source: [
          ':214',
          'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:190',
          'nemo/collections/multimodal/models/text_to_image/controlnet/util.py:98',
          'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:264',
        ],
      },
      { path: 'model.learning_rate', level: 'info', source: [':88'] },
    ],
  },
  {
    id: 'controlnet_infer',
    family: 'controlnet',
    task: 'infer',
    official: 'controlnet/conf/controlnet_infer.yaml',
    rebuilt: true,
    script: 'controlnet/controlnet_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path', 'infer.control'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      { path: 'model.restore_from_path', level: 'error', source: ['nemo/collections/multimodal/parts/utils.py:307'] },
      {
        path: 'model.strength',
        level: 'warning',
        source: [
          ':35',
          'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:235',
          'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:116',
        ],
      },
      {
        path: 'infer.control_image_preprocess',
        level: 'info',
        source: [':23', 'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:30'],
      },
    ],
  },
  {
    id: 'dreambooth',
    family: 'dreambooth',
    task: 'finetune',
    official: 'dreambooth/conf/dreambooth.yaml',
    script: 'dreambooth/dreambooth.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 16 },
    },
    mustFill: [
      'model.unet_config.from_pretrained',
      'model.first_stage_config.from_pretrained',
      'model.cond_stage_config.restore_from_path',
      'model.data.instance_dir',
    ],
    corrections: [
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'infer.batch_size', was: null, now: '${infer.num_images_per_prompt}' },
    ],
    faults: [
      {
        path: 'infer.batch_size',
        level: 'warning',
        source: [
          'examples/multimodal/text_to_image/dreambooth/dreambooth.py:77',
          'examples/multimodal/text_to_image/dreambooth/dreambooth.py:82',
          'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:88',
        ],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:333',
        ],
      },
    ],
  },
  {
    id: 'dreambooth_lora_train',
    family: 'dreambooth',
    task: 'finetune',
    official: 'dreambooth/conf/dreambooth_lora_train.yaml',
    script: 'dreambooth/dreambooth.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 8 },
    },
    mustFill: [
      'model.unet_config.from_pretrained',
      'model.first_stage_config.from_pretrained',
      'model.cond_stage_config.restore_from_path',
      'model.data.instance_dir',
    ],
    corrections: [
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'infer.batch_size', was: null, now: '${infer.num_images_per_prompt}' },
      {
        path: 'model.data.instance_dir',
        was: '/home/scratch.zhuoyaow_gpu/workspace/SD_NeMo_EA/launcher_scripts/data/inst_dir',
        now: '???',
      },
      {
        path: 'model.data.regularization_dir',
        was: '/home/scratch.zhuoyaow_gpu/workspace/SD_NeMo_EA/launcher_scripts/data/nemo_dogs',
        now: 'null',
        because: 'model.data.instance_dir',
      },
    ],
    faults: [
      {
        path: 'model.peft.peft_scheme',
        level: 'error',
        source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:670'],
      },
      { path: 'model.data.instance_dir', level: 'warning', source: [':204'] },
      {
        path: 'infer.batch_size',
        level: 'warning',
        source: [
          'examples/multimodal/text_to_image/dreambooth/dreambooth.py:77',
          'examples/multimodal/text_to_image/dreambooth/dreambooth.py:82',
          'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:88',
        ],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:333',
        ],
      },
    ],
  },
  {
    id: 'dreambooth_infer',
    family: 'dreambooth',
    task: 'infer',
    official: 'dreambooth/conf/dreambooth_infer.yaml',
    script: 'dreambooth/dreambooth_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path'],
    corrections: [{ path: 'model.restore_from_path', was: 'null', now: '???' }],
    faults: [
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':28', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
    ],
  },
  {
    id: 'dreambooth_lora_infer',
    family: 'dreambooth',
    task: 'infer',
    official: 'dreambooth/conf/dreambooth_lora_infer.yaml',
    rebuilt: true,
    script: 'dreambooth/dreambooth_lora_infer.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.peft.restore_from_path'],
    corrections: [{ path: 'model.peft.restore_from_path', was: 'null', now: '???' }],
    faults: [
      { path: 'model.peft.restore_from_path', level: 'error', source: [':31', 'nemo/core/classes/modelPT.py:457'] },
    ],
  },
  {
    id: 'sd_finetune',
    family: 'instruct_pix2pix',
    task: 'finetune',
    official: 'instruct_pix2pix/conf/sd_finetune.yaml',
    script: 'instruct_pix2pix/sd_finetune.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 256 },
    },
    mustFill: ['model.data.data_path', 'model.ckpt_path'],
    corrections: [
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'model.ckpt_path', was: 'null', now: '???' },
    ],
    faults: [
      {
        path: 'model.ddp_overlap',
        level: 'error',
        source: [
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1844',
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1849',
          'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:140',
        ],
      },
      { path: 'model.data.data_path', level: 'error', source: [':165'] },
      {
        path: 'model.ckpt_path',
        level: 'warning',
        source: ['nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:43'],
      },
      {
        path: 'model.data.validation_drop_last',
        level: 'info',
        source: [':168', 'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:210'],
      },
    ],
  },
  {
    id: 'sd_edit',
    family: 'instruct_pix2pix',
    task: 'infer',
    official: 'instruct_pix2pix/conf/sd_edit.yaml',
    rebuilt: true,
    script: 'instruct_pix2pix/sd_edit_cli.py',
    singleGpu: { launcher: 'torchrun', processes: 1, overrides: {} },
    mustFill: ['model.restore_from_path', 'edit.input', 'edit.outpath', 'edit.prompt'],
    corrections: [
      { path: 'edit.prompt', was: "''", now: '???' },
      { path: 'model.restore_from_path', was: 'null', now: '???' },
    ],
    faults: [
      {
        path: 'edit.prompt',
        level: 'error',
        source: [':6', 'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:88'],
      },
      {
        path: 'model.restore_from_path',
        level: 'error',
        source: [':21', 'nemo/collections/multimodal/parts/utils.py:346'],
      },
    ],
  },
  {
    id: 'base64-500m',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/base64-500m.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 1024 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    faults: [{ path: 'allow_tf32', level: 'info', source: [':2'] }],
  },
  {
    id: 'base64-2b',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/base64-2b.yaml',
    rebuilt: true,
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 256 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: 'True', now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          ':89',
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'base64-500m-edm',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/base64-500m-edm.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 384 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'base64-500m_online_encoding',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/base64-500m_online_encoding.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 384 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-400m',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-400m.yaml',
    rebuilt: true,
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 128 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: 'True', now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          ':91',
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-400m-edm',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-400m-edm.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 128 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'model.data.train.target_resolutions', was: null, now: '[64, 256]' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.data.train.target_resolutions',
        level: 'error',
        source: [':121', 'nemo/collections/multimodal/data/imagen/imagen_dataset.py:130'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-450m-edm',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-450m-edm.yaml',
    rebuilt: true,
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 128 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'model.data.train.target_resolutions', was: null, now: '[64, 256]' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.data.train.target_resolutions',
        level: 'error',
        source: [':121', 'nemo/collections/multimodal/data/imagen/imagen_dataset.py:130'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-600m',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-600m.yaml',
    rebuilt: true,
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 512 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: 'True', now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          ':88',
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-600m-edm',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-600m-edm.yaml',
    rebuilt: true,
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 256 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'model.data.train.target_resolutions', was: null, now: '[64, 256]' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.data.train.target_resolutions',
        level: 'error',
        source: [':118', 'nemo/collections/multimodal/data/imagen/imagen_dataset.py:130'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr256-600m-edm-noise',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr256-600m-edm-noise.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 256 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: null, now: 'False' },
      { path: 'model.data.train.target_resolutions', was: null, now: '[64, 256]' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.data.train.target_resolutions',
        level: 'error',
        source: [':118', 'nemo/collections/multimodal/data/imagen/imagen_dataset.py:130'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'sr1024-600m',
    family: 'imagen',
    task: 'train',
    official: 'imagen/conf/sr1024-600m.yaml',
    script: 'imagen/imagen_training.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'trainer.devices': 1 } },
    multiGpu: {
      launcher: 'torchrun',
      processes: 8,
      overrides: { 'trainer.devices': 'processes', 'trainer.num_nodes': 1, 'model.global_batch_size': 512 },
    },
    mustFill: ['exp_manager.exp_dir', 'model.data.train.dataset_path', 'model.data.webdataset.local_root_path'],
    corrections: [
      { path: 'trainer.resume_from_checkpoint', was: 'null', now: null },
      { path: 'model.ddp_overlap', was: 'True', now: 'False' },
    ],
    faults: [
      {
        path: 'trainer.resume_from_checkpoint',
        level: 'error',
        source: [':13', 'nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
      },
      {
        path: 'model.ddp_overlap',
        level: 'warning',
        source: [
          ':86',
          'nemo/collections/nlp/parts/megatron_trainer_builder.py:89',
          'nemo/collections/nlp/parts/nlp_overrides.py:295',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:424',
        ],
      },
      { path: 'allow_tf32', level: 'info', source: [':2'] },
    ],
  },
  {
    id: 'inference_pipeline',
    family: 'imagen',
    task: 'infer',
    official: 'imagen/conf/inference_pipeline.yaml',
    script: 'imagen/imagen_infer.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: {} },
    mustFill: ['customized_model.base_ckpt', 'encoder_path'],
    corrections: [
      { path: 'customized_model.base_ckpt', was: 'null', now: '???' },
      {
        path: 'customized_model.base_cfg',
        was: 'examples/multimodal/generative/imagen/conf/base64-500m.yaml',
        now: 'examples/multimodal/text_to_image/imagen/conf/base64-500m.yaml',
      },
      {
        path: 'customized_model.sr256_cfg',
        was: 'examples/multimodal/generative/imagen/conf/sr256-400m.yaml',
        now: 'examples/multimodal/text_to_image/imagen/conf/sr256-400m.yaml',
        because: 'customized_model.base_cfg',
      },
      {
        path: 'customized_model.sr1024_cfg',
        was: 'examples/multimodal/generative/imagen/conf/sr1024-400m.yaml',
        now: 'examples/multimodal/text_to_image/imagen/conf/sr1024-600m.yaml',
        because: 'customized_model.base_cfg',
      },
    ],
    faults: [
      {
        path: 'customized_model.base_ckpt',
        level: 'error',
        source: [':5', 'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:69'],
      },
      {
        path: 'customized_model.base_cfg',
        level: 'warning',
        source: [':6', ':10', 'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79'],
      },
      {
        path: 'run_ema_model',
        level: 'info',
        source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:47'],
      },
    ],
  },
  {
    id: 'fid_inference',
    family: 'imagen',
    task: 'evaluate',
    official: 'imagen/conf/fid_inference.yaml',
    rebuilt: true,
    script: 'imagen/imagen_generate_images.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: {} },
    multiGpu: { launcher: 'python-each', processes: 8, overrides: {} },
    mustFill: ['customized_model.base_ckpt', 'encoder_path'],
    corrections: [
      { path: 'customized_model.base_ckpt', now: '???' },
      { path: 'customized_model.base_cfg', now: 'examples/multimodal/text_to_image/imagen/conf/base64-500m.yaml' },
    ],
    faults: [
      { path: 'customized_model.base_ckpt', level: 'error', source: [':5'] },
      {
        path: 'customized_model.base_cfg',
        level: 'error',
        source: [':6', 'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79'],
      },
      {
        path: 'num_images_per_promt',
        level: 'info',
        source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:261'],
      },
    ],
  },
  {
    id: 'imagen_fid_images',
    family: 'imagen',
    task: 'evaluate',
    official: 'imagen/conf/imagen_fid_images.yaml',
    script: 'imagen/generate_fid_images.py',
    singleGpu: { launcher: 'python', processes: 1, overrides: { 'fid.ntasks_per_node': 1 } },
    multiGpu: {
      launcher: 'torchrun-shell',
      processes: 8,
      overrides: { 'fid.ntasks_per_node': 'processes', 'trainer.devices': 'processes' },
    },
    mustFill: [
      'models[0].restore_from_path',
      'models[1].restore_from_path',
      'fid.coco_captions_path',
      'infer.encoder_path',
    ],
    corrections: [
      { path: 'trainer.devices', was: '1', now: '${fid.ntasks_per_node}' },
      {
        path: 'models[0].restore_from_path',
        was: '/aot/exp/ckpts/imagen-megatron/edm-fused-1150k-ema.nemo',
        now: '???',
      },
      { path: 'models[1].restore_from_path', was: '/aot/exp/ckpts/imagen-megatron/sr-noise-aug-280k.nemo', now: '???' },
    ],
    faults: [
      { path: 'models[].restore_from_path', level: 'error', source: [':48'] },
      {
        path: 'trainer.devices',
        level: 'warning',
        source: [
          ':53',
          ':14',
          'examples/multimodal/text_to_image/imagen/generate_fid_images.py:57',
          'lightning:src/lightning/pytorch/strategies/ddp.py:119',
        ],
      },
      {
        path: 'fid.nnodes_per_cfg',
        level: 'warning',
        source: ['examples/multimodal/text_to_image/imagen/generate_fid_images.py:97'],
      },
      {
        path: 'infer.customized_model',
        level: 'info',
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:123',
          'nemo/collections/multimodal/parts/utils.py:200',
        ],
      },
    ],
  },
]
