import type { editor } from 'monaco-editor/editor/editor.api.js'
import { diffText } from '../core/document/text-diff'
import type { Edit } from '../core/text'
import type { AppState, Store } from '../state/store'
import { rangeOf } from './model-range'
import { editsOfChanges } from './text-change'

/** A model of more characters is not read back whole at each key; its length tells then. */
const comparedLength = 1_000_000

/**
 * Keeps a Monaco model and the store's text the same: what is typed becomes edits of the store once it is painted, edits from elsewhere are made in the
 * model, unless another editor takes over for them. The store is right whenever they disagree. Returns how to stop.
 */
export function bindModel(
  model: editor.ITextModel,
  store: Store,
  staysFor: (state: AppState) => boolean = () => true,
): () => void {
  let applying = false
  let dispatching = false
  let keys: (readonly Edit[])[] = []
  const typed = model.onDidChangeContent(({ changes }) => {
    if (applying) return
    keys.push(editsOfChanges(changes))
    store.later('text', takeUp)
  })

  /** What has been typed since the last time becomes edits of the store. */
  function takeUp() {
    const taken = keys
    keys = []
    if (taken.length === 0) return
    dispatching = true
    try {
      store.dispatchTyped(taken)
    } catch (error) {
      // A bug: what was typed is taken as it stands, before anybody hears of it.
      store.dispatch({ edits: diffText(store.shown().doc.text, model.getValue()), origin: 'editor' })
      throw error
    } finally {
      dispatching = false
    }
    reconcile()
  }

  function reconcile() {
    const { text } = store.shown().doc
    if (model.getValueLength() === text.length && (text.length > comparedLength || model.getValue() === text)) return
    apply(() => model.setValue(text))
  }

  function follow(edits: readonly Edit[]) {
    const changes = edits.map((edit) => ({
      range: rangeOf(model, edit),
      text: edit.insert,
      forceMoveMarkers: edit.from === edit.to,
    }))
    try {
      apply(() => model.applyEdits(changes))
    } finally {
      reconcile()
    }
  }

  /** Changes the model without hearing of it as if the user had typed. */
  function apply(change: () => void) {
    applying = true
    try {
      change()
    } finally {
      applying = false
    }
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (dispatching || state.doc.text === previous.doc.text || !staysFor(state)) return
    const edits = editsBetween(previous, state)
    if (edits === null || model.getValueLength() !== previous.doc.text.length) reconcile()
    else follow(edits)
  })
  return () => {
    takeUp()
    typed.dispose()
    unsubscribe()
  }
}

/** The edits that lead from one state to the next, null when more than one step lies between. */
const editsBetween = (before: AppState, { revision, lastChange }: AppState): readonly Edit[] | null =>
  revision === before.revision + 1 && lastChange !== null ? lastChange.edits : null
