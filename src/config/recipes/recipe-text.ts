/** The recipe that the app opens with. */
export const firstRecipe = 'sd_train'

/** What a file made from a recipe is called, as the official one is. */
export const recipeFileName = (id: string): string => `${id}.yaml`

/** The text of a recipe, fetched when it is wanted; rejects when it cannot be had, and may be asked again. The first one's comes alone. */
export async function recipeText(id: string): Promise<string> {
  if (id === firstRecipe) return (await import('./texts/sd_train.yaml?raw')).default
  const text = (await import('./recipe-texts')).recipeTexts[id]
  if (text === undefined) throw new Error(`no recipe ${id}`)
  return text
}
