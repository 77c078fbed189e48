import { z } from 'zod'

// A strict content security policy forbids the code that zod would generate.
z.config({ jitless: true })

/** A value as it stands in a config: plain JSON. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal }

/** The kinds of configs, by the script that reads them. */
export type Family = 'sd' | 'sdxl' | 'controlnet' | 'dreambooth' | 'instruct_pix2pix' | 'imagen' | 'inference'

/** The models that the scripts train and run. */
export type ModelFamily = Exclude<Family, 'inference'>

/** What a config is for; `evaluate` draws the images for FID, `trt` runs TensorRT engines. */
export type Task = 'train' | 'infer' | 'evaluate' | 'quantize' | 'export' | 'trt'

/** What the zod type alone does not say about a parameter. Words (label, help, what fails) live in `i18n/fields`. */
export interface FieldMeta {
  /** Id of the group in its section; groups are listed, in order, by the section. */
  readonly group?: string
  /** What NeMo takes when the key is absent; left out when there is none. */
  readonly default?: Literal
  /** Defaults that differ by the name of the optimizer or schedule. */
  readonly defaultBy?: Readonly<Record<string, Literal>>
  /** Id of the unit in i18n: `steps`, `epochs`, `pixels`, `seconds` … */
  readonly unit?: string
  /** Folded behind "N more". */
  readonly advanced?: boolean
  /** Nothing in NeMo reads it. */
  readonly unused?: boolean
  readonly required?: boolean
  /** `since` is left out where nobody says. `removed`: its presence alone stops the run. `replacement` is the id of what took its place. */
  readonly deprecated?: { readonly since?: string; readonly replacement?: string; readonly removed?: boolean }
  /** Usual values where others are allowed too. */
  readonly suggest?: readonly Literal[]
  /** How it is edited when the type alone would say otherwise. */
  readonly control?: 'path' | 'class' | 'pair'
  /** The code does not look at the case of a word. */
  readonly anyCase?: boolean
  /** Applies only while another key has one of these values. */
  readonly when?: {
    readonly key: string
    readonly names: readonly string[]
    /** The others take it too and do not look at it. */
    readonly tolerated?: boolean
  }
  /** The kinds of configs that read it; all, when left out. */
  readonly families?: readonly Family[]
  /** The models whose scripts read it while they do not train; all, when left out. */
  readonly models?: readonly ModelFamily[]
  /** What reads it: `nemo/utils/exp_manager.py:190`. */
  readonly source?: readonly string[]
  /** Keys of an object that the schema does not name: an error at launch, read by nothing, or meant to be free. */
  readonly unknownKeys?: 'error' | 'warning' | 'free'
  /** Keys of an object that the code itself writes there: taken, but nothing to set. */
  readonly ownKeys?: readonly string[]
}

/** One type that a field accepts; a field accepts one or several. */
export type Accept =
  | { readonly kind: 'null' | 'bool' }
  | NumberAccept
  | { readonly kind: 'string'; readonly pattern: string | null }
  | { readonly kind: 'enum'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'list'; readonly item: FieldSpec; readonly length: number | null }
  | { readonly kind: 'dict'; readonly fields: readonly FieldSpec[]; readonly free: FieldSpec | null }

export interface NumberAccept {
  readonly kind: 'int' | 'float'
  readonly min?: number
  readonly max?: number
  readonly exclusiveMin?: number
  readonly exclusiveMax?: number
  readonly multipleOf?: number
}

/** A parameter as forms, checks and completion see it, read off the zod schema by `describe`. */
export interface FieldSpec {
  /** The steps of its place; `*` stands for any list index or free key. */
  readonly pattern: readonly string[]
  /** The same as written in i18n and facts: `model.optim.betas[]`, `tags.{}`. */
  readonly id: string
  readonly accepts: readonly Accept[]
  readonly meta: FieldMeta
}

/** One panel of the form: some keys of the object at `path`. Several sections may share an object. */
export interface Section {
  readonly id: string
  readonly path: readonly string[]
  /** Group ids in the order a user fills them in. */
  readonly groups: readonly string[]
  /** About the object at `path` itself. */
  readonly self: FieldMeta
  /** The object may be null. */
  readonly nullable?: boolean
  /** The tasks and models that have a use for it; all, when left out. */
  readonly tasks?: readonly Task[]
  readonly models?: readonly ModelFamily[]
  readonly fields: Readonly<Record<string, z.ZodType>>
}

/** What is known of a parameter beside its type, a FieldMeta; zod's own type of it would be endless. */
const registry = z.registry<Readonly<Record<string, unknown>>>()
const noMeta: FieldMeta = {}

