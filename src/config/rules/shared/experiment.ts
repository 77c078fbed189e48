import type { Fix } from '../../../core/issue'
import type { Typed } from '../../../core/typed'
import { scalarSource } from '../../../core/yaml/scalar'
import { askedOnce, type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { trains } from './training'

/** Sections of scripts that draw pictures; DreamBooth's training reads `infer` too. */
const drawing = ['infer', 'edit', 'sampling', 'fid'] as const
export const draws = (c: ConfigView): boolean => drawing.some((section) => c.has(section))

/** True for a script that draws pictures, which does not read `exp_manager`. */
export const isUnmanaged = (c: ConfigView): boolean =>
  c.is('inference') || (draws(c) && !c.has('model.optim') && !c.has('model.data'))

/** True for a training config whose script hands `exp_manager` to NeMo's exp_manager. */
export const isManaged = askedOnce((c) => c.isDict('exp_manager') && trains(c) && !isUnmanaged(c))

/** The pipelines of Imagen, whose scripts build no trainer of NeMo's. examples/multimodal/text_to_image/imagen/imagen_infer.py */
export const isImagenPipeline = (c: ConfigView): boolean => c.has('samplings') || c.has('customized_model')

/** True when the Trainer is built from `trainer`; the TensorRT script never reads it. */
export const readsTrainer = (c: ConfigView): boolean => c.isDict('trainer') && !c.has('unet_xl')

/** True while `fast_dev_run` is on, for which exp_manager does nothing. nemo/utils/exp_manager.py:392 */
export function runsFast(c: ConfigView): boolean {
  const value = c.get('trainer.fast_dev_run')
  return value === true || (typeof value === 'number' && value > 0)
}

/** True when a switch of exp_manager is on; null switches it off. */
export function isOn(c: ConfigView, name: string, whenAbsent = false): boolean {
  const value = c.get(`exp_manager.${name}`)
  return value === undefined ? whenAbsent : value === true
}

/** What Python takes for false: nothing, null, false, 0, an empty text or list. */
export function isFalsy(c: ConfigView, place: Place): boolean {
  const value = c.get(place)
  return value === undefined || value === null || value === false || value === 0 || isBlank(c, place)
}

/** True when nothing, null, an empty text or an empty list stands there. */
export function isBlank(c: ConfigView, place: Place): boolean {
  const value = c.get(place)
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value as it is named in a sentence. */
export const shown = (typed: Typed): string =>
  typed.t === 'list' || typed.t === 'dict' || typed.t === 'null' ? scalarSource(typed) : String(typed.v)

/** Fix: the value becomes this source, for what `set` would spell otherwise (`1.0`). */
export const setSource = (place: Place, source: string): Fix => ({ kind: 'set', path: pathOfPlace(place), source })
