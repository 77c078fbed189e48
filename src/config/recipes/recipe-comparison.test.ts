import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import type { Difference } from './differences'
import { compareWithRecipe } from './recipe-comparison'
import { recipeText } from './recipe-text'
import { allRecipes } from './recipes'

const compare = (mustFill: readonly string[], recipe: string, mine: string) => {
  const { leftOut, ...lists } = compareWithRecipe({ mustFill }, parse(recipe), parse(mine))
  const paths = (list: readonly Difference[]) => list.map(({ path }) => printPath(path))
  return [paths(lists.different), paths(lists.recipeOnly), paths(lists.mineOnly), leftOut]
}

test.each([
  ['what differs, by who has it', [], 'a: 1\nb: 1\n', 'c: 1\na: 2\n', [['a'], ['b'], ['c'], 0]],
  ['not what was to be filled in', ['a'], 'a: ???\nb: 1\n', 'a: /data\nb: 2\n', [['b'], [], [], 1]],
  ['nor what lies inside of it', ['m.l'], 'm: {l: [x]}\n', 'm: {l: [y, z]}\n', [[], [], [], 1]],
  ['but what is still to be filled in', ['a'], 'a: ???\n', 'b: 1\n', [[], ['a'], ['b'], 0]],
] as const)('%s', (_, mustFill, recipe, mine, expected) => {
  expect(compare(mustFill, recipe, mine)).toEqual(expected)
})

test.each(allRecipes)('$id does not differ from itself', async ({ id, mustFill }) => {
  const text = await recipeText(id)
  expect(compare(mustFill, text, text)).toEqual([[], [], [], 0])
})
