import type { NodeView, Parsed } from '../../../core/parsed'
import { childKey, type Path, pathKey } from '../../../core/path'
import { isDeferred } from '../../../core/typed'
import { schemaData } from '../schema-data'
import { specAt } from '../specs'
import type { TargetClass } from './target-class'

const byPlace = new Map<string, TargetClass[]>()
for (const target of schemaData.targets)
  for (const place of Object.keys(target.places)) byPlace.set(place, [...(byPlace.get(place) ?? []), target])

/** The classes that may build the object with this id (`model.conditioner_config.emb_models[].emb_model`), the usual ones first. */
export const targetsAt = (id: string): readonly TargetClass[] => byPlace.get(id) ?? []

/** The id of the object that a `_target_` (or another key that names a class) stands for. */
export const placeOfTarget = (id: string): string => (id.endsWith('._target_') ? id.slice(0, -'._target_'.length) : id)

/** The last part of a class's import path. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Packages that moved under `models.text_to_image` before 2.0.0. examples/…/conf/sd_xl_base.yaml:42 */
const moved =
  /^nemo\.collections\.multimodal\.models\.(?=(?:stable_diffusion|controlnet|instruct_pix2pix|dreambooth)\.)/

/** Where a class of an older NeMo is now, null when the path is not of that kind. */
export const movedTo = (name: string): string | null =>
  moved.test(name) ? name.replace(moved, 'nemo.collections.multimodal.models.text_to_image.') : null

/**
 * What builds an object: its class (also under its older path), `unlisted` when it names another one or is never built, null when it
 * names none that can be read here.
 */
export type Builder = TargetClass | 'unlisted' | null

/** What builds the object of a node, by the id of the object's schema. */
export function builderOf(parsed: Parsed, node: NodeView, id: string): Builder {
  const classes = byPlace.get(id)
  if (classes === undefined || node.kind !== 'dict') return null
  const target = parsed.nodes.get(childKey(pathKey(node.path), '_target_'))?.scalar
  if (target?.t !== 'str' || isDeferred(target)) return null
  if (isNeverBuilt(parsed, id)) return 'unlisted'
  const name = movedTo(target.v) ?? target.v
  return classes.find((known) => known.name === name) ?? 'unlisted'
}

const precacheMode = pathKey(['model', 'precache_mode'])

/** With cached latents and captions SDXL builds no autoencoder. nemo/…/stable_diffusion/diffusion_engine.py:138 */
export function isNeverBuilt(parsed: Parsed, id: string): boolean {
  const mode = id === 'model.first_stage_config' ? parsed.nodes.get(precacheMode)?.scalar : null
  return mode?.t === 'str' && mode.v === 'both'
}

/** The class that builds the object at a place, null when it is none of the known ones. */
export function classAt(parsed: Parsed, path: Path): TargetClass | null {
  const node = parsed.nodes.get(pathKey(path))
  const spec = specAt(path)
  if (node === undefined || spec === null) return null
  const builder = builderOf(parsed, node, spec.id)
  return builder === 'unlisted' ? null : builder
}
