import { expect, test } from 'vitest'
import { allRecipes } from '../config/recipes/recipes'
import { parse } from '../core/omegaconf/parse'
import { folderOf } from './folder.test-support'

const typed: [string, string, number, string, RegExp][] = [
  [
    'types as OmegaConf reads them',
    'a: 1e-4\nb: [on, "1"]\n7: null\n',
    0,
    '{"t":"dict","v":[[{"t":"str","v":"a"},{"t":"float","v":"0.0001"}],[{"t":"str","v":"b"},{"t":"list","v":[{"t":"bool","v":true},{"t":"str","v":"1"}]}],[{"t":"int","v":"7"},{"t":"null"}]]}\n',
    /^$/,
  ],
  ['an empty file', '', 0, '{"t":"dict","v":[]}\n', /^$/],
  ['a text that is no YAML', 'a: [1\nb: 2\n', 1, '', /^c:2:2: error: .+ \[yaml-flow\]\n$/],
  ['a malformed reference', 'a: ${b\n', 1, '', /^c:1:4: error: .+ \[interpolation-syntax\]\n$/],
]

test.each(typed)('typed: %s', async (_, text, code, out, err) => {
  const outcome = await folderOf({ c: text }).t2i(['typed', 'c'])
  expect(outcome).toMatchObject({ code, out })
  expect(outcome.err).toMatch(err)
})

test('recipes: the list in both languages, and each as it is', async () => {
  const { t2i } = folderOf()
  const list = (await t2i(['recipes'])).out.trimEnd().split('\n')
  expect(list.map((line) => line.split(/ {2,}/)[0])).toEqual(allRecipes.map(({ id }) => id))
  expect(list.every((line) => (line.split(/ {2,}/)[1] ?? '').length > 3)).toBe(true)
  expect((await t2i(['recipes', '--lang', 'zh'])).out).toMatch(/\p{Script=Han}/u)
  for (const { id } of allRecipes) {
    const { code, out, err } = await t2i(['recipes', id])
    expect([code, err, parse(out).ok]).toEqual([0, '', true])
    expect(parse(out).nodes.size).toBeGreaterThan(1)
  }
})

test('schema: both drafts, in both languages', async () => {
  const { t2i } = folderOf()
  for (const [args, dialect] of [
    [['schema'], 'https://json-schema.org/draft/2020-12/schema'],
    [['schema', '--draft', '07'], 'http://json-schema.org/draft-07/schema#'],
  ] as const) {
    const schemas = await Promise.all(['en', 'zh'].map((lang) => t2i([...args, '--lang', lang])))
    const [en, zh] = schemas.map(({ code, out, err }) => {
      expect([code, err]).toEqual([0, ''])
      return JSON.parse(out)
    })
    expect([en.$schema, zh.$schema]).toEqual([dialect, dialect])
    expect(en.properties.trainer.title).not.toBe(zh.properties.trainer.title)
    expect(Object.keys(en.properties)).toEqual(Object.keys(zh.properties))
  }
})
