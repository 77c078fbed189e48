import { z } from 'zod'
import { field, section } from '../field'

/** Quantization, ONNX and TensorRT export of SDXL. */
export const exporting = section({
  id: 'export',
  path: [],
  tasks: ['quantize', 'export'],
  models: ['sdxl'],
  groups: ['steps', 'quantize', 'onnx', 'tensorrt'],
  fields: {
    run_quantization: field(z.boolean(), {
      group: 'steps',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:94',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:134',
      ],
    }),
    run_onnx_export: field(z.boolean(), {
      group: 'steps',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:130'],
    }),
    run_trt_export: field(z.boolean(), {
      group: 'steps',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:171'],
    }),
    quantize: field(
      z.looseObject({
        exp_name: field(z.string(), {
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_quantize.yaml:69',
            'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_quantize.yaml:61',
          ],
        }),
        n_steps: field(z.int().min(1), {
          unit: 'steps',
          required: true,
          suggest: [20, 30],
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:109',
            'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/plugin_calib.py:48',
          ],
        }),
        format: field(z.literal('int8'), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:103',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:113',
          ],
        }),
        percentile: field(z.number().gt(0).max(1), {
          required: true,
          suggest: [1.0],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/plugin_calib.py:62',
            'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/utils.py:101',
          ],
        }),
        batch_size: field(z.int().min(1).max(1), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:98',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:144',
          ],
        }),
        calib_size: field(z.int().min(1), {
          unit: 'prompts',
          required: true,
          suggest: [32, 64, 128],
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:115',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:42',
          ],
        }),
        quant_level: field(z.literal([1, 2, 2.5, 3]), {
          required: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/utils.py:84',
            'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/utils.py:86',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:136',
          ],
        }),
        alpha: field(z.number().min(0).max(1), {
          required: true,
          suggest: [0.8],
          families: ['inference'],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/utils.py:72'],
        }),
        quantized_ckpt: field(z.string(), {
          required: true,
          control: 'path',
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:128'],
        }),
      }),
      {
        group: 'quantize',
        required: true,
        families: ['inference'],
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:94'],
      },
    ),
    onnx_export: field(
      z.looseObject({
        onnx_dir: field(z.string(), {
          required: true,
          control: 'path',
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:131',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:179',
          ],
        }),
        pretrained_base: field(z.string().nullable(), {
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_quantize.yaml:73'],
        }),
        quantized_ckpt: field(z.string(), {
          required: true,
          control: 'path',
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:135'],
        }),
        format: field(z.string(), {
          advanced: true,
          unused: true,
          suggest: ['int8'],
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_quantize.yaml:75'],
        }),
      }),
      {
        group: 'onnx',
        required: true,
        families: ['inference'],
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:131'],
      },
    ),
    trt_export: field(
      z.looseObject({
        static_batch: field(z.boolean(), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:176',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:57',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
          ],
        }),
        min_batch_size: field(z.int().min(1), {
          required: true,
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:56'],
        }),
        max_batch_size: field(z.int().min(1), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:56',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
          ],
        }),
        int8: field(z.boolean(), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:191',
            'nemo/utils/trt_utils.py:58',
          ],
        }),
        builder_optimization_level: field(z.int().min(0).max(5).nullable(), {
          required: true,
          advanced: true,
          suggest: [3, 4, 5],
          families: ['inference'],
          source: [
            'nemo/utils/trt_utils.py:59',
            'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_quantize.yaml:82',
          ],
        }),
        trt_engine: field(z.string(), {
          required: true,
          control: 'path',
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:180',
            'nemo/utils/trt_utils.py:64',
          ],
        }),
      }),
      {
        group: 'tensorrt',
        required: true,
        families: ['inference'],
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:174'],
      },
    ),
    trt: field(
      z.looseObject({
        static_batch: field(z.boolean(), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:234',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:69',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
          ],
        }),
        min_batch_size: field(z.int().min(1), {
          required: true,
          families: ['inference'],
          source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:68'],
        }),
        max_batch_size: field(z.int().min(1), {
          required: true,
          families: ['inference'],
          source: [
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:68',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
          ],
        }),
      }),
      {
        group: 'tensorrt',
        required: true,
        families: ['inference'],
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:232'],
      },
    ),
  },
})
