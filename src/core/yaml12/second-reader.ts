import { type ScalarTag, Schema } from 'yaml'
import { floatRepr, type TypedScalar } from '../typed'

/** What a program that reads YAML 1.2 makes of the source of a plain scalar. */
export type SecondReader = (source: string) => TypedScalar

/** The `yaml` package's tags of scalars, in the order in which it tries them on a plain one. */
const scalarTags = new Schema({ schema: 'core' }).tags.filter(
  (tag): tag is ScalarTag & { test: RegExp } => tag.default === true && tag.test !== undefined,
)

/** Reads by the core schema of YAML 1.2 as the `yaml` package does; what is no null, truth value or number is the text as it stands. */
export const readAsYaml12: SecondReader = (source) => {
  const value = scalarTags
    .find(({ test }) => test.test(source))
    ?.resolve(source, () => undefined, { intAsBigInt: true })
  return typedOf(value === undefined ? source : heldBy(value))
}

/** Tags give a value, or a node that holds it. */
const heldBy = (resolved: unknown): unknown =>
  typeof resolved === 'object' && resolved !== null && 'value' in resolved ? resolved.value : resolved

function typedOf(value: unknown): TypedScalar {
  if (value === null) return { t: 'null' }
  if (typeof value === 'boolean') return { t: 'bool', v: value }
  if (typeof value === 'bigint') return { t: 'int', v: String(value) }
  return typeof value === 'number' ? { t: 'float', v: floatRepr(value) } : { t: 'str', v: String(value) }
}
