import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { type CommandLine, printCommandLine, readCommandLine } from './command-line'

const empty: Omit<CommandLine, 'spans'> = {
  script: null,
  configPath: null,
  configName: null,
  configDir: null,
  multirun: false,
  overrides: [],
  hydraOverrides: [],
  flags: [],
  launcher: [],
  processesPerNode: null,
  nodes: null,
  env: [],
  notUnderstood: [],
}
const read = (line: string) => {
  const { spans, ...rest } = readCommandLine(line)
  return rest
}

test.each<[string, Partial<CommandLine>]>([
  [
    `python examples/sd_train.py --config-path=conf --config-name=sd_train a.b=1 '+c="x y"' ~d`,
    {
      script: 'examples/sd_train.py',
      launcher: ['python'],
      configPath: 'conf',
      configName: 'sd_train',
      overrides: ['a.b=1', '+c="x y"', '~d'],
    },
  ],
  [
    'torchrun --nproc_per_node=8 --nnodes 2 sd_train.py -cn sd -cp=/c --multirun lr=1,2',
    {
      script: 'sd_train.py',
      launcher: ['torchrun', '--nproc_per_node=8', '--nnodes', '2'],
      processesPerNode: 8,
      nodes: 2,
      configName: 'sd',
      configPath: '/c',
      multirun: true,
      overrides: ['lr=1,2'],
    },
  ],
  [
    'srun -N 4 --ntasks-per-node=8 python -u x.py a=1',
    {
      script: 'x.py',
      launcher: ['srun', '-N', '4', '--ntasks-per-node=8', 'python', '-u'],
      processesPerNode: 8,
      nodes: 4,
      overrides: ['a=1'],
    },
  ],
  [
    'HYDRA_FULL_ERROR=1 NAME="a b" env X=2 python x.py a=1',
    {
      script: 'x.py',
      launcher: ['python'],
      env: [
        ['HYDRA_FULL_ERROR', '1'],
        ['NAME', 'a b'],
        ['X', '2'],
      ],
      overrides: ['a=1'],
    },
  ],
  ['$ python x.py \\\n    a=1 \\\n    # not now: b=2', { script: 'x.py', launcher: ['python'], overrides: ['a=1'] }],
  [
    '(venv) me@host:~/nemo$ python x.py \\\n> a=1 \\\n> b=2',
    { script: 'x.py', launcher: ['python'], overrides: ['a=1', 'b=2'] },
  ],
  ['!python x.py a=1', { script: 'x.py', launcher: ['python'], overrides: ['a=1'] }],
  ['python -m nemo.train a=1', { script: 'nemo.train', launcher: ['python', '-m'], overrides: ['a=1'] }],
  [
    'python -m torch.distributed.launch --nproc-per-node 2 x.py a=1',
    {
      script: 'x.py',
      launcher: ['python', '-m', 'torch.distributed.launch', '--nproc-per-node', '2'],
      processesPerNode: 2,
      overrides: ['a=1'],
    },
  ],
  [
    'python x.py hydra.run.dir=/o hydra/launcher=basic --cfg job --resolve a=1 --config-n=sd -r',
    {
      script: 'x.py',
      launcher: ['python'],
      configName: 'sd',
      flags: [
        { name: 'cfg', value: 'job' },
        { name: 'resolve', value: null },
        { name: 'run', value: null },
      ],
      hydraOverrides: ['hydra.run.dir=/o', 'hydra/launcher=basic'],
      overrides: ['a=1'],
    },
  ],
  ['model.lr=1e-5 +x=1\n~y', { overrides: ['model.lr=1e-5', '+x=1', '~y'] }],
  ['lr=1', { overrides: ['lr=1'] }],
  ['', {}],
  [
    'DATA=/d\nexport W="x y"\npython x.py a=$DATA/t b=${W}',
    {
      script: 'x.py',
      launcher: ['python'],
      env: [
        ['DATA', '/d'],
        ['W', 'x y'],
      ],
      overrides: ['a=/d/t', 'b=x y'],
    },
  ],
  ['python x.py out=a.py', { script: 'x.py', launcher: ['python'], overrides: ['out=a.py'] }],
])('%s', (line, expected) => expect(read(line)).toEqual({ ...empty, ...expected }))

