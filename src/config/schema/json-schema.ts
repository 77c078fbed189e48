import type { Accept, FieldMeta, FieldSpec, Literal, NumberAccept } from './field'

export type Draft = '2020-12' | '07'
export interface JsonSchema {
  readonly [keyword: string]:
    | Literal
    | JsonSchema
    | readonly JsonSchema[]
    | undefined
    | Readonly<Record<string, JsonSchema>>
}
/** A parameter's name and help by its id, in the language that the schema shall speak. */
export type SchemaWords = Readonly<Record<string, { readonly label: string; readonly help: string }>>

const dialects: Readonly<Record<Draft, string>> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  '07': 'http://json-schema.org/draft-07/schema#',
}

/** `???` and text with `${…}` can stand in place of any value. */
const deferred: JsonSchema = { type: 'string', pattern: '\\$\\{|^\\?\\?\\?$' }

/** The schema of a config as JSON Schema, for editors that know YAML. `root` is the whole config's spec. */
export function jsonSchemaOf(root: FieldSpec, words: SchemaWords, draft: Draft): JsonSchema {
  return {
    $schema: dialects[draft],
    title: 'NeMo 2.0 Text2Img config',
    ...dictOf(root, words, draft),
    type: 'object',
  }
}

function schemaOf(spec: FieldSpec, words: SchemaWords, draft: Draft): JsonSchema {
  const { meta, accepts, id } = spec
  const own = words[id]
  const kinds = accepts.flatMap((accept) => kindOf(accept, spec, words, draft))
  return {
    ...(own === undefined ? {} : { title: own.label, description: own.help }),
    ...(meta.default === undefined ? {} : { default: meta.default }),
    ...(meta.suggest === undefined ? {} : { examples: meta.suggest }),
    ...(meta.deprecated === undefined ? {} : deprecation(meta.deprecated, draft)),
    ...(meta.deprecated?.removed ? { not: {} } : {}),
    ...(kinds.length === 0 || meta.deprecated?.removed
      ? {}
      : { anyOf: kinds.some(takesAnyText) ? kinds : [...kinds, { $ref: '#/$defs/deferred' }] }),
  }
}

const takesAnyText = (schema: JsonSchema): boolean => schema.type === 'string' && schema.pattern === undefined

function deprecation({ since, replacement }: NonNullable<FieldMeta['deprecated']>, draft: Draft): JsonSchema {
  const parts = [since === undefined ? [] : `since ${since}`, replacement === undefined ? [] : `use ${replacement}`]
  const hint = parts.flat().join('; ') || 'deprecated'
  return draft === '07' ? { deprecationMessage: hint } : { deprecated: true, $comment: hint }
}

function kindOf(accept: Accept, spec: FieldSpec, words: SchemaWords, draft: Draft): JsonSchema[] {
  switch (accept.kind) {
    case 'null':
      return [{ type: 'null' }]
    case 'bool':
      return [{ type: 'boolean' }]
    case 'int':
    case 'float':
      return [{ type: accept.kind === 'int' ? 'integer' : 'number', ...boundsOf(accept) }]
    case 'string':
      return [{ type: 'string', ...(accept.pattern === null ? {} : { pattern: accept.pattern }) }]
    case 'enum':
      return [{ enum: accept.values }]
    case 'list': {
      const length = accept.length === null ? {} : { minItems: accept.length, maxItems: accept.length }
      return [{ type: 'array', items: schemaOf(accept.item, words, draft), ...length }]
    }
    case 'dict':
      return [{ type: 'object', ...dictOf(spec, words, draft, accept) }]
  }
}

const boundNames = {
  min: 'minimum',
  max: 'maximum',
  exclusiveMin: 'exclusiveMinimum',
  exclusiveMax: 'exclusiveMaximum',
  multipleOf: 'multipleOf',
} as const

function boundsOf(accept: NumberAccept): JsonSchema {
  const bounds: Record<string, number> = {}
  for (const [name, keyword] of Object.entries(boundNames)) {
    const bound = accept[name as keyof typeof boundNames]
    if (bound !== undefined) bounds[keyword] = bound
  }
  return bounds
}

/** The keys of an object; others are refused only where NeMo raises on them. */
function dictOf(spec: FieldSpec, words: SchemaWords, draft: Draft, accept = spec.accepts.find(isDict)): JsonSchema {
  const { fields = [], free = null } = accept ?? {}
  const properties = Object.fromEntries(
    fields.map((field) => [field.pattern.at(-1) ?? '', schemaOf(field, words, draft)]),
  )
  const others =
    free !== null
      ? { additionalProperties: schemaOf(free, words, draft) }
      : spec.meta.unknownKeys === 'error'
        ? { additionalProperties: false }
        : {}
  const definitions = spec.pattern.length === 0 ? { $defs: { deferred } } : {}
  return { ...(fields.length === 0 ? {} : { properties }), ...others, ...definitions }
}

const isDict = (accept: Accept): accept is Extract<Accept, { kind: 'dict' }> => accept.kind === 'dict'
