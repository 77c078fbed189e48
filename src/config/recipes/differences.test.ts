import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { differencesBetween } from './differences'
import { recipeText } from './recipe-text'

const compared = (theirs: string, mine: string) =>
  differencesBetween(parse(theirs), parse(mine)).map(({ path, theirs, mine }) => [printPath(path), theirs, mine])

test.each([
  ['a value', 'a: 1\n', 'a: 2\n', [['a', '1', '2']]],
  ['its type', 'a: 1\n', "a: '1'\n", [['a', '1', "'1'"]]],
  ['not its spelling', 'a: 1e-4\nb: True\nc:\n', 'c: null\na: 0.0001\nb: true # on\n', []],
  ['not the order of keys', 'a: {x: 1, y: 2}\n', 'a:\n  y: 2\n  x: 1\n', []],
  [
    'what only one has',
    'a: 1\nb: 2\n',
    'b: 2\nc: 3\n',
    [
      ['a', '1', null],
      ['c', null, '3'],
    ],
  ],
  [
    'maps key by key',
    'm: {a: 1, b: 2}\n',
    'm:\n  b: 3\n',
    [
      ['m.a', '1', null],
      ['m.b', '2', '3'],
    ],
  ],
  [
    'a map that is not there key by key',
    'm: {a: {b: 1}}\n',
    'n: 1\n',
    [
      ['m.a.b', '1', null],
      ['n', null, '1'],
    ],
  ],
  ['a map against a value as a whole', 'm: {a: 1}\n', 'm: 2\n', [['m', '{a: 1}', '2']]],
  ['a map against null as a whole', 'm:\n  a: 1\n', 'm:\n', [['m', '{a: 1}', 'null']]],
  [
    'an empty map',
    'm: {}\n',
    'n: 1\n',
    [
      ['m', '{}', null],
      ['n', null, '1'],
    ],
  ],
  ['lists as a whole, on one line', 'l:\n  - 1\n  - 2\n', 'l: [1, 3]\n', [['l', '[1, 2]', '[1, 3]']]],
  [
    'equally long lists of maps item by item',
    'l: [{a: 1}, {a: 2}]\n',
    'l:\n  - a: 1\n  - a: 3\n',
    [['l[1].a', '2', '3']],
  ],
  ['other lists of maps as a whole', 'l: [{a: 1}]\n', 'l: []\n', [['l', '[{a: 1}]', '[]']]],
  ['keys that are numbers', 'm: {8: 1}\n', 'm: {8: 2}\n', [['m[8]', '1', '2']]],
  ['text of several lines on one', 'a: |\n  x\n  y\n', 'a: z\n', [['a', '"x\\ny\\n"', 'z']]],
] as const)('%s', (_, theirs, mine, expected) => {
  expect(compared(theirs, mine)).toEqual(expected)
  expect(compared(mine, mine)).toEqual([])
  const back = compared(mine, theirs).map(([path, a, b]) => [path, b, a])
  expect(new Set(back.map(String))).toEqual(new Set(expected.map(String)))
})

test('a recipe and the same with one value changed', async () => {
  const text = await recipeText('sd_xl_base_train')
  expect(compared(text, text.replace('adm_in_channels: 2816', 'adm_in_channels: 1280'))).toEqual([
    ['model.unet_config.adm_in_channels', '2816', '1280'],
  ])
})
