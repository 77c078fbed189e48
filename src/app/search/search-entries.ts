import fuzzysort from 'fuzzysort'
import type { FieldSpec } from '../../config/schema/field'
import { allSpecs } from '../../config/schema/specs'
import { type Path, parsePath, printPath } from '../../core/path'
import type { FieldWords } from '../../i18n/words'
import type { FormNode, SectionView } from '../../state/views/form-tree'

/** What search finds: `present` stands in the file, `offered` has a row in the form, `elsewhere` is no parameter of this config. */
export interface SearchEntry {
  readonly id: string
  readonly kind: 'field' | 'command' | 'recipe'
  readonly label: string
  readonly aside: string
  readonly text: string
  /** Label and help in the language that the page is not in, once they are there. */
  readonly other: string
  readonly standing: 'present' | 'offered' | 'elsewhere'
  /** A field that few touch. */
  readonly seldom?: boolean
}

export interface FieldEntry extends SearchEntry {
  readonly path: Path
}

type FieldCatalog = ReadonlyMap<string, FieldWords>

/** The fields of the form in its order, then the parameters that it does not offer. Items of lists are found by the list. */
export function fieldEntries(tree: readonly SectionView[], words: FieldCatalog, other: FieldCatalog): FieldEntry[] {
  const entryOf = (path: Path, spec: FieldSpec | null, standing: SearchEntry['standing']): FieldEntry => {
    const id = spec?.id
    const own = id === undefined ? undefined : words.get(id)
    const translated = id === undefined ? undefined : other.get(id)
    const written = printPath(path)
    const seldom = spec?.meta.advanced === true
    const label = own?.label ?? printPath(path.slice(-1))
    const said = translated === undefined ? '' : `${translated.label} ${translated.help}`
    return {
      id: written,
      kind: 'field',
      path,
      label,
      aside: written,
      text: own?.help ?? '',
      other: said,
      standing,
      seldom,
    }
  }
  const shown = tree
    .flatMap(({ groups }) => groups.flatMap(({ nodes, folded }) => [...nodes, ...folded]))
    .flatMap(withChildren)
    .filter(({ path }) => typeof path.at(-1) !== 'number')
    .map((node) => entryOf(node.path, node.spec, node.present ? 'present' : 'offered'))
  const known = new Set(shown.map(({ id }) => id))
  const elsewhere = allSpecs()
    .filter(({ id }) => id !== '' && !/\[\]|\{\}/.test(id) && !known.has(id))
    .map((spec) => entryOf(parsePath(spec.id) ?? [], spec, 'elsewhere'))
  return [...shown, ...elsewhere]
}

const withChildren = (node: FormNode): FormNode[] => [node, ...node.children.flatMap(withChildren)]

const most = 60
const weights = { present: 1, offered: 0.85, elsewhere: 0.6 }

/** The best matches, what this config has before what it could have, that before all else; without a query what it has. */
export function findEntries<T extends SearchEntry>(entries: readonly T[], query: string): T[] {
  if (query.trim() === '') return entries.filter(({ standing }) => standing === 'present').slice(0, most)
  const order = new Map(entries.map((entry, i) => [entry, i]))
  const weight = ({ standing, seldom }: T) => weights[standing] * (seldom === true ? 0.95 : 1)
  return fuzzysort
    .go(query, entries, {
      keys: ['label', 'aside', 'text', 'other'],
      limit: most,
      threshold: 0.15,
      scoreFn: ({ obj, score }) => (score < 0.3 ? 0 : score * weight(obj)),
    })
    .toSorted((a, b) => b.score - a.score || (order.get(a.obj) ?? 0) - (order.get(b.obj) ?? 0))
    .map(({ obj }) => obj)
}
