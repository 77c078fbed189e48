import { fieldEntries, findEntries } from '../../src/app/search/search-entries'
import { check } from '../../src/config/check/check'
import { rules } from '../../src/config/rules/all'
import { kindOf } from '../../src/config/schema/family'
import { defaultFile, docOf, transact, undoDoc } from '../../src/core/document/doc'
import { diffText } from '../../src/core/document/text-diff'
import type { Issue } from '../../src/core/issue'
import { parse } from '../../src/core/omegaconf/parse'
import { referencesIn } from '../../src/core/omegaconf/references'
import { resolveAll } from '../../src/core/omegaconf/resolve'
import { planSetOn } from '../../src/core/yaml/plan'
import { createStore } from '../../src/state/store'
import { changesOf, fieldView, sectionCounts } from '../../src/state/views/field-view'
import { formTree } from '../../src/state/views/form-tree'
import { nextIssue, problemCounts } from '../../src/state/views/problems'
import { resolvedText } from '../../src/state/views/resolved-text'

/** What is done with a text, one after the other; `only` what a caller of the core alone pays. Each gives what it takes to run it once. */
export function stagesOf(text: string): readonly (readonly [name: string, run: () => unknown])[] {
  const parsed = once(() => parse(text))
  const issues = once((): Issue[] => check(parsed()))
  const store = once(() => {
    const made = createStore(() => 0, { rules: new Map([['all' as never, rules]]) })
    made.restore({ doc: docOf(text) })
    return made
  })
  const tree = once(() => formTree(parsed(), kindOf(parsed(), null)))
  const doc = once(() => docOf(text))
  const insert = { from: text.length >> 1, to: text.length >> 1, insert: 'x' }
  const edited = once(() => transact(doc(), { edits: [insert], origin: 'editor', at: 0 }))
  const whole = once(() =>
    transact(doc(), {
      edits: [{ from: 0, to: text.length, insert: 'a: 1\n' }],
      origin: 'open',
      file: defaultFile,
      at: 0,
    }),
  )
  return [
    ['parse', parsed],
    ['check', issues],
    ['issues as JSON', () => JSON.stringify(issues())],
    ['form tree', tree],
    ['references', () => referencesIn(parsed())],
    ['resolve', () => resolveAll(text)],
    ['store', store],
    ['counts', () => [problemCounts(store().getState()), sectionCounts(store().getState(), 'trainer')]],
    ['next issue', () => nextIssue(store().getState(), 1)],
    ['views', () => [...parsed().nodes.keys()].slice(0, 200).map((key) => fieldView(store().getState(), key))],
    ['resolved lines', () => resolvedText(store().getState())],
    ['plan', () => planSetOn(parsed(), firstScalar(parsed().nodes.values()), '2')],
    ['edit', edited],
    ['changes', () => changesOf({ ...store().getState(), doc: edited() })],
    ['undo', () => undoDoc(edited())],
    ['undo an opening', () => undoDoc(whole())],
    [
      'difference',
      () => diffText(text, `y: 1\n${text.slice(0, text.length >> 1)}x${text.slice(text.length >> 1)}z: 1\n`),
    ],
    ['difference of all lines', () => diffText(text, text.replaceAll('\n', ' \n'))],
    ['search', () => findEntries(fieldEntries(tree(), new Map(), new Map()), 'max epochs')],
  ]
}

function firstScalar(nodes: Iterable<{ kind: string; path: readonly (string | number | boolean | null)[] }>) {
  for (const { kind, path } of nodes) if (kind === 'scalar' && path.length > 0) return path as never
  return ['a'] as never
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
