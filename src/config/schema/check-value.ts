import type { Facts } from '../../core/issue'
import { floatOf, isDeferred, type Typed } from '../../core/typed'
import type { Accept, FieldSpec, NumberAccept } from './field'
import { nearest } from './nearest'
import { convert, isStructured } from './structured'

/** What is wrong with one value, without its place: a code of i18n with the facts of its sentence. */
export interface ValueProblem {
  readonly code: 'type' | 'enum' | 'range' | 'pattern' | 'length' | 'null'
  readonly facts: Facts
}

/** Whether one value (not what it contains) is of a type and in a range that its parameter accepts; null when it is. */
export function checkValue(spec: FieldSpec, given: Typed): ValueProblem | null {
  if (isDeferred(given) || spec.accepts.length === 0) return null
  const typed = isStructured(spec) ? convert(spec, given) : given
  if (typed === null) return typeProblem(spec, given)
  const problems: ValueProblem[] = []
  for (const accept of spec.accepts) {
    const problem = checkAccept(accept, typed, spec.meta.anyCase === true)
    if (problem === null) return null
    if (problem !== 'other') problems.push(problem)
  }
  if (typed.t === 'null') return { code: 'null', facts: { expected: kindsOf(spec) } }
  const enumProblem = problems.find(({ code }) => code === 'enum')
  return problems.find(({ code }) => code !== 'enum') ?? enumProblem ?? typeProblem(spec, typed)
}

/** Short values are named with their type. */
function typeProblem(spec: FieldSpec, typed: Typed): ValueProblem {
  const value = typed.t === 'list' || typed.t === 'dict' || typed.t === 'null' ? '' : String(typed.v)
  const isShort = value !== '' && value.length <= 40
  return { code: 'type', facts: { expected: kindsOf(spec), got: typed.t, ...(isShort ? { value } : {}) } }
}

/** The kinds of values that a parameter accepts, for a sentence: `int`, `string`, `list` … */
export const kindsOf = (spec: FieldSpec): string[] => [
  ...new Set(spec.accepts.map(({ kind }) => kind).filter((kind) => kind !== 'null')),
]

/** Null when accepted, 'other' when the type does not fit, else what is wrong with a value of the right type. */
function checkAccept(accept: Accept, typed: Typed, anyCase: boolean): ValueProblem | 'other' | null {
  switch (accept.kind) {
    case 'null':
    case 'bool':
    case 'dict':
      return typed.t === accept.kind ? null : 'other'
    case 'int':
      return typed.t === 'int' ? checkRange(accept, Number(typed.v), typed.v) : 'other'
    case 'float':
      return typed.t === 'int' || typed.t === 'float' ? checkRange(accept, numberOf(typed), typed.v) : 'other'
    case 'string':
      return typed.t === 'str' || typed.t === 'path' ? checkPattern(accept.pattern, typed.v) : 'other'
    case 'enum':
      return checkEnum(accept.values, typed, anyCase)
    case 'list':
      return typed.t === 'list' ? checkLength(accept.length, typed.v.length) : 'other'
  }
}

const checkPattern = (pattern: string | null, got: string): ValueProblem | null =>
  pattern === null || new RegExp(pattern).test(got) ? null : { code: 'pattern', facts: { got } }

const checkLength = (expected: number | null, got: number): ValueProblem | null =>
  expected === null || got === expected ? null : { code: 'length', facts: { expected, got } }

const numberOf = (typed: { t: 'int' | 'float'; v: string }): number =>
  typed.t === 'int' ? Number(typed.v) : floatOf(typed.v)

function checkEnum(
  values: readonly (string | number | boolean)[],
  typed: Typed,
  anyCase: boolean,
): ValueProblem | 'other' | null {
  if (typed.t === 'null' || typed.t === 'list' || typed.t === 'dict') return 'other'
  const isSame = (value: string | number | boolean) =>
    typeof value === 'number'
      ? (typed.t === 'int' || typed.t === 'float') && numberOf(typed) === value
      : typed.t === kindOf(value) &&
        (typed.v === value || (anyCase && String(typed.v).toUpperCase() === String(value).toUpperCase()))
  if (values.some(isSame)) return null
  const got = typed.t === 'bool' ? String(typed.v) : typed.v
  const near = nearest(got, values.map(String))
  return { code: 'enum', facts: { allowed: [...new Set(values.map(String))], got, ...(near === null ? {} : { near }) } }
}

const kindOf = (value: string | boolean): Typed['t'] => (typeof value === 'string' ? 'str' : 'bool')

function checkRange(accept: NumberAccept, value: number, got: string): ValueProblem | null {
  const { min, max, exclusiveMin, exclusiveMax, multipleOf } = accept
  const fits =
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (exclusiveMin === undefined || value > exclusiveMin) &&
    (exclusiveMax === undefined || value < exclusiveMax) &&
    (multipleOf === undefined || value % multipleOf === 0)
  if (fits || Number.isNaN(value)) return null
  const { kind: _, ...bounds } = accept
  return { code: 'range', facts: { ...bounds, got } }
}
