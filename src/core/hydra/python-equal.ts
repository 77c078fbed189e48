import { type Child, isContainer, type Value } from '../omegaconf/config-node'
import type { Evaluator } from '../omegaconf/evaluate'
import { ResolutionError } from '../omegaconf/failure'
import type { Typed } from '../typed'
import type { OverrideValue } from './override'
import { keyIdentity } from './parse-override'
import { compare } from './python'

/** Python's `==` of a value from the command line and one from a config, references followed: 1, 1.0 and True are equal. */
export function isEqualInPython(given: OverrideValue, here: Value, evaluator: Evaluator): boolean {
  if (!isContainer(here)) return isEqualPlain(given, here, evaluator)
  const children = [...here.children.values()].map((child) => itemOf(child, evaluator))
  if (given.t === 'list')
    return (
      here.kind === 'list' &&
      given.v.length === children.length &&
      given.v.every((item, i) => isEqualItem(item, children[i], evaluator))
    )
  if (given.t !== 'dict' || here.kind !== 'dict' || given.v.length !== children.length) return false
  const byKey = new Map(here.keys.map((key, i) => [keyIdentity(key), children[i]] as const))
  return given.v.every(([key, item]) => isEqualItem(item, byKey.get(keyIdentity(key)), evaluator))
}

const isEqualItem = (given: OverrideValue, here: Value | undefined, evaluator: Evaluator): boolean =>
  here !== undefined && isEqualInPython(given, here, evaluator)

/** A node's value; one that cannot be resolved stands for itself. */
function itemOf(child: Child, evaluator: Evaluator): Value {
  try {
    return evaluator.valueOf(evaluator.dereference(child))
  } catch (error) {
    if (error instanceof ResolutionError) return evaluator.valueOf(child)
    throw error
  }
}

function isEqualPlain(given: OverrideValue, here: Exclude<Value, { t: 'container' }>, evaluator: Evaluator): boolean {
  if (given.t === 'null') return here.t === 'null'
  if (here.t === 'list' && given.t === 'list')
    return here.v.length === given.v.length && given.v.every((item, i) => isEqualItem(item, here.v[i], evaluator))
  if (here.t === 'dict' || here.t === 'list') return false
  return !isNaNFloat(given) && compare(given, here as Typed as OverrideValue) === 0
}

const isNaNFloat = (value: OverrideValue): boolean => value.t === 'float' && value.v === 'nan'
