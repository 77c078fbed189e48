import { parse } from '../../core/omegaconf/parse'
import type { NodeView, Parsed } from '../../core/parsed'
import { childKey, pathKey } from '../../core/path'
import type { Typed, TypedScalar } from '../../core/typed'
import { specAt } from '../schema/specs'
import { oneLineSource } from './one-line'

/** One value of a parameter, as YAML source that can be set as it stands, and the ids of the recipes that have it. */
export interface RecipeValue {
  readonly source: string
  readonly recipes: readonly string[]
}

/** By the id of a parameter (`model.optim.betas`, `model.optim.betas[]`), the commonest value first. */
export type RecipeValues = Readonly<Record<string, readonly RecipeValue[]>>

/** So many values of one parameter, so many characters of one value; more is not worth offering. */
const most = 10
const longest = 100

/** What is to be filled in is no value to offer. */
const isPlaceholder = (typed: Typed): boolean =>
  typed.t === 'str' ? /^\?\?\?$|YOUR_|MOUNT_PATH/.test(typed.v) : typed.t === 'list' && typed.v.some(isPlaceholder)

/** The values that recipes (by id, as texts) give each parameter: scalars, and lists of scalars in flow style. */
export function recipeValues(texts: Readonly<Record<string, string>>): RecipeValues {
  const found = new Map<string, Map<string, { source: string; recipes: Set<string> }>>()
  for (const [id, text] of Object.entries(texts)) {
    const parsed = parse(text)
    for (const node of parsed.nodes.values()) {
      const field = node.path.length === 0 ? null : specAt(node.path)
      const typed = field === null ? null : offeredOf(parsed, node)
      if (field === null || typed === null || isPlaceholder(typed)) continue
      const values = found.get(field.id) ?? new Map<string, { source: string; recipes: Set<string> }>()
      const key = JSON.stringify(typed)
      const value = values.get(key) ?? { source: oneLineSource(parsed, node, typed), recipes: new Set() }
      value.recipes.add(id)
      found.set(field.id, values.set(key, value))
    }
  }
  return Object.fromEntries([...found].map(([id, values]) => [id, offered([...values.values()])] as const))
}

const offered = (values: readonly { source: string; recipes: ReadonlySet<string> }[]): RecipeValue[] =>
  values
    .filter(({ source }) => source.length <= longest)
    .sort((a, b) => b.recipes.size - a.recipes.size)
    .slice(0, most)
    .map(({ source, recipes }) => ({ source, recipes: [...recipes] }))

/** The value of a scalar or of a list of scalars, null for what has more inside. */
function offeredOf(parsed: Parsed, node: NodeView): Typed | null {
  if (node.scalar !== null) return node.scalar
  if (node.kind !== 'list') return null
  const key = pathKey(node.path)
  const items = node.children.map((step) => parsed.nodes.get(childKey(key, step))?.scalar ?? null)
  return items.every((item): item is TypedScalar => item !== null) ? { t: 'list', v: items } : null
}