const reasons = (line: string) => readCommandLine(line).notUnderstood.map(({ reason, text }) => `${reason}: ${text}`)
test.each<[string, string[], string[]]>([
  ['cd /w && python x.py a=1 | tee log', ['other-command: cd /w', 'other-command: tee log'], ['a=1']],
  ['python x.py a=1 --foo -x b=2', ['flag: --foo', 'flag: -x'], ['a=1', 'b=2']],
  ['python x.py --config-name', ['no-value: --config-name'], []],
  ['python x.py --config-name --multirun', ['no-value: --config-name'], []],
  ['python x.py --config=a', ['flag: --config=a'], []],
  ['python x.py a=1 what b.=2', ['no-override: what', 'no-override: b.=2'], ['a=1']],
  ['python x.py a=$HOME/x', ['variable: $HOME'], ['a=$HOME/x']],
  ['python x.py +m={a:1,b:2}', ['braces: +m={a:1,b:2}'], ['+m={a:1,b:2}']],
  ['python x.py a=1\nb.c=2 +d=3', ['no-continuation: b.c=2 +d=3'], ['a=1', 'b.c=2', '+d=3']],
  ['python x.py a=1 \\ \n b=2 > log', ['blank-after-backslash: \\', 'redirection: > log'], ['a=1', 'b=2']],
  ["python x.py a=1 'b=2", ["open-quote: 'b=2"], ['a=1', 'b=2']],
  ['ls -l', ['other-command: ls -l'], []],
])('%s: %j', (line, expected, overrides) => {
  expect(reasons(line)).toEqual(expected)
  expect(readCommandLine(line).overrides).toEqual(overrides)
})

test('each override knows where it stands in what was pasted', () => {
  const line = `$ python x.py a=1 \\\n  '+b="c"'\nd=2`
  const { overrides, spans } = readCommandLine(line)
  expect(overrides).toEqual(['a=1', '+b="c"', 'd=2'])
  expect(spans.map(({ from, to }) => line.slice(from, to))).toEqual(['a=1', `'+b="c"'`, 'd=2'])
})

test('a command line is printed for one process and for torchrun, on one line and on several', () => {
  const launch = {
    script: 'examples/sd train.py',
    configPath: 'conf',
    configName: 'sd',
    overrides: ['a=1', '+c="x y"'],
  }
  expect(printCommandLine(launch)).toBe(
    `python 'examples/sd train.py' --config-path=conf --config-name=sd a=1 '+c="x y"'`,
  )
  expect(printCommandLine({ script: 'x.py', overrides: ['a=1', '~b'], processes: 8, multirun: true }, ' \\\n  ')).toBe(
    `torchrun --nproc_per_node=8 x.py \\\n  --multirun \\\n  a=1 \\\n  '~b'`,
  )
})

test('what is printed is read back', () => {
  const value = fc.string({ unit: fc.constantFrom(...'ab\'"$\\ ,{}[]!#~*1.-é'), maxLength: 8 })
  const override = fc.tuple(fc.constantFrom('', '+', '++'), value).map(([sign, text]) => {
    const escaped = text.replace(/\\+(?=$|")|"/g, (part) => (part === '"' ? '\\"' : part + part))
    return `${sign}a.b="${escaped}"`
  })
  fc.assert(
    fc.property(
      fc.array(override, { maxLength: 5 }),
      fc.constantFrom<' ' | ' \\\n  '>(' ', ' \\\n  '),
      (overrides, between) => {
        const back = readCommandLine(
          printCommandLine({ script: 'x.py', configName: 'c', overrides, processes: 2 }, between),
        )
        expect(back).toMatchObject({ script: 'x.py', configName: 'c', processesPerNode: 2, notUnderstood: [] })
        expect(back.overrides).toEqual(overrides)
      },
    ),
    { seed: 61, numRuns: share(600) },
  )
})

test('any text is read without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'python x.y=\'"\\$\n-m+~#;|'), maxLength: 40 }), (text) => {
      expect(readCommandLine(text).spans.length).toBe(readCommandLine(text).overrides.length)
    }),
    { seed: 62, numRuns: share(1500) },
  )
  for (const part of ['a=1 ', "'", 'A=1\n', '--x ', 'python x.py a=1;', '\\\n'])
    expect(readCommandLine(part.repeat(20_000)).overrides.length).toBeLessThanOrEqual(20_000)
})
