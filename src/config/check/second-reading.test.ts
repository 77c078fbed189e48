import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { parse } from '../../core/omegaconf/parse'
import { floatRepr, plainOf, type TypedScalar } from '../../core/typed'
import { isRefused, readScalar } from '../../core/yaml/read-scalar'
import { readAsYaml12 } from '../../core/yaml12/second-reader'
import { check } from './check'

const switches = ['on', 'On', 'ON', 'off', 'Off', 'OFF', 'yes', 'Yes', 'YES', 'no', 'No', 'NO']
const bases = ['0b101', '-0b101', '+0b1', '0b1_0', '-0x1f', '+0x1F', '0x_1f', '0xFF_FF', '0x1F', '0x1f', '0X1F', '0B1']
const octals = [
  '017',
  '-0755',
  '+010',
  '0_7',
  '00',
  '007',
  '0',
  '-0',
  '08',
  '09',
  '-08',
  '0o17',
  '-0o17',
  '0O17',
  '0777',
]
const sixty = ['1:30', '12:30:45', '-1:30', '0:30', '0:30.5', '190:20:30', '1:60', '1:30:5']
const grouped = ['1_000', '-1_000', '1_000.5', '1_0e3', '1_', '1__0', '_1', '1_000_000', '10,000']
const points = ['.5', '-.5', '+.5', '5.', '-5.', '.5e3', '.5e+3', '-.5e-3', '.', '0.', '1.5.2']
const exponents = ['1e5', '1E5', '-1e-8', '1e', '1e-', '+1e5', '1.e5', '1e400', '1e5x', '.e5']
const special = [
  '.inf',
  '-.inf',
  '+.INF',
  '.Inf',
  '.nan',
  '.NaN',
  '-.nan',
  'inf',
  'Infinity',
  '-Infinity',
  'nan',
  'NaN',
]
const words = [
  'true',
  'True',
  'TRUE',
  'tRue',
  'false',
  'fAlse',
  'y',
  'n',
  'Y',
  'N',
  'nUll',
  'None',
  'nil',
  '2024-01-31',
]
const nulls = ['~', 'null', 'Null', 'NULL', 'text', 'v1.0', '12 monkeys', 'a/b', '+', '-x']
const sources = [
  ...switches,
  ...bases,
  ...octals,
  ...sixty,
  ...grouped,
  ...points,
  ...exponents,
  ...special,
  ...words,
  ...nulls,
]

/** What the `yaml` package makes of a document of this scalar alone. */
const judge = (source: string): unknown => parseDocument(source, { intAsBigInt: true, logLevel: 'silent' }).toJS()

function typedOf(value: unknown): TypedScalar {
  if (value === null) return { t: 'null' }
  if (typeof value === 'boolean') return { t: 'bool', v: value }
  if (typeof value === 'bigint') return { t: 'int', v: String(value) }
  return typeof value === 'number' ? { t: 'float', v: floatRepr(value) } : { t: 'str', v: String(value) }
}

const hintsOf = (source: string) =>
  check(parse(`model:\n  mine: ${source}\n`)).filter(({ code }) => code === 'reads-differently')

test('there are enough of them, each once', () => {
  expect(sources.length).toBeGreaterThan(76)
  expect(new Set(sources).size).toBe(sources.length)
})

describe.each(sources)('%s', (source) => {
  const ours = readScalar(source)
  const theirs = typedOf(judge(source))

  test('the second reader reads it as the package does', () => {
    expect(readAsYaml12(source)).toEqual(theirs)
  })

  test('it is said exactly when the package makes another value of it, and which', () => {
    if (isRefused(ours)) throw new Error(`OmegaConf refuses ${source}`)
    const isSame = ours.t === theirs.t && Object.is(plainOf(ours), plainOf(theirs))
    const said = theirs.t === 'str' ? `'${theirs.v}'` : theirs.t === 'int' ? theirs.v : expect.any(String)
    expect(hintsOf(source).flatMap(({ facts }) => facts.elsewhere ?? [])).toEqual(isSame ? [] : [said])
  })
})

test('a whole number that no program holds is not handed over', () => {
  const hints = hintsOf(`0${'8'.repeat(4301)}`)
  expect(hints.map(({ variant, facts }) => [variant, facts.elsewhere])).toEqual([['number', undefined]])
})
