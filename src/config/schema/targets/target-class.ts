import type { Literal } from '../field'

/** How far a class is known to work at a place, as read off NeMo 2.0.0. */
type TargetStatus = 'ok' | 'untested' | 'wrong results' | 'fails' | 'no data source'

/** A class that a `_target_` may name. Plain data: it is fetched with the schema. */
export interface TargetClass {
  /** Its import path, as `_target_` names it. */
  readonly name: string
  /** The objects that it may build, by the id of their schema, and how well it does there. */
  readonly places: Readonly<Record<string, TargetStatus>>
  /**
   * The parameters of its constructor, each as `type` (required) or `type = default`. Types: `int`, `float`, `bool`, `string`, `path`,
   * `object`, `null`, JSON literals, `T[]`, `T[n]`, joined by `|`.
   */
  readonly parameters: Readonly<Record<string, string>>
  /** It accepts any parameter and ignores those it does not know. */
  readonly takesAny?: boolean
  /** Where its constructor is: `nemo/…/openaimodel.py:544`. */
  readonly source: string
}

/** A parameter read off its signature. */
export interface Parameter {
  readonly required: boolean
  /** When absent. */
  readonly default?: Literal
  readonly nullable: boolean
  /** The only values, null when any of the types is. */
  readonly values: readonly (string | number)[] | null
  readonly types: readonly ParameterType[]
}
export interface ParameterType {
  readonly kind: 'int' | 'float' | 'bool' | 'string' | 'dict' | 'list'
  /** Of a list. */
  readonly item?: ParameterType
  readonly length?: number
}

const required = new WeakMap<TargetClass, readonly string[]>()

/** The names of the parameters that a class needs. */
export function requiredOf(target: TargetClass): readonly string[] {
  let names = required.get(target)
  if (names === undefined) {
    names = Object.entries(target.parameters).flatMap(([name, signature]) => (signature.includes(' = ') ? [] : [name]))
    required.set(target, names)
  }
  return names
}

/** Reads `int | null = 4`. */
export function parameterOf(signature: string): Parameter {
  const [type = '', fallback] = signature.split(' = ')
  const words = type.split(' | ')
  const values = words.filter((word) => /^["\d-]/.test(word)).map((word) => JSON.parse(word) as string | number)
  return {
    required: fallback === undefined,
    ...(fallback === undefined ? {} : { default: JSON.parse(fallback) as Literal }),
    nullable: words.includes('null'),
    values: values.length > 0 ? values : null,
    types: values.length > 0 ? [] : words.filter((word) => word !== 'null').map(typeOf),
  }
}

function typeOf(word: string): ParameterType {
  const list = /^(\w+)\[(\d*)\]$/.exec(word)
  if (list !== null) {
    const item = typeOf(list[1] ?? '')
    return { kind: 'list', item, ...(list[2] === '' ? {} : { length: Number(list[2]) }) }
  }
  return { kind: kinds[word] ?? 'dict' }
}

const kinds: Readonly<Record<string, ParameterType['kind']>> = {
  int: 'int',
  float: 'float',
  bool: 'bool',
  string: 'string',
  path: 'string',
  object: 'dict',
}
