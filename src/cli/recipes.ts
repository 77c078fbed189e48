import { presetText } from '../config/preset-text'
import { presets } from '../config/presets'
import { recipeCatalog, recipeWordsOf } from '../i18n/recipe-words'
import type { Command } from './command'
import { UsageError } from './usage'

/** `recipes [ID]`: the recipes with what they are for, or the text of one. */
export const recipesCommand: Command = {
  options: {},
  async run({ positionals }, io, { language, cli }): Promise<0> {
    const [id, ...others] = positionals
    if (others.length > 0) throw new UsageError(cli.usage.oneRecipe)
    if (id !== undefined) {
      if (!presets.some((preset) => preset.id === id)) throw new UsageError(cli.recipes.unknown(id))
      io.out(await presetText(id))
      return 0
    }
    const catalog = await recipeCatalog(language)
    const width = Math.max(...presets.map((preset) => preset.id.length)) + 2
    for (const preset of presets) io.out(`${preset.id.padEnd(width)}${recipeWordsOf(catalog, preset.id).title}\n`)
    return 0
  },
}
