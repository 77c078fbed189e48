import { z } from 'zod'
import { field, intMap, pair, section } from '../field'

/** `model.data`: where training images come from and how they are prepared. WebDataset, DreamBooth, InstructPix2Pix and synthetic data. */
export const data = section({
  id: 'data',
  path: ['model', 'data'],
  tasks: ['train'],
  groups: ['source', 'loading', 'transforms', 'degradation', 'dreambooth', 'editing', 'storage'],
  self: {
    required: true,
    source: [
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2027',
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:635',
      'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:935',
      'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:528',
    ],
  },
  fields: {
    train: field(
      z.looseObject({
        dataset_path: field(z.union([z.array(z.string()), z.string()]), {
          required: true,
          control: 'path',
          families: ['controlnet', 'imagen', 'sd', 'sdxl'],
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:119',
            'nemo/collections/multimodal/data/common/webdataset.py:129',
            'nemo/collections/multimodal/data/common/webdataset.py:152',
            'nemo/collections/multimodal/data/common/webdataset.py:166',
          ],
        }),
        augmentations: field(
          z.looseObject({
            resize_smallest_side: field(z.int().min(1), {
              unit: 'pixels',
              suggest: [64, 256, 512, 1024],
              families: ['controlnet', 'imagen', 'sd', 'sdxl'],
              source: [
                'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:43',
                'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:283',
              ],
            }),
            center_crop_h_w: field(pair(), {
              unit: 'pixels',
              suggest: ['64, 64', '256, 256', '512, 512', '1024, 1024'],
              control: 'pair',
              families: ['controlnet', 'imagen', 'sd', 'sdxl'],
              source: [
                'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:49',
                'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:94',
                'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:312',
                'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:80',
              ],
            }),
            random_crop_h_w: field(pair(), {
              unit: 'pixels',
              suggest: ['256, 256', '512, 512'],
              control: 'pair',
              source: [
                'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:55',
                'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:77',
              ],
            }),
            horizontal_flip: field(z.boolean().nullable(), {
              default: false,
              families: ['controlnet', 'imagen', 'sd', 'sdxl'],
              source: [
                'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:61',
                'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:77',
              ],
            }),
          }),
          {
            required: true,
            families: ['controlnet', 'imagen', 'sd', 'sdxl'],
            source: [
              'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:40',
              'nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py:66',
              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:76',
              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:98',
            ],
          },
        ),
        filterings: field(
          z
            .looseObject({
              resolution: field(
                z.looseObject({
                  method: field(z.literal(['larger', 'smaller']), {
                    default: 'larger',
                    families: ['imagen'],
                    source: [
                      'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:28',
                      'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:71',
                    ],
                  }),
                  value: field(z.number().min(0), {
                    unit: 'pixels',
                    required: true,
                    suggest: [64, 256, 512, 1024],
                    families: ['imagen'],
                    source: [
                      'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:21',
                      'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:31',
                      'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:74',
                    ],
                  }),
                }),
                {
                  required: true,
                  unknownKeys: 'error',
                  families: ['imagen'],
                  source: [
                    'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:21',
                    'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:70',
                    'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:267',
                    'nemo/collections/multimodal/data/common/webdataset.py:205',
                  ],
                },
              ),
              estimated_portion: field(z.number(), {
                required: true,
                families: ['imagen'],
                source: [
                  'nemo/collections/multimodal/data/common/webdataset.py:195',
                  'nemo/collections/multimodal/data/common/webdataset.py:196',
                ],
              }),
            })
            .nullable(),
          {
            default: null,
            families: ['controlnet', 'imagen', 'sd', 'sdxl'],
            source: [
              'nemo/collections/multimodal/data/common/webdataset.py:192',
              'nemo/collections/multimodal/data/common/webdataset.py:204',
              'nemo/collections/multimodal/data/common/webdataset.py:238',
              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:126',
            ],
          },
        ),
        target_resolutions: field(z.union([z.array(z.int()), z.int()]), {
          unit: 'pixels',
          suggest: [[64, 256]],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:130',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:132',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:115',
            'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:34',
          ],
        }),
        data_sharding: field(z.boolean().nullable(), {
          default: true,
          advanced: true,
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:250',
            'nemo/collections/multimodal/data/common/data_samplers.py:114',
          ],
        }),
        corruption_aug: field(
          z
            .looseObject({
              target_resolution: field(z.array(z.int()).length(2).nullable(), {
                advanced: true,
                unused: true,
                families: ['imagen'],
                source: [
                  'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                  'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                ],
              }),
              kernel_radius_dict: field(intMap(z.int().nullable()).nullable(), {
                advanced: true,
                unused: true,
                families: ['imagen'],
                source: [
                  'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                  'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                ],
              }),
              blur: field(
                z
                  .looseObject({
                    add_random_blur: field(z.boolean().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    blur_prob1: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    blur_prob2: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    blur_sigma_dict: field(intMap(z.number().nullable()).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                  })
                  .nullable(),
                {
                  advanced: true,
                  unused: true,
                  families: ['imagen'],
                  source: [
                    'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                    'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                  ],
                },
              ),
              resize: field(
                z
                  .looseObject({
                    add_random_resize: field(z.boolean().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    resize_prob1: field(
                      z
                        .looseObject({
                          up: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                          down: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                          keep: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                        })
                        .nullable(),
                      {
                        advanced: true,
                        unused: true,
                        families: ['imagen'],
                        source: [
                          'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                          'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                        ],
                      },
                    ),
                    resize_prob2: field(
                      z
                        .looseObject({
                          up: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                          down: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                          keep: field(z.number().nullable(), {
                            advanced: true,
                            unused: true,
                            families: ['imagen'],
                            source: [
                              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                            ],
                          }),
                        })
                        .nullable(),
                      {
                        advanced: true,
                        unused: true,
                        families: ['imagen'],
                        source: [
                          'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                          'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                        ],
                      },
                    ),
                    resize_range1: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    resize_range2: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                  })
                  .nullable(),
                {
                  advanced: true,
                  unused: true,
                  families: ['imagen'],
                  source: [
                    'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                    'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                  ],
                },
              ),
              noise: field(
                z
                  .looseObject({
                    add_random_noise: field(z.boolean().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gaussian_noise_prob1: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gaussian_noise_prob2: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gray_noise_prob1: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gray_noise_prob2: field(z.number().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gaussian_sigma_range1: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    gaussian_sigma_range2: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    poisson_scale_range1: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    poisson_scale_range2: field(z.array(z.number()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                  })
                  .nullable(),
                {
                  advanced: true,
                  unused: true,
                  families: ['imagen'],
                  source: [
                    'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                    'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                  ],
                },
              ),
              jpeg: field(
                z
                  .looseObject({
                    add_random_compression: field(z.boolean().nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    jpeg_range1: field(z.array(z.int()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                    jpeg_range2: field(z.array(z.int()).length(2).nullable(), {
                      advanced: true,
                      unused: true,
                      families: ['imagen'],
                      source: [
                        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                        'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                      ],
                    }),
                  })
                  .nullable(),
                {
                  advanced: true,
                  unused: true,
                  families: ['imagen'],
                  source: [
                    'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
                    'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
                  ],
                },
              ),
            })
            .nullable(),
          {
            advanced: true,
            unused: true,
            families: ['imagen'],
            source: [
              'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
              'nemo/collections/multimodal/data/imagen/augmentations/corruption.py:22',
            ],
          },
        ),
      }),
      {
        group: 'source',
        required: true,
        families: ['controlnet', 'imagen', 'sd', 'sdxl'],
        source: [
          'nemo/collections/multimodal/data/common/webdataset.py:119',
          'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:89',
          'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:75',
          'nemo/collections/multimodal/data/imagen/imagen_dataset.py:114',
        ],
      },
    ),
    webdataset: field(
      z.looseObject({
        infinite_sampler: field(z.boolean().nullable(), {
          default: false,
          families: ['controlnet', 'imagen', 'sd', 'sdxl'],
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:113',
            'nemo/collections/multimodal/data/common/webdataset.py:218',
            'nemo/collections/multimodal/data/common/webdataset.py:236',
            'nemo/collections/multimodal/data/common/webdataset.py:265',
          ],
        }),
        local_root_path: field(z.string().nullable(), {
          required: true,
          control: 'path',
          families: ['controlnet', 'imagen', 'sd', 'sdxl'],
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:117',
            'nemo/collections/multimodal/data/common/webdataset.py:143',
            'nemo/collections/multimodal/data/common/webdataset.py:233',
          ],
        }),
        chunk_size: field(z.int().min(1), {
          default: 1000,
          unit: 'samples',
          advanced: true,
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:168',
            'nemo/collections/multimodal/data/common/webdataset.py:190',
          ],
        }),
        use_webdataset: field(z.boolean().nullable(), {
          advanced: true,
          unused: true,
          families: ['imagen'],
          source: ['nemo/collections/multimodal/data/common/webdataset.py:112'],
        }),
        object_store: field(z.boolean().nullable(), {
          advanced: true,
          unused: true,
          families: ['imagen'],
          source: ['nemo/collections/multimodal/data/common/webdataset.py:134'],
        }),
        verbose: field(z.boolean().nullable(), {
          advanced: true,
          unused: true,
          families: ['imagen'],
          source: ['nemo/collections/multimodal/data/common/webdataset.py:112'],
        }),
      }),
      {
        group: 'source',
        required: true,
        families: ['controlnet', 'imagen', 'sd', 'sdxl'],
        source: ['nemo/collections/multimodal/data/common/webdataset.py:112'],
      },
    ),
    validation: field(
      z
        .looseObject({
          data_path: field(z.string().nullable(), {
            default: null,
            advanced: true,
            control: 'path',
            source: [
              'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:117',
              'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:178',
              'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:332',
              'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:100',
            ],
          }),
          dataset_path: field(z.union([z.array(z.string()), z.string()]), {
            advanced: true,
            control: 'path',
            source: ['nemo/collections/multimodal/data/common/webdataset.py:123'],
          }),
          augmentations: field(z.looseObject({}).nullable(), {
            advanced: true,
            unused: true,
            source: [
              'nemo/collections/multimodal/data/common/webdataset.py:124',
              'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:89',
            ],
          }),
          filterings: field(z.looseObject({}).nullable(), {
            default: null,
            advanced: true,
            source: [
              'nemo/collections/multimodal/data/common/webdataset.py:125',
              'nemo/collections/multimodal/data/common/webdataset.py:192',
              'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:132',
            ],
          }),
        })
        .nullable(),
      {
        group: 'source',
        default: null,
        advanced: true,
        source: [
          'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:117',
          'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:332',
          'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:100',
          'nemo/collections/multimodal/data/imagen/imagen_dataset.py:156',
        ],
      },
    ),
    test: field(z.looseObject({}).nullable(), {
      group: 'source',
      advanced: true,
      unused: true,
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:284',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2052',
      ],
    }),
    synthetic_data: field(z.boolean().nullable(), {
      group: 'source',
      default: false,
      families: ['controlnet', 'imagen', 'sd'],
      source: [
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:93',
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:159',
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:219',
        'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:79',
      ],
    }),
    synthetic_data_length: field(z.int().min(1), {
      group: 'source',
      unit: 'samples',
      families: ['controlnet', 'imagen', 'sd'],
      source: [
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:101',
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:31',
        'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:88',
        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:116',
      ],
    }),
    num_workers: field(z.int().min(1), {
      group: 'loading',
      unit: 'processes',
      required: true,
      suggest: [2, 4, 8, 16],
      source: [
        'nemo/collections/multimodal/data/common/webdataset.py:110',
        'nemo/collections/multimodal/data/common/webdataset.py:174',
        'nemo/collections/multimodal/data/common/webdataset.py:220',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:304',
      ],
    }),
    dataloader_type: field(z.literal(['cyclic', 'single']), {
      group: 'loading',
      required: true,
      families: ['instruct_pix2pix'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:234',
        'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:236',
        'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:246',
      ],
    }),
    validation_drop_last: field(z.boolean(), {
      group: 'loading',
      default: true,
      advanced: true,
      families: ['instruct_pix2pix'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1775',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:445',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:719',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:373',
      ],
    }),
    name: field(z.string().nullable(), {
      group: 'dreambooth',
      advanced: true,
      unused: true,
      families: ['dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:470'],
    }),
    instance_dir: field(z.string(), {
      group: 'dreambooth',
      required: true,
      control: 'path',
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:478',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:66',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:71',
      ],
    }),
    instance_prompt: field(z.string(), {
      group: 'dreambooth',
      required: true,
      suggest: ['a photo of a sks dog'],
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:479',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:134',
      ],
    }),
    regularization_dir: field(z.string().nullable(), {
      group: 'dreambooth',
      control: 'path',
      families: ['dreambooth'],
      source: [
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:41',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:472',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:78',
      ],
    }),
    regularization_prompt: field(z.string().nullable(), {
      group: 'dreambooth',
      suggest: ['a photo of a dog'],
      families: ['dreambooth'],
      source: [
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:44',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:474',
      ],
    }),
    num_reg_images: field(z.int().min(0), {
      group: 'dreambooth',
      unit: 'images',
      required: true,
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:89',
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:42',
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:68',
      ],
    }),
    num_images_per_prompt: field(z.int().min(1), {
      group: 'dreambooth',
      unit: 'images',
      required: true,
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:91',
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:43',
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:75',
      ],
    }),
    resolution: field(z.int().min(1), {
      group: 'dreambooth',
      unit: 'pixels',
      required: true,
      suggest: [512, 768],
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:483',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:89',
      ],
    }),
    center_crop: field(z.boolean(), {
      group: 'dreambooth',
      required: true,
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:484',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:90',
      ],
    }),
    cached_instance_dir: field(z.string().nullable(), {
      group: 'dreambooth',
      default: null,
      control: 'path',
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:486',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:97',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:111',
      ],
    }),
    cached_reg_dir: field(z.string().nullable(), {
      group: 'dreambooth',
      default: null,
      control: 'path',
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:487',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:98',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:114',
      ],
    }),
    data_path: field(z.string(), {
      group: 'editing',
      required: true,
      control: 'path',
      families: ['instruct_pix2pix'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:190',
        'nemo/collections/multimodal/data/instruct_pix2pix/edit_dataset.py:54',
        'nemo/collections/multimodal/data/instruct_pix2pix/edit_dataset.py:72',
      ],
    }),
    boto3: field(
      z.looseObject({
        credentials_file: field(z.string(), {
          required: true,
          advanced: true,
          control: 'path',
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:137',
            'nemo/collections/multimodal/data/common/webdataset.py:141',
          ],
        }),
        bucket: field(z.string(), {
          required: true,
          advanced: true,
          source: [
            'nemo/collections/multimodal/data/common/webdataset.py:142',
            'nemo/collections/multimodal/data/common/webdataset_s3.py:88',
          ],
        }),
      }),
      {
        group: 'storage',
        advanced: true,
        source: [
          'nemo/collections/multimodal/data/common/webdataset.py:134',
          'nemo/collections/multimodal/data/common/webdataset_s3.py:82',
        ],
      },
    ),
    pbss_checkpoint_saving: field(
      z
        .looseObject({
          enable: field(z.boolean().nullable(), {
            advanced: true,
            unused: true,
            families: ['imagen'],
            source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:561'],
          }),
          pbss_credentials_file: field(z.string().nullable(), {
            advanced: true,
            unused: true,
            control: 'path',
            families: ['imagen'],
            source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:561'],
          }),
          save_frequency: field(z.int().nullable(), {
            unit: 'steps',
            advanced: true,
            unused: true,
            families: ['imagen'],
            source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:561'],
          }),
        })
        .nullable(),
      {
        group: 'storage',
        advanced: true,
        unused: true,
        families: ['imagen'],
        source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:561'],
      },
    ),
  },
})
