import { z } from 'zod'
import { field, section } from '../field'

/** `sampling`: samplers of SDXL’s base and refiner. */
export const sampling = section({
  id: 'sampling',
  path: ['sampling'],
  tasks: ['infer', 'evaluate', 'quantize'],
  models: ['sdxl'],
  groups: ['sampling'],
  self: {
    required: true,
    families: ['inference'],
    source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:58'],
  },
  fields: {
    base: field(
      z.looseObject({
        sampler: field(
          z.literal([
            'EulerEDMSampler',
            'HeunEDMSampler',
            'EulerAncestralSampler',
            'DPMPP2SAncestralSampler',
            'DPMPP2MSampler',
            'LinearMultistepSampler',
          ]),
          {
            required: true,
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:194',
              'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:250',
            ],
          },
        ),
        width: field(z.int().min(32).multipleOf(32), {
          unit: 'pixels',
          required: true,
          suggest: [512, 768, 1024, 1152, 1344],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:57',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:118',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:152',
          ],
        }),
        height: field(z.int().min(32).multipleOf(32), {
          unit: 'pixels',
          required: true,
          suggest: [512, 768, 1024, 1344],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:58',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:118',
            'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:187',
          ],
        }),
        steps: field(z.int().min(1), {
          unit: 'steps',
          required: true,
          suggest: [20, 30, 40, 50],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:196',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:72',
          ],
        }),
        discretization: field(z.literal(['LegacyDDPMDiscretization', 'EDMDiscretization']), {
          required: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:176',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:186',
          ],
        }),
        guider: field(z.literal(['VanillaCFG', 'IdentityGuider']), {
          required: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:150',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:171',
          ],
        }),
        thresholder: field(z.literal('None'), {
          required: true,
          when: { key: 'sampling.base.guider', names: ['VanillaCFG'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:159',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:164',
          ],
        }),
        scale: field(z.number(), {
          required: true,
          suggest: [5.0, 7.5],
          when: { key: 'sampling.base.guider', names: ['VanillaCFG'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:155',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling_utils.py:23',
            'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:44',
          ],
        }),
        aesthetic_score: field(z.number(), {
          advanced: true,
          suggest: [5.0, 6.0],
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:157'],
        }),
        negative_aesthetic_score: field(z.number(), {
          advanced: true,
          suggest: [5.0, 2.5],
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:160'],
        }),
        img2img_strength: field(z.number().min(0).max(1), {
          advanced: true,
          unused: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:86',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:55',
          ],
        }),
        orig_width: field(z.int().min(1), {
          unit: 'pixels',
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:151'],
        }),
        orig_height: field(z.int().min(1), {
          unit: 'pixels',
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:151'],
        }),
        crop_coords_top: field(z.int().min(0), {
          unit: 'pixels',
          advanced: true,
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:155'],
        }),
        crop_coords_left: field(z.int().min(0), {
          unit: 'pixels',
          advanced: true,
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:155'],
        }),
        sigma_min: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.base.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
        }),
        sigma_max: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.base.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
        }),
        rho: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.base.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:48',
          ],
        }),
        s_churn: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.base.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:199',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_tmin: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.base.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:200',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_tmax: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.base.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:201',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_noise: field(z.number().min(0), {
          advanced: true,
          when: {
            key: 'sampling.base.sampler',
            names: ['EulerEDMSampler', 'HeunEDMSampler', 'EulerAncestralSampler', 'DPMPP2SAncestralSampler'],
          },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:202',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:110',
          ],
        }),
        eta: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.base.sampler', names: ['EulerAncestralSampler', 'DPMPP2SAncestralSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:221',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling_utils.py:41',
          ],
        }),
        order: field(z.int().min(1), {
          advanced: true,
          suggest: [4],
          when: { key: 'sampling.base.sampler', names: ['LinearMultistepSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:246',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:210',
          ],
        }),
      }),
      {
        group: 'sampling',
        required: true,
        families: ['inference'],
        source: [
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:58',
          'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:190',
        ],
      },
    ),
    refiner: field(
      z.looseObject({
        sampler: field(
          z.literal([
            'EulerEDMSampler',
            'HeunEDMSampler',
            'EulerAncestralSampler',
            'DPMPP2SAncestralSampler',
            'DPMPP2MSampler',
            'LinearMultistepSampler',
          ]),
          {
            required: true,
            advanced: true,
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:194',
              'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:250',
            ],
          },
        ),
        width: field(z.int(), {
          unit: 'pixels',
          advanced: true,
          unused: true,
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:124'],
        }),
        height: field(z.int(), {
          unit: 'pixels',
          advanced: true,
          unused: true,
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:125'],
        }),
        steps: field(z.int().min(1).max(1000), {
          unit: 'steps',
          required: true,
          advanced: true,
          suggest: [20, 30, 40, 50],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:196',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:72',
          ],
        }),
        discretization: field(z.literal(['LegacyDDPMDiscretization', 'EDMDiscretization']), {
          required: true,
          advanced: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:176',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:186',
          ],
        }),
        guider: field(z.literal(['VanillaCFG', 'IdentityGuider']), {
          required: true,
          advanced: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:150',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:171',
          ],
        }),
        thresholder: field(z.literal('None'), {
          required: true,
          advanced: true,
          when: { key: 'sampling.refiner.guider', names: ['VanillaCFG'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:159',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:164',
          ],
        }),
        scale: field(z.number(), {
          required: true,
          advanced: true,
          suggest: [5.0, 7.5],
          when: { key: 'sampling.refiner.guider', names: ['VanillaCFG'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:155',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling_utils.py:23',
            'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:46',
          ],
        }),
        aesthetic_score: field(z.number(), {
          advanced: true,
          suggest: [5.0, 6.0],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:157',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:132',
          ],
        }),
        negative_aesthetic_score: field(z.number(), {
          advanced: true,
          suggest: [5.0, 2.5],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:160',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:133',
          ],
        }),
        img2img_strength: field(z.number().min(0).max(1), {
          required: true,
          advanced: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:119',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:55',
          ],
        }),
        crop_coords_top: field(z.int().min(0), {
          unit: 'pixels',
          required: true,
          advanced: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:155',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:130',
          ],
        }),
        crop_coords_left: field(z.int().min(0), {
          unit: 'pixels',
          required: true,
          advanced: true,
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:155',
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:131',
          ],
        }),
        sigma_min: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.refiner.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
        }),
        sigma_max: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.refiner.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
        }),
        rho: field(z.number().gt(0), {
          advanced: true,
          when: { key: 'sampling.refiner.discretization', names: ['EDMDiscretization'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:48',
          ],
        }),
        s_churn: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.refiner.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:199',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_tmin: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.refiner.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:200',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_tmax: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.refiner.sampler', names: ['EulerEDMSampler', 'HeunEDMSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:201',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:126',
          ],
        }),
        s_noise: field(z.number().min(0), {
          advanced: true,
          when: {
            key: 'sampling.refiner.sampler',
            names: ['EulerEDMSampler', 'HeunEDMSampler', 'EulerAncestralSampler', 'DPMPP2SAncestralSampler'],
          },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:202',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:110',
          ],
        }),
        eta: field(z.number().min(0), {
          advanced: true,
          when: { key: 'sampling.refiner.sampler', names: ['EulerAncestralSampler', 'DPMPP2SAncestralSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:221',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling_utils.py:41',
          ],
        }),
        order: field(z.int().min(1), {
          advanced: true,
          suggest: [4],
          when: { key: 'sampling.refiner.sampler', names: ['LinearMultistepSampler'] },
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:246',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sampling.py:210',
          ],
        }),
      }),
      {
        group: 'sampling',
        advanced: true,
        families: ['inference'],
        source: ['examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:122'],
      },
    ),
  },
})
