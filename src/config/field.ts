import type { z } from 'zod'

/** A value as it stands in a config: plain JSON. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal }

/** What the zod type alone does not say about a parameter. Words (label, help, what fails) live in `i18n/fields`. */
export interface FieldMeta {
  /** Id of the group in its section; groups are listed, in order, by the section. */
  readonly group?: string
  /** What NeMo takes when the key is absent; leave out when there is no default. */
  readonly default?: Literal
  /** Id of the unit, one of `units` in i18n (`steps`, `epochs`, `px`, `gpus`, `seconds` …). */
  readonly unit?: string
  /** Folded behind "N more". */
  readonly advanced?: boolean
  /** Nothing in NeMo reads it. */
  readonly unused?: boolean
  readonly required?: boolean
  readonly deprecated?: { readonly since: string; readonly replacement?: string }
  /** Usual values where others are allowed too. */
  readonly suggest?: readonly Literal[]
  /** How it is edited when the type alone would say otherwise. */
  readonly control?: 'path' | 'class' | 'pair' | 'multiline'
  /** What reads it: `nemo/utils/exp_manager.py:190`. */
  readonly source?: readonly string[]
  /** Keys of an object that the schema does not name: an error at launch, read by nothing, or meant to be free. */
  readonly unknownKeys?: 'error' | 'warning' | 'free'
}

/** One type that a field accepts; a field accepts one or several. */
export type Accept =
  | { readonly kind: 'null' | 'bool' }
  | {
      readonly kind: 'int' | 'float'
      readonly min?: number
      readonly max?: number
      readonly exclusiveMin?: number
      readonly exclusiveMax?: number
      readonly multipleOf?: number
    }
  | { readonly kind: 'string'; readonly pattern?: string }
  | { readonly kind: 'enum'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'list'; readonly item: FieldSpec; readonly minLength?: number; readonly maxLength?: number }
  | { readonly kind: 'dict'; readonly fields: readonly FieldSpec[]; readonly free: FieldSpec | null }

/** One step of a field's place; `*` stands for any list index or free key. */
export type Pattern = readonly string[]

/** A parameter as forms, checks and completion see it, read off the zod schema by `describe`. */
export interface FieldSpec {
  readonly pattern: Pattern
  /** `pattern` written as in i18n ids: `model.optim.betas[]`, `tags.{}`. */
  readonly id: string
  readonly accepts: readonly Accept[]
  readonly meta: FieldMeta
}
