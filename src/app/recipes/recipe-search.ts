import type { RecipeFamily, RecipeTask } from '../../config/recipes/recipe-list'
import type { Recipe } from '../../config/recipes/recipes'
import type { RecipeCatalog } from '../../i18n/recipes/recipe-words'

/** Recipes of one model, by task, in the order of the list. */
export interface RecipeGroup {
  readonly family: RecipeFamily
  readonly tasks: readonly { readonly task: RecipeTask; readonly recipes: readonly Recipe[] }[]
}

/** What is looked through for a recipe: its id, script and the words of every catalog given. */
const textOf = ({ id, family, task, script }: Recipe, catalogs: readonly RecipeCatalog[]): string =>
  [id, family, task, script, ...catalogs.flatMap((catalog) => [catalog[id]?.title, catalog[id]?.summary])]
    .join('\n')
    .toLocaleLowerCase()

/** The recipes in which each word of the query occurs. */
export function findRecipes(recipes: readonly Recipe[], query: string, catalogs: readonly RecipeCatalog[]): Recipe[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return recipes.filter((recipe) => {
    const text = textOf(recipe, catalogs)
    return words.every((word) => text.includes(word))
  })
}

const taskOrder: readonly RecipeTask[] = ['train', 'finetune', 'infer', 'evaluate', 'quantize', 'export', 'definition']

/** By model in the order of the list, then by task from training to export. */
export function groupRecipes(recipes: readonly Recipe[]): RecipeGroup[] {
  const families = [...new Set(recipes.map(({ family }) => family))]
  return families.map((family) => {
    const own = recipes.filter((recipe) => recipe.family === family)
    const tasks = taskOrder.filter((task) => own.some((recipe) => recipe.task === task))
    return { family, tasks: tasks.map((task) => ({ task, recipes: own.filter((recipe) => recipe.task === task) })) }
  })
}
