import type { Parsed } from '../../core/parsed'
import { isWithin, parsePath } from '../../core/path'
import { type Difference, differencesBetween } from './differences'
import type { Recipe } from './recipes'

/** How a config differs from a recipe, in the recipe's order. */
export interface RecipeComparison {
  readonly different: readonly Difference[]
  readonly recipeOnly: readonly Difference[]
  readonly mineOnly: readonly Difference[]
  /** How many places differ because the user filled them in, as they have to; they are in none of the lists. */
  readonly leftOut: number
}

export function compareWithRecipe(
  { mustFill }: Pick<Recipe, 'mustFill'>,
  recipe: Parsed,
  mine: Parsed,
): RecipeComparison {
  const places = mustFill.map((path) => parsePath(path) ?? [])
  const isFilledIn = ({ path, mine }: Difference) => mine !== null && places.some((place) => isWithin(path, place))
  const all = differencesBetween(recipe, mine)
  const shown = all.filter((difference) => !isFilledIn(difference))
  return {
    different: shown.filter(({ theirs, mine }) => theirs !== null && mine !== null),
    recipeOnly: shown.filter(({ mine }) => mine === null),
    mineOnly: shown.filter(({ theirs }) => theirs === null),
    leftOut: all.length - shown.length,
  }
}
