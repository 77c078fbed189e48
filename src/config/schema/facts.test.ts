import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import facts from './facts.test-data.json'
import type { Accept, FieldSpec, NumberAccept } from './field'
import { allSpecs } from './specs'

interface Fact {
  path: string
  type: string
  nullable: boolean
  min?: number
  max?: number
  exclusiveMin?: number | boolean
  exclusiveMax?: number | boolean
  multipleOf?: number
}
const byId = new Map(allSpecs().map((spec) => [spec.id, spec]))
const rows = facts as Fact[]
const specOf = ({ path }: Fact): FieldSpec => byId.get(path.replace('{int}', '{}')) as FieldSpec

const words: Record<string, Accept['kind']> = {
  path: 'string',
  class: 'string',
  'tuple-string ("H, W")': 'string',
  object: 'dict',
}

/** The kinds of values that a type of the facts names. */
function kindsOfFact({ type, nullable }: Fact): string[] {
  const kinds = type
    .split('|')
    .map((word) => word.trim())
    .map((word) => (/\[\d*\]$/.test(word) ? 'list' : word.startsWith('{') ? 'dict' : (words[word] ?? word)))
  return [...new Set([...kinds, ...(nullable ? ['null'] : [])])]
}

const kindOfValue = (value: string | number | boolean): string =>
  typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float'

const kindsOfSpec = ({ accepts }: FieldSpec): string[] => [
  ...new Set(accepts.flatMap((accept) => (accept.kind === 'enum' ? accept.values.map(kindOfValue) : [accept.kind]))),
]

const without = (some: string[], others: string[]): string[] =>
  some.filter((kind) => !others.includes(kind) && !(kind === 'int' && others.includes('float')))

const rules = readdirSync(new URL('../rules', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => readFileSync(new URL(`../rules/${file}`, import.meta.url), 'utf8'))
  .join('\n')

/** A rule that names the parameter may say what the value must be, with what follows from it; the schema alone then takes more. */
const isNamedByRule = ({ path }: Fact): boolean =>
  new RegExp(
    `\\b${path
      .replace(/\[\]|\.\{\w*\}/g, '')
      .split('.')
      .at(-1)}\\b`,
  ).test(rules)

test('each parameter takes the types of the facts, and no others', () => {
  const differing = rows.flatMap((fact) => {
    const [theirs, ours] = [kindsOfFact(fact), kindsOfSpec(specOf(fact))]
    const lacks = without(theirs, ours)
    const extra = isNamedByRule(fact) ? [] : without(ours, theirs)
    return lacks.length + extra.length === 0 ? [] : [`${fact.path}: lacks ${lacks}, has ${extra}`]
  })
  expect(differing).toEqual([])
})

const numbersIn = (accepts: readonly Accept[]): NumberAccept[] =>
  accepts.flatMap((accept) =>
    accept.kind === 'int' || accept.kind === 'float'
      ? [accept]
      : accept.kind === 'list'
        ? numbersIn(accept.item.accepts)
        : [],
  )

/** The facts write an exclusive bound as a number, or as a mark beside it. */
function boundsOfFact({ min, max, exclusiveMin, exclusiveMax, multipleOf }: Fact): Partial<NumberAccept> {
  const low = typeof exclusiveMin === 'number' ? exclusiveMin : exclusiveMin === true ? min : undefined
  const high = typeof exclusiveMax === 'number' ? exclusiveMax : exclusiveMax === true ? max : undefined
  return {
    ...(low === undefined ? (min === undefined ? {} : { min }) : { exclusiveMin: low }),
    ...(high === undefined ? (max === undefined ? {} : { max }) : { exclusiveMax: high }),
    ...(multipleOf === undefined ? {} : { multipleOf }),
  }
}

test('each number has the bounds of the facts, unless a rule speaks of it', () => {
  const differing = rows.flatMap((fact) => {
    const wanted = Object.entries(boundsOfFact(fact))
    const numbers = numbersIn(specOf(fact).accepts)
    const lacking = wanted.filter(([name, value]) => !numbers.some((it) => it[name as keyof NumberAccept] === value))
    return lacking.length === 0 || isNamedByRule(fact)
      ? []
      : [`${fact.path} ${lacking.map(([name, value]) => `${name} ${value}`).join(', ')}`]
  })
  expect(differing).toEqual([])
})

/** What the facts say of these in words: signal numbers, a positive seed, a worker at least, -1 for none. */
const inWords = [
  'exp_manager.fault_tolerance.rank_termination_signal',
  'model.seed',
  'model.data.num_workers',
  'model.optim.sched.max_steps',
]

test('no number has a bound that the facts do not have', () => {
  const tighter = rows.flatMap((fact) => {
    if (inWords.includes(fact.path)) return []
    const theirs = boundsOfFact(fact)
    return numbersIn(specOf(fact).accepts)
      .flatMap(({ kind: _, ...bounds }) => Object.entries(bounds))
      .filter(([name, value]) => theirs[name as keyof NumberAccept] !== value)
      .map(([name, value]) => `${fact.path} ${name} ${value}`)
  })
  expect(tighter).toEqual([])
})
