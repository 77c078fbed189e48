import type { Language } from './messages'

/** What a person reads of one recipe; `faults` in the order of the recipe's own. */
export interface RecipeWords {
  readonly title: string
  readonly summary: string
  readonly notes: readonly string[]
  readonly faults: readonly string[]
}

/** By the recipe's id. */
export type RecipeCatalog = Readonly<Record<string, RecipeWords>>

const catalogs = new Map<Language, Promise<RecipeCatalog>>()

/** The words of all recipes in a language, fetched once; the same promise every time. Without them recipes are known by their id. */
export function recipeCatalog(language: Language): Promise<RecipeCatalog> {
  let catalog = catalogs.get(language)
  if (catalog === undefined) {
    catalog = load(language).catch(() => {
      catalogs.delete(language)
      return {}
    })
    catalogs.set(language, catalog)
  }
  return catalog
}

const load = async (language: Language): Promise<RecipeCatalog> =>
  (language === 'zh' ? await import('./recipes/zh.json') : await import('./recipes/en.json')).default

/** The words of a recipe, or its id where they are not to be had. */
export const recipeWordsOf = (catalog: RecipeCatalog, id: string): RecipeWords =>
  catalog[id] ?? { title: id, summary: '', notes: [], faults: [] }
