import { recipeValues } from './recipe-values'

const texts = import.meta.glob<string>('./presets/*.yaml', { eager: true, query: '?raw', import: 'default' })

/** The values of all recipes; in the built app a file of data fetched when it is first asked for (`scripts/data-files.ts`). */
export const recipeValuesData = recipeValues(
  Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file.slice('./presets/'.length, -'.yaml'.length), text]),
  ),
)
