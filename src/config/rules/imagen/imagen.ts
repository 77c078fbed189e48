import type { ConfigView } from '../../view/config-view'
import { numbers } from '../shared/latent'

export const unet = 'model.unet'
export const unetType = 'model.unet_type'

/** The two UNets of Imagen: `base` and `sr-unet` build the regular one, `sr` the efficient one. nemo/…/imagen/imagen.py:75 */
export type Unet = 'regular' | 'efficient'

/** Which UNet is built; null when the config has none. Unknown for another type. */
export function unetOf(c: ConfigView): Unet | null {
  const type = c.isDict(unet) ? c.text(unetType) : undefined
  if (type === undefined) return null
  if (type === 'sr') return 'efficient'
  if (type === 'base' || type === 'sr-unet') return 'regular'
  return c.gap(null)
}

/** Channel factors, one a level. nemo/…/imagen/diffusionmodules/nets.py:70, :448 */
export const channelMult = (c: ConfigView, kind: Unet): readonly number[] =>
  numbers(c, `${unet}.channel_mult`) ?? (kind === 'regular' ? [1, 2, 3, 4] : [1, 1, 2, 4, 8])

/** Defaults of the efficient UNet's lists, which have one entry a level. */
export const levelDefaults = { num_resblocks: [1, 2, 4, 8, 8], atnn_enabled_at: [0, 0, 0, 0, 1] } as const

/** The factors by which the image is smaller where the regular UNet attends. nemo/…/imagen/diffusionmodules/nets.py:148 */
export const attentionFactors = (c: ConfigView, imageSize: number): readonly number[] =>
  (numbers(c, `${unet}.attention_resolutions`) ?? [8, 16, 32]).map((side) => Math.floor(imageSize / side))

/** The levels with attention; the regular UNet's last one always has it. */
export function attentionLevels(c: ConfigView, kind: Unet): readonly number[] {
  const levels = channelMult(c, kind).map((_, i) => i)
  if (kind === 'efficient') {
    const isOn = c.list(`${unet}.atnn_enabled_at`) ?? levelDefaults.atnn_enabled_at
    return levels.filter((i) => isOn[i] === true || isOn[i] === 1)
  }
  const imageSize = c.number(`${unet}.image_size`)
  if (imageSize === undefined) return c.gap([])
  const factors = attentionFactors(c, imageSize)
  return levels.filter((i) => i === levels.length - 1 || factors.includes(2 ** i))
}

/** True when any level attends. */
export const attends = (c: ConfigView, kind: Unet): boolean => kind === 'regular' || attentionLevels(c, kind).length > 0
