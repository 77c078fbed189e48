import type { ConfigView, Plain } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isNothing } from '../shared/training-data'

const conditioning = 'model.conditioning'
const online = `${conditioning}.online_encoding`
const dim = `${conditioning}.embed_dim`
const length = `${conditioning}.token_length`
const dropRate = `${conditioning}.drop_rate`
const precached = `${conditioning}.precached_key`
const out = `${conditioning}.out_key`
const encoder = `${conditioning}.encoder_path`
const families = ['imagen'] as const

/** Of T5-11B and the official data sets. */
const usual: Readonly<Record<string, Plain>> = {
  embed_dim: 1024,
  token_length: 128,
  drop_rate: 0.1,
  precached_key: 'embeddings_t5_xxl',
  out_key: 't5_text',
}
const ofEmbeddings = ['precached_key', 'out_key']
const fill = (key: string) => set(`${conditioning}.${key}`, usual[key] ?? null)

function* missingKeys(c: ConfigView): Iterable<Finding> {
  if (!c.isDict('model.unet') || !c.isDict('model.data')) return
  if (isNothing(c, conditioning)) {
    yield { at: conditioning, variant: 'all', fix: all(...Object.keys(usual).map(fill)) }
    return
  }
  const isOnline = c.isTrue(online)
  for (const key of Object.keys(usual)) {
    const isCached = ofEmbeddings.includes(key)
    const at = `${conditioning}.${key}`
    const mayBeNull = key === 'out_key' && !c.isTrue('model.data.synthetic_data')
    const isMissing = mayBeNull ? !c.has(at) : isNothing(c, at)
    if (isMissing && !(isCached && isOnline))
      yield { at, facts: { key }, ...(isCached ? { variant: 'embeddings' } : {}), fix: fill(key) }
  }
}

function ignoredKeys(c: ConfigView): Finding | null {
  const given = c.isTrue(online) ? [precached, out].filter((place) => c.isSet(place)) : []
  const [at, ...also] = given
  if (at === undefined) return null
  const keys = given.map((place) => place.slice(conditioning.length + 1))
  return { at, also: [...also, online], facts: { keys }, fix: all(...given.map(remove)) }
}

/** The text embeddings of Imagen, from the data set or made by T5 while training. */
export const imagenConditioningRules: readonly Rule[] = [
  { id: 'imagen-conditioning-required', level: 'error', families, check: missingKeys },
  {
    id: 'imagen-drop-rate-extreme',
    level: 'warning',
    families,
    check: (c) => {
      const value = c.number(dropRate)
      return value === 0 || value === 1
        ? { at: dropRate, facts: { value }, variant: value === 0 ? 'never' : 'always', fix: set(dropRate, 0.1) }
        : null
    },
  },
  {
    id: 'imagen-online-embed-dim',
    level: 'error',
    families,
    check: (c) => {
      const value = c.isTrue(online) ? c.number(dim) : undefined
      return value === undefined || value === 1024
        ? null
        : { at: dim, also: [online], facts: { value }, fix: set(dim, 1024) }
    },
  },
  {
    id: 'imagen-online-token-length',
    level: 'warning',
    families,
    check: (c) => {
      const value = c.isTrue(online) ? c.number(length) : undefined
      return value !== undefined && value > 512
        ? { at: length, also: [online], facts: { value }, fix: set(length, 512) }
        : null
    },
  },
  { id: 'imagen-online-ignores-precached', level: 'info', families, check: ignoredKeys },
  {
    id: 'imagen-encoder-path-unused',
    level: 'info',
    families,
    check: (c) =>
      c.isSet(encoder) && !c.isTrue(online) ? { at: encoder, also: [online], fix: remove(encoder) } : null,
  },
]
