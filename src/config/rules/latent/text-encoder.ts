import type { ConfigView, Place } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { below, classOf, nets, numbers, paramOf } from '../shared/latent'
import { embedders, isTextEncoder, widthOfText } from './text-widths'

const encoder = 'model.cond_stage_config'

/** Runs a check for each text encoder of the config: `cond_stage_config`, and those of SDXL's conditioner. */
const eachEncoder = (check: (c: ConfigView, encoder: Place, name: string) => Iterable<Finding>): Rule['check'] =>
  function* (c) {
    if (c.is('imagen')) return
    const places = [encoder, ...embedders(c).map(({ model }) => model)]
    for (const place of places) {
      const name = classOf(c, place)
      if (name !== undefined) yield* check(c, place, name)
    }
  }

function* contextWidth(c: ConfigView): Iterable<Finding> {
  if (c.text('model.cond_stage_key')?.endsWith('encoded')) return
  const width = widthOfText(c)
  if (width === null) return
  for (const net of nets) {
    if (!c.has(net)) continue
    const at = paramOf(c, net, 'context_dim')
    const given = c.get(at)
    const list = Array.isArray(given) ? (numbers(c, at) ?? []) : typeof given === 'number' ? [given] : []
    const wrong = list.find((value) => value !== width)
    if (wrong === undefined) continue
    const right = Array.isArray(given) ? list.map(() => width) : width
    yield { at, also: [below(encoder, '_target_')], facts: { value: wrong, width }, fix: set(at, right) }
  }
}

function* hiddenIndex(c: ConfigView, place: Place, name: string): Iterable<Finding> {
  const [layer, at] = [paramOf(c, place, 'layer'), paramOf(c, place, 'layer_idx')]
  if (name === 'FrozenCLIPEmbedder' && c.get(layer) === 'hidden' && !c.isSet(at))
    yield { at, also: [layer], fix: set(at, 11) }
}

function* indexUnused(c: ConfigView, place: Place, name: string): Iterable<Finding> {
  const [layer, at] = [paramOf(c, place, 'layer'), paramOf(c, place, 'layer_idx')]
  if (name !== 'FrozenCLIPEmbedder' || !c.isSet(at)) return
  const value = c.text(layer) ?? 'last'
  if (value !== 'hidden') yield { at, also: [layer], facts: { layer: value }, fix: remove(at) }
}

function* megatronSource(c: ConfigView, place: Place, name: string): Iterable<Finding> {
  const [at, config] = [paramOf(c, place, 'restore_from_path'), paramOf(c, place, 'cfg')]
  if (name === 'FrozenMegatronCLIPEmbedder' && c.get(at) === null && !c.isSet(config)) yield { at, also: [config] }
}

function* pooledLegacy(c: ConfigView, place: Place, name: string): Iterable<Finding> {
  const [pooled, at] = [paramOf(c, place, 'always_return_pooled'), paramOf(c, place, 'legacy')]
  if (name === 'FrozenOpenCLIPEmbedder2' && c.isTrue(pooled) && !c.isFalse(at))
    yield { at, also: [pooled], fix: set(at, false) }
}

/** Encoders that give 77 tokens, for want of their pooled vector, beside CLIP's 80. nemo/…/encoders/modules.py:814 */
export function shortEncoders(c: ConfigView): readonly Place[] {
  if (!c.has('model.conditioner_config')) return []
  const texts = embedders(c).filter(({ name }) => isTextEncoder(name))
  const isShort = ({ model, name }: (typeof texts)[number]) =>
    name === 'FrozenOpenCLIPEmbedder2' && !c.isTrue(below(model, 'always_return_pooled'))
  const short = texts.filter(isShort)
  return short.length === texts.length ? [] : short.map(({ model }) => model)
}

function* tokenCount(c: ConfigView): Iterable<Finding> {
  for (const model of shortEncoders(c)) {
    const [at, legacy] = [below(model, 'always_return_pooled'), below(model, 'legacy')]
    yield { at, also: [legacy], fix: all(set(at, true), set(legacy, false)) }
  }
}

function loraEncoder(c: ConfigView): Finding | null {
  const at = paramOf(c, encoder, 'enable_lora_finetune')
  if (!c.isTrue(at)) return null
  const fix = set(at, false)
  if (!c.is('dreambooth')) return { at, fix }
  const isTrained = c.isTrue('model.train_text_encoder') && c.get('model.peft.peft_scheme') === 'sdlora'
  return isTrained
    ? null
    : { at, also: ['model.train_text_encoder', 'model.peft.peft_scheme'], fix, variant: 'dreambooth' }
}

const trainable = 'model.cond_stage_trainable'
const trainText = 'model.train_text_encoder'

function wrongSwitch(c: ConfigView): Finding | null {
  if (!c.is('dreambooth')) return c.isTrue(trainText) ? { at: trainText, fix: remove(trainText) } : null
  if (!c.isTrue(trainable)) return null
  return {
    at: trainable,
    also: [trainText],
    fix: all(set(trainText, true), set(trainable, false)),
    variant: 'dreambooth',
  }
}

/** Text encoders and how the UNet takes what they give. */
export const textEncoderRules: readonly Rule[] = [
  {
    id: 'context-dim-vs-text-encoder',
    level: 'error',
    families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
    check: contextWidth,
  },
  { id: 'clip-hidden-index', level: 'error', check: eachEncoder(hiddenIndex) },
  { id: 'clip-layer-idx-unused', level: 'info', check: eachEncoder(indexUnused) },
  { id: 'megatron-clip-source', level: 'error', check: eachEncoder(megatronSource) },
  {
    id: 'pooled-outside-conditioner',
    level: 'error',
    check(c) {
      const at = paramOf(c, encoder, 'always_return_pooled')
      return c.isTrue(at) ? { at, fix: remove(at) } : null
    },
  },
  { id: 'openclip2-pooled-legacy', level: 'error', check: eachEncoder(pooledLegacy) },
  { id: 'openclip2-legacy-length', level: 'error', check: tokenCount },
  {
    id: 'lora-text-encoder',
    level: 'warning',
    families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
    check: loraEncoder,
  },
  {
    id: 'cond-stage-trainable',
    level: 'error',
    families: ['sd', 'instruct_pix2pix', 'controlnet'],
    check: (c) => (c.isTrue(trainable) ? { at: trainable, fix: set(trainable, false) } : null),
  },
  {
    id: 'text-encoder-switch',
    level: 'warning',
    families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth', 'sdxl'],
    check: wrongSwitch,
  },
  {
    id: 'text-dropout-ignored',
    level: 'info',
    families: ['dreambooth', 'instruct_pix2pix'],
    check(c) {
      const at = 'model.text_embedding_dropout_rate'
      const rate = c.number(at)
      return rate === undefined || rate <= 0 ? null : { at, facts: { rate }, fix: set(at, 0) }
    },
  },
]
