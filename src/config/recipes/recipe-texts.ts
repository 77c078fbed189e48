const files = import.meta.glob<string>('./texts/*.yaml', { eager: true, query: '?raw', import: 'default' })

/** The texts of all recipes by id. */
export const recipeTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [file.slice('./texts/'.length, -'.yaml'.length), text]),
)
