import { expect, test } from 'vitest'
import { parseOverride } from './parse-override'
import { expandRuns, maxRuns } from './runs'

const runsOf = (...args: string[]) => {
  const expanded = expandRuns(args)
  return expanded.ok ? expanded.runs.map((run) => run.join(' ')) : expanded
}

test('the last key changes fastest, keys with one value are in every run', () => {
  expect(runsOf('lr=1e-4,5e-5', 'name=sd', '+x=choice(a,b)')).toEqual([
    'lr=0.0001 name=sd +x=a',
    'lr=0.0001 name=sd +x=b',
    'lr=5e-05 name=sd +x=a',
    'lr=5e-05 name=sd +x=b',
  ])
  expect(runsOf('lr=1', 'x=2')).toEqual(['lr=1 x=2'])
  expect(runsOf()).toEqual([''])
})

// The values are those of Hydra's own FloatRange and of Python's range.
test.each<[string, string[]]>([
  ['k=range(3)', ['0', '1', '2']],
  ['k=range(1,8,3)', ['1', '4', '7']],
  ['k=range(3,0,-1)', ['3', '2', '1']],
  ['k=range(3,0)', []],
  ['k=range(0,0.9,0.1)', ['0.0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7000000000000001', '0.8']],
  ['k=range(1,2,0.5)', ['1.0', '1.5']],
  ['k=int(range(0.5,3.5))', ['0', '1', '2']],
  ['k=sort(range(1,5),reverse=true)', ['4', '3', '2', '1']],
  ['k=sort(3,1,2)', ['1', '2', '3']],
  ['k=sort(choice(b,a),reverse=true)', ['b', 'a']],
  ['k=tag(t,choice(1,2))', ['1', '2']],
  [`k='a b',"it's",c d`, [`'a b'`, `"it's"`, 'c\\ d']],
  ['k=[1,2],{a:x y}', ['[1,2]', '{a:x\\ y}']],
  ['k=true,null,1.0', ['True', 'null', '1.0']],
  // Functions forget quotes: the run reads a number.
  ["k=choice('5',str(6))", ['5', '6']],
  ["k='5','6'", ["'5'", "'6'"]],
])('%s takes %j', (arg, values) => expect(runsOf(arg)).toEqual(values.map((value) => `k=${value}`)))

test('every run is one that Hydra can read, without a sweep', () => {
  const expanded = expandRuns([`a='x, y','it\\'s',[1,"b c"],{k:v w}`, 'b=range(0,1,0.25)', '~c', '+d=x\\,y,z'])
  if (!expanded.ok) throw new Error(expanded.stage)
  expect(expanded.count).toBe(32)
  for (const run of expanded.runs)
    for (const arg of run) expect(parseOverride(arg)).toMatchObject({ ok: true, sweep: false })
})

test('a repeated key keeps its place and takes its last values; other signs are other keys', () => {
  expect(runsOf('a=1,2', 'b=3', 'a=5')).toEqual(['a=5 b=3'])
  expect(runsOf('a=1', '~a')).toEqual(['a=1 ~a=null'])
})

test("Hydra's own settings are no part of the runs", () => {
  expect(runsOf('hydra.run.dir=x', 'a=1,2')).toEqual(['a=1', 'a=2'])
  expect(expandRuns(['hydra.run.dir=x,y'])).toMatchObject({ ok: false, index: 0, code: 'hydra' })
})

test('shuffled values are marked: their order is left to chance', () => {
  const expanded = expandRuns(['a=shuffle(1,2)', 'b=shuffle(range(2))', 'c=1,2'])
  expect(expanded.ok && expanded.keys.map(({ shuffled }) => shuffled)).toEqual([true, true, false])
})

test('many runs are counted, the first thousand listed', () => {
  const expanded = expandRuns(['a=range(100)', 'b=range(100)', 'c=1,2'])
  expect(expanded).toMatchObject({ ok: true, count: 20_000 })
  expect(expanded.ok && expanded.runs.length).toBe(maxRuns)
  expect(expandRuns(['a=range(1000000000)'])).toMatchObject({ ok: true, count: 1e9 })
  expect(expandRuns(['a=range(0,1e30,1e-30)', 'b=range(0.0,10,1e-7)'])).toMatchObject({ ok: true })
})

test.each([
  ['k=interval(0,1)', 'interval'],
  ['k=glob(*)', 'glob'],
  ['k=range(1,2,0)', 'range'],
  ['k=range(0.0,inf)', 'range'],
  ['k=a,range(3)', 'nested'],
  ['k=[choice(1,2)]', 'nested'],
])('%s has no runs: %s', (arg, code) => {
  expect(expandRuns(['x=1,2', arg])).toEqual({ ok: false, index: 1, stage: 'sweep', code })
})

test('an argument that cannot be read is named', () => {
  expect(expandRuns(['a=1,2', 'b'])).toMatchObject({ ok: false, index: 1, stage: 'parse', code: 'no-equals' })
})
