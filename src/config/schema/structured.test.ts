import { describe, expect, test } from 'vitest'
import { typedOf } from '../../core/index'
import { parse } from '../../core/omegaconf/parse'
import type { Typed } from '../../core/typed'
import { checkSchema } from '../check/check-schema'
import { checkValue } from './check-value'
import type { FieldSpec } from './field'
import { specAt } from './specs'
import { convert, isStructured } from './structured'
import rows from './structured.test-data.json'

/** A parameter of each type that exp_manager's dataclass declares. */
const places: Readonly<Record<string, string>> = {
  int: 'exp_manager.checkpoint_callback_params.every_n_train_steps',
  float: 'exp_manager.ema.decay',
  bool: 'exp_manager.resume_if_exists',
  string: 'exp_manager.name',
  signal: 'exp_manager.fault_tolerance.rank_termination_signal',
  strings: 'exp_manager.files_to_copy',
}
interface Row {
  type: string
  yaml: string
  result?: Typed | { t: 'signal'; v: string }
  error?: string
}
const typedIn = (yaml: string): Typed => {
  const root = typedOf(parse(yaml.startsWith('- ') ? `v:\n${yaml}\n` : `v: ${yaml}\n`))
  if (root.t !== 'dict') throw new Error(yaml)
  return root.v[0]?.[1] as Typed
}
function specOf(place: string): FieldSpec {
  const spec = specAt(place.split('.'))
  if (spec === null) throw new Error(place)
  return spec
}
const refusedBelow = (type: string, yaml: string): boolean => {
  const keys = (places[type] ?? '').split('.')
  const lines = keys.map((key, i) => `${'  '.repeat(i)}${key}:`).join('\n')
  const text = yaml.startsWith('- ') ? `${lines}\n      ${yaml}\n` : `${lines} ${yaml}\n`
  return checkSchema(parse(text), null).some(({ level }) => level === 'error')
}

/** OmegaConf 2.2.2, merging `v: <yaml>` into a dataclass with an optional field of each type. */
describe.each(Object.keys(places))('as OmegaConf converts to %s', (type) => {
  test.each((rows as Row[]).filter((row) => row.type === type))('$yaml', ({ yaml, result, error }) => {
    const typed = typedIn(yaml)
    const spec = specOf(places[type] ?? '')
    expect(isStructured(spec)).toBe(true)
    if (type === 'signal') {
      if (typed.t !== 'null') expect(checkValue(spec, typed) !== null).toBe(error !== undefined)
    } else if (type === 'strings') expect(refusedBelow(type, yaml)).toBe(error !== undefined)
    else if (error !== undefined) expect(convert(spec, typed)).toBeNull()
    else expectSame(convert(spec, typed), result, type)
  })
})

/** A whole number that converts to a float is left an int here; both are the same number. */
function expectSame(converted: Typed | null, result: Row['result'], type: string): void {
  if (type === 'float' && converted?.t === 'int' && result?.t === 'float')
    expect(Number(converted.v)).toBe(Number(result.v))
  else expect(converted).toEqual(result)
}

test('what a free section holds is taken as it is', () => {
  const isStructuredAt = (place: string) => isStructured(specOf(`exp_manager.${place}`))
  const free = ['wandb_logger_kwargs.name', 'summary_writer_kwargs.max_queue', 'mlflow_logger_kwargs.tags.any']
  expect(free.map(isStructuredAt)).toEqual([false, false, false])
  expect(['wandb_logger_kwargs', 'mlflow_logger_kwargs.save_dir'].map(isStructuredAt)).toEqual([true, true])
})
