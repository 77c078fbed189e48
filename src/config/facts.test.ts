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

/** Places where a rule says what the value must be, with what follows from it, so that the schema alone takes more. */
const saidByRules = [
  'trainer.max_steps',
  'exp_manager.checkpoint_callback_params.monitor',
  'exp_manager.ema.decay',
  'exp_manager.ema.every_n_steps',
  'exp_manager.seconds_to_sleep',
  'model.optim.sched.warmup_steps',
  'model.optim.sched.warmup_ratio',
  'model.optim.sched.hold_steps',
  'model.optim.sched.hold_ratio',
  'model.optim.sched.constant_steps',
  'model.optim.sched.constant_ratio',
  'model.optim.sched.max_steps',
  'model.data.webdataset.local_root_path',
  'model.data.num_workers',
  'model.data.train.filterings.estimated_portion',
]
const strict = rows.filter(({ path }) => !saidByRules.includes(path))

test('each parameter takes the types of the facts, and no others', () => {
  const differing = strict.flatMap((fact) => {
    const [theirs, ours] = [kindsOfFact(fact), kindsOfSpec(specOf(fact))]
    const lacks = without(theirs, ours)
    const extra = without(ours, theirs)
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

test('each number has the bounds of the facts', () => {
  const differing = strict.flatMap((fact) => {
    const wanted = Object.entries(boundsOfFact(fact))
    const numbers = numbersIn(specOf(fact).accepts)
    const lacking = wanted.filter(([name, value]) => !numbers.some((it) => it[name as keyof NumberAccept] === value))
    return lacking.length === 0 ? [] : [`${fact.path} ${lacking.map(([name, value]) => `${name} ${value}`).join(', ')}`]
  })
  expect(differing).toEqual([])
})
