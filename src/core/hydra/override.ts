import type { Facts } from '../issue'
import type { Typed, TypedScalar } from '../typed'

/** `k=v`, `+k=v`, `++k=v`, `~k`. */
export type OverrideType = 'change' | 'add' | 'force_add' | 'del'
export type Quote = 'single' | 'double'

/** Several values for one key, which `--multirun` tries in turn; in the encoding of the oracle. */
export type Sweep =
  | { t: 'choice_sweep'; v: OverrideValue[]; simple_form: boolean; shuffle: boolean; tags?: string[] }
  | { t: 'range_sweep'; start: Typed; stop: Typed; step: Typed; shuffle: boolean; tags?: string[] }
  | { t: 'interval_sweep'; start: Typed; end: Typed; tags?: string[] }
  | { t: 'glob'; include: string[]; exclude: string[] }

/** What stands after the `=`. Strings know while they are read whether they were quoted: Hydra's functions and sweeps care. */
export type OverrideValue =
  | Exclude<TypedScalar, { t: 'str' }>
  | { t: 'str'; v: string; quote?: Quote }
  | { t: 'list'; v: OverrideValue[] }
  | { t: 'dict'; v: [Typed, OverrideValue][] }
  | Sweep

export type ValueType =
  | 'element'
  | 'simple_choice_sweep'
  | 'choice_sweep'
  | 'range_sweep'
  | 'interval_sweep'
  | 'glob_choice_sweep'

/** One argument as Hydra 1.3.2 reads it. `value` and `value_type` are null for `~k` alone. */
export interface Override {
  readonly type: OverrideType
  readonly key: string
  readonly package: string | null
  readonly value_type: ValueType | null
  readonly sweep: boolean
  readonly value: OverrideValue | null
  /** The quotes, when the whole value was one quoted string. */
  readonly quoted?: Quote
}

/** Why an argument is no override; what a sentence needs is in `facts`. */
export type OverrideErrorCode =
  | 'character' // a character that cannot stand there without quotes: `character`
  | 'open-quote'
  | 'key' // not the name of a place: `text`
  | 'blank-before-equals'
  | 'no-equals'
  | 'missing-value' // a comma, colon or bracket with nothing beside it
  | 'unclosed' // `expected`, the bracket that is missing
  | 'unexpected' // something behind the value: `text`
  | 'nested-interpolation' // `${a.${b}}` without quotes
  | 'unknown-function' // `name`
  | 'function' // arguments that the function `name` does not take
  | 'too-deep'
  | 'number-too-long'

/** `error` is Hydra's (or Python's) exception class, `position` an UTF-16 offset in the argument. */
export interface OverrideError {
  readonly error: string
  readonly code: OverrideErrorCode
  readonly position: number
  readonly facts: Facts
}

/** Thrown while an argument is read; it becomes an `OverrideError` before anything is returned. */
export class OverrideSyntax {
  constructor(
    readonly code: OverrideErrorCode,
    readonly position: number,
    readonly facts: Facts = {},
  ) {}
}

const sweepTypes: ReadonlySet<string> = new Set(['choice_sweep', 'range_sweep', 'interval_sweep', 'glob'])
export const isSweep = (value: OverrideValue): value is Sweep => sweepTypes.has(value.t)

/** True for what Hydra takes for itself (`hydra.run.dir=…`, `hydra/launcher=…`), not for the config. */
export const isHydraOverride = ({ key }: Pick<Override, 'key'>): boolean => /^hydra[./]/.test(key)

/** The value without the memory of quotes. */
export function plainValue(value: OverrideValue): OverrideValue {
  if (value.t === 'str') return { t: 'str', v: value.v }
  if (value.t === 'list') return { t: 'list', v: value.v.map(plainValue) }
  if (value.t === 'dict') return { t: 'dict', v: value.v.map(([key, item]) => [key, plainValue(item)]) }
  return value.t === 'choice_sweep' ? { ...value, v: value.v.map(plainValue) } : value
}
