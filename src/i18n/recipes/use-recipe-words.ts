import { use, useCallback } from 'react'
import { useLanguage } from '../I18n'
import { type RecipeWords, recipeCatalog, recipeWordsOf } from './recipe-words'

/** Finds the words of a recipe in the language of the page. */
export function useRecipeWords(): (id: string) => RecipeWords {
  const catalog = use(recipeCatalog(useLanguage()))
  return useCallback((id: string) => recipeWordsOf(catalog, id), [catalog])
}
