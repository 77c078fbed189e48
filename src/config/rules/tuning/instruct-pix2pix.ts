import { type Rule, set } from '../../view/rule'

const dataPath = 'model.data.data_path'
const loader = 'model.data.dataloader_type'
const families = ['instruct_pix2pix'] as const

/** Pairs of images with an instruction. nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:190 */
export const instructPix2PixRules: readonly Rule[] = [
  {
    id: 'ip2p-data-path',
    level: 'error',
    families,
    check: (c) => (c.isMissing(dataPath) || !c.has(dataPath) || c.get(dataPath) === '' ? { at: dataPath } : null),
  },
  {
    id: 'ip2p-dataloader-type',
    level: 'error',
    families,
    check: (c) => (c.has(dataPath) && !c.has(loader) ? { at: loader, fix: set(loader, 'cyclic') } : null),
  },
]
