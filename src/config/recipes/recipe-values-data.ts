import { recipeTexts } from './recipe-texts'
import { recipeValues } from './recipe-values'

/** The values of all recipes; in the built app a file of data fetched when it is first asked for (`scripts/data-files.ts`). */
export const recipeValuesData = recipeValues(recipeTexts)

/** The same; the built app asks its server for them, again after a failure. */
export const load = async (): Promise<typeof recipeValuesData> => recipeValuesData
