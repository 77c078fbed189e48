import type { Issue } from '../core/issue'
import type { Store } from '../state/store'
import { markersOf } from './marker-data'
import { monaco } from './monaco'
import { oncePerFrame } from './once-per-frame'

/** Who the markers belong to, as Monaco asks. */
const owner = 'config'

/** Shows the store's issues in the text, once a frame. Returns how to stop. */
export function bindMarkers(
  model: monaco.editor.ITextModel,
  store: Store,
  sentenceOf: (issue: Issue) => string,
): () => void {
  const show = oncePerFrame(() => {
    const { issues, doc } = store.shown()
    monaco.editor.setModelMarkers(model, owner, markersOf(model, doc.parsed, issues, sentenceOf))
  })
  show.ask()
  const stop = store.subscribe((state, previous) => {
    if (state.issues !== previous.issues) show.ask()
  })
  return () => {
    stop()
    show.cancel()
    if (!model.isDisposed()) monaco.editor.setModelMarkers(model, owner, [])
  }
}
