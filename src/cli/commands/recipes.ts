import { recipeText } from '../../config/recipes/recipe-text'
import { allRecipes } from '../../config/recipes/recipes'
import { nearest } from '../../config/schema/nearest'
import { recipeCatalog, recipeWordsOf } from '../../i18n/recipes/recipe-words'
import type { Command } from '../command'
import { UsageError } from '../usage'

/** `recipes [ID]`: the recipes with what they are for, or the text of one. */
export const recipesCommand: Command = {
  options: {},
  async run({ positionals }, io, { language, cli }): Promise<0> {
    const [id, ...others] = positionals
    const ids = allRecipes.map((recipe) => recipe.id)
    if (others.length > 0) throw new UsageError(cli.usage.oneRecipe)
    if (id !== undefined) {
      if (!ids.includes(id)) throw new UsageError(cli.recipes.unknown(id, nearest(id, ids) ?? ''))
      io.out(await recipeText(id))
      return 0
    }
    const catalog = await recipeCatalog(language)
    const width = Math.max(...ids.map(({ length }) => length)) + 2
    io.out(ids.map((each) => `${each.padEnd(width)}${recipeWordsOf(catalog, each).title}\n`).join(''))
    return 0
  },
}
