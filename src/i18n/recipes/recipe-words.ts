import { fetchedOnce } from '../../boot/not-loaded'
import type { Language } from '../messages'

/** What a user reads of one recipe; `faults` in the order of the recipe's own. */
export interface RecipeWords {
  readonly title: string
  readonly summary: string
  readonly notes: readonly string[]
  readonly faults: readonly string[]
}

/** By the recipe's id. */
export type RecipeCatalog = Readonly<Record<string, RecipeWords>>

const catalogs = {
  en: fetchedOnce(async (): Promise<RecipeCatalog> => (await import('./en.json')).default),
  zh: fetchedOnce(async (): Promise<RecipeCatalog> => (await import('./zh.json')).default),
}

/** The words of all recipes in a language, fetched once; the same promise every time. Rejects with `NotLoaded`. */
export const recipeCatalog = (language: Language): Promise<RecipeCatalog> => catalogs[language]()

/** The words of a recipe, or its id where they are not to be had. */
export const recipeWordsOf = (catalog: RecipeCatalog, id: string): RecipeWords =>
  catalog[id] ?? { title: id, summary: '', notes: [], faults: [] }