/** A parameter: its type, and what the type does not say. Every parameter may be absent. */
export function field(schema: z.ZodType, meta: FieldMeta = noMeta): z.ZodType {
  const optional = schema.optional()
  registry.add(optional, { ...meta })
  return optional
}

export const section = (given: Omit<Section, 'self'> & { self?: FieldMeta }): Section => ({ self: noMeta, ...given })

/** A "H, W" string of positive numbers, as the augmentations parse it. nemo/collections/multimodal/data/stable_diffusion/augmentation */
export const pair = () => z.string().regex(/^\s*0*[1-9]\d*\s*,\s*0*[1-9]\d*\s*$/)

/** A map whose keys are integers. */
export const intMap = (value: z.ZodType) => z.record(z.string().regex(/^-?\d+$/), value)

/** Every parameter of an object schema, children after their parents. The only place that looks inside zod. */
export function describe(
  shape: Readonly<Record<string, z.ZodType>>,
  pattern: readonly string[],
  id: string,
): FieldSpec[] {
  return Object.entries(shape).map(([key, schema]) =>
    specOf(schema, [...pattern, key], id === '' ? key : `${id}.${key}`),
  )
}

function specOf(schema: z.ZodType, pattern: readonly string[], id: string): FieldSpec {
  const meta = (registry.get(schema) as FieldMeta | undefined) ?? noMeta
  return { pattern, id, meta, accepts: acceptsOf(schema, pattern, id) }
}

/** What of zod's definitions is read here. */
interface Def {
  readonly type: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[]
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly catchall?: z.ZodType
  readonly valueType?: z.ZodType
  readonly values?: readonly (string | number | boolean)[]
}
interface CheckDef {
  readonly check: string
  readonly value?: number
  readonly inclusive?: boolean
  readonly length?: number
  readonly pattern?: RegExp
}
const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def
const checksOf = (def: Def): readonly CheckDef[] => (def.checks ?? []).map((check) => check._zod.def)

function acceptsOf(schema: z.ZodType, pattern: readonly string[], id: string): Accept[] {
  const def = defOf(schema)
  const deeper = (inner: z.ZodType | undefined) => (inner === undefined ? [] : acceptsOf(inner, pattern, id))
  switch (def.type) {
    case 'optional':
      return deeper(def.innerType)
    case 'nullable':
      return [...deeper(def.innerType), { kind: 'null' }]
    case 'union':
      return (def.options ?? []).flatMap(deeper)
    case 'null':
      return [{ kind: 'null' }]
    case 'boolean':
      return [{ kind: 'bool' }]
    case 'number':
      return [numberOf(def)]
    case 'string':
      return [
        {
          kind: 'string',
          pattern: checksOf(def).find(({ pattern }) => pattern !== undefined)?.pattern?.source ?? null,
        },
      ]
    case 'literal':
      return [{ kind: 'enum', values: def.values ?? [] }]
    case 'array':
      return [
        {
          kind: 'list',
          item: specOf(def.element as z.ZodType, [...pattern, '*'], `${id}[]`),
          length: checksOf(def).find(({ check }) => check === 'length_equals')?.length ?? null,
        },
      ]
    case 'object':
      return [{ kind: 'dict', fields: describe(def.shape ?? {}, pattern, id), free: freeOf(def.catchall, pattern, id) }]
    case 'record':
      return [{ kind: 'dict', fields: [], free: freeOf(def.valueType, pattern, id) }]
    default:
      throw new Error(`${id}: the form knows no ${def.type}`)
  }
}

function freeOf(schema: z.ZodType | undefined, pattern: readonly string[], id: string): FieldSpec | null {
  const type = schema === undefined ? 'unknown' : defOf(schema).type
  return schema === undefined || type === 'unknown' || type === 'never'
    ? null
    : specOf(schema, [...pattern, '*'], `${id}.{}`)
}

/** What the checks of zod are called here, without and with the bound itself. */
const boundNames: Readonly<Record<string, readonly [keyof NumberAccept, keyof NumberAccept]>> = {
  greater_than: ['exclusiveMin', 'min'],
  less_than: ['exclusiveMax', 'max'],
  multiple_of: ['multipleOf', 'multipleOf'],
}

function numberOf(def: Def): NumberAccept {
  const bounds: Record<string, number> = {}
  for (const { check, value, inclusive } of checksOf(def)) {
    const names = boundNames[check]
    if (value !== undefined && names !== undefined) bounds[names[inclusive ? 1 : 0]] = value
  }
  return { kind: def.format === 'safeint' ? 'int' : 'float', ...bounds }
}
