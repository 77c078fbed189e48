const files = import.meta.glob<string>('./texts/*.yaml', { eager: true, query: '?raw', import: 'default' })

/** The texts of all recipes by id; in the built app a file of data fetched when a recipe is first wanted (`scripts/data-files.ts`). */
export const recipeTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [file.slice('./texts/'.length, -'.yaml'.length), text]),
)

/** The same; the built app asks its server for them, again after a failure. */
export const load = async (): Promise<typeof recipeTexts> => recipeTexts
