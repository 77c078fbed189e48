import type { Accept, FieldSpec } from '../field'
import { specAt } from '../specs'
import { type Parameter, type ParameterType, parameterOf, type TargetClass } from './target-class'

const narrowedOf = new WeakMap<FieldSpec, Map<TargetClass, FieldSpec>>()

/**
 * The spec of an object that a class builds: the keys that the class takes, each with the class's types, closed set and default. Keys
 * that the schema has elsewhere, in the object's `params` or in the same object of `model`, are added with their words.
 */
export function narrowed(spec: FieldSpec, target: TargetClass): FieldSpec {
  let known = narrowedOf.get(spec)
  if (known === undefined) {
    known = new Map()
    narrowedOf.set(spec, known)
  }
  let result = known.get(target)
  if (result === undefined) {
    result = { ...spec, accepts: spec.accepts.map((accept) => narrowedObject(spec, accept, target)) }
    known.set(target, result)
  }
  return result
}

function narrowedObject(spec: FieldSpec, accept: Accept, target: TargetClass): Accept {
  if (accept.kind !== 'dict') return accept
  const params = accept.fields.find((field) => keyOf(field) === 'params')
  const inParams = new Map(params?.accepts.flatMap(fieldsOf).map((field) => [keyOf(field), field]))
  const own = accept.fields.flatMap((field) => {
    if (keyOf(field) === '_target_') return [field]
    if (field === params) return [{ ...field, accepts: field.accepts.map((it) => narrowedObject(field, it, target)) }]
    const signature = target.parameters[keyOf(field)]
    return signature === undefined ? [] : [narrowedField(field, parameterOf(signature))]
  })
  const rest = Object.entries(target.parameters)
    .filter(([key]) => !own.some((field) => keyOf(field) === key))
    .map(([key, signature]) => {
      const base = inParams.get(key) ?? specAt(['model', ...spec.pattern, key]) ?? unnamed
      return narrowedField({ ...base, pattern: [...spec.pattern, key] }, parameterOf(signature))
    })
  return { ...accept, fields: [...own, ...rest] }
}

const unnamed: FieldSpec = { pattern: [], id: '', meta: {}, accepts: [] }

const keyOf = (field: FieldSpec): string => field.pattern.at(-1) ?? ''
const fieldsOf = (accept: Accept): readonly FieldSpec[] => (accept.kind === 'dict' ? accept.fields : [])

/** A parameter of the schema as one class takes it. */
function narrowedField(field: FieldSpec, parameter: Parameter): FieldSpec {
  const { default: _, required: __, ...meta } = field.meta
  return {
    ...field,
    accepts: narrowedAccepts(field, parameter),
    meta: {
      ...meta,
      ...(parameter.required ? { required: true } : {}),
      ...(parameter.default === undefined ? {} : { default: parameter.default }),
    },
  }
}

function narrowedAccepts(field: FieldSpec, { values, types, nullable }: Parameter): Accept[] {
  const none: Accept[] = nullable ? [{ kind: 'null' }] : []
  if (values !== null) return [{ kind: 'enum', values }, ...none]
  const kept = field.accepts.filter((accept) => types.some((type) => fits(accept, type)))
  const added = types.filter((type) => !kept.some((accept) => fits(accept, type) && !isNarrower(accept, type)))
  return [...kept, ...added.map((type) => acceptOf(field, type)), ...none]
}

/** True when what the schema accepts is of a type that the class takes. */
function fits(accept: Accept, { kind, length }: ParameterType): boolean {
  if (accept.kind === 'enum') return accept.values.every((value) => kindsOfValue[typeof value]?.includes(kind))
  if (accept.kind === 'list') return kind === 'list' && (length === undefined || accept.length === length)
  return accept.kind === kind || (accept.kind === 'int' && kind === 'float')
}

/** Whole numbers alone, where the class takes any number. */
const isNarrower = (accept: Accept, { kind }: ParameterType): boolean => accept.kind === 'int' && kind === 'float'

const kindsOfValue: Readonly<Record<string, readonly ParameterType['kind'][]>> = {
  string: ['string'],
  number: ['int', 'float'],
  boolean: ['bool'],
}

function acceptOf(field: FieldSpec, { kind, item, length }: ParameterType): Accept {
  switch (kind) {
    case 'list': {
      const itemField = { pattern: [...field.pattern, '*'], id: `${field.id}[]`, meta: {}, accepts: [] }
      const accepts = item === undefined ? [] : [acceptOf(itemField, item)]
      return { kind, item: { ...itemField, accepts }, length: length ?? null }
    }
    case 'dict':
      return { kind, fields: [], free: null }
    case 'string':
      return { kind, pattern: null }
    default:
      return { kind }
  }
}
