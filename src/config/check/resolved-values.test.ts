import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { check } from './check'

const ofSchema = ['type', 'enum', 'range', 'null', 'length', 'pattern']
const found = (text: string, env: Record<string, string> = {}): string[] =>
  check(parse(text), { env })
    .filter(({ code }) => ofSchema.includes(code))
    .map(({ code, path }) => `${code} ${printPath(path)}`)

test.each([
  ['a wrong type', 'fid:\n  n: many\ntrainer:\n  num_nodes: ${fid.n}\n', ['type trainer.num_nodes']],
  ['out of range', 'n: 0\ntrainer:\n  num_nodes: ${n}\n', ['range trainer.num_nodes']],
  ['null where a whole section is handed on', 'n: null\ntrainer:\n  num_nodes: ${n}\n', ['null trainer.num_nodes']],
  ['null elsewhere', 'n: null\ninfer:\n  out_path: ${n}\n', []],
  ['what exp_manager converts', 'n: "3"\nexp_manager:\n  checkpoint_callback_params:\n    save_top_k: ${n}\n', []],
  [
    'what exp_manager refuses',
    'n: 3.0\nexp_manager:\n  checkpoint_callback_params:\n    save_top_k: ${n}\n',
    ['type exp_manager.checkpoint_callback_params.save_top_k'],
  ],
  [
    'what is wrong at its own place',
    'trainer:\n  num_nodes: 0\nmodel:\n  seed: ${trainer.num_nodes}\n',
    ['range trainer.num_nodes'],
  ],
  ['what fits', 'n: 2\ntrainer:\n  num_nodes: ${n}\n', []],
  ['what has no value here', 'trainer:\n  num_nodes: ${oc.env:NODES}\n', []],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('a variable is text', () => {
  const text = 'trainer:\n  num_nodes: ${oc.env:NODES}\n'
  expect(found(text, { NODES: '2' })).toEqual(['type trainer.num_nodes'])
})
