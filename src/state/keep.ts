import { type Kind, modelFamilies, tasks } from '../config/family'
import { type Doc, docOf } from '../core/doc'
import { readOptions } from './large-text'
import type { Kept, Platform } from './ports'
import type { AppState, Focus, Store } from './store'

/**
 * Keeps the text at every change, one write at a time and always the newest; what is not yet written when the page is left is kept then.
 * Returns how to stop.
 */
export function keepOnChange(
  store: Store,
  platform: Pick<Platform, 'keep' | 'keepAtOnce' | 'whenLeaving'>,
  handleOf: () => unknown,
): () => void {
  let busy = false
  let waiting = false
  async function write() {
    if (busy) {
      waiting = true
      return
    }
    busy = true
    do {
      waiting = false
      await platform.keep(keptOf(store.getState(), handleOf()))
    } while (waiting)
    busy = false
  }
  const stopLeaving = platform.whenLeaving(() => {
    if (busy) platform.keepAtOnce(keptOf(store.getState(), null))
  })
  const stopKeeping = store.subscribe((state, previous) => {
    const isSame = state.doc === previous.doc && state.focus === previous.focus && state.pinned === previous.pinned
    if (!isSame) void write()
  })
  return () => {
    stopLeaving()
    stopKeeping()
  }
}

export function keptOf({ doc, focus, pinned }: AppState, handle: unknown): Kept {
  return {
    version: 1,
    text: doc.text,
    file: doc.file,
    openedText: doc.opened.text,
    openedFile: doc.opened.file,
    focusPath: focus === null ? null : focus.path,
    caret: focus?.offset ?? null,
    pinned,
    handle,
  }
}

/** The document of an earlier visit, or null when what was kept is not of this version. */
export function restored(kept: Kept | null): { doc: Doc; focus: Focus | null; pinned: Kind | null } | null {
  if (kept === null || kept.version !== 1 || typeof kept.text !== 'string') return null
  const doc = docOf(kept.text, kept.file, { text: kept.openedText, file: kept.openedFile }, readOptions)
  const focus: Focus | null =
    kept.focusPath === null
      ? null
      : { path: kept.focusPath, from: 'app', reveal: true, ...(kept.caret === null ? {} : { offset: kept.caret }) }
  return { doc, focus, pinned: pinnedOf(kept) }
}

function pinnedOf({ pinned }: Kept): Kind | null {
  const isKnown =
    pinned != null &&
    (pinned.family === null || modelFamilies.includes(pinned.family)) &&
    (pinned.task === null || tasks.includes(pinned.task))
  return isKnown ? pinned : null
}

/** Keeps the environment variables across visits. */
export const keepEnvironmentOnChange = (store: Store, platform: Pick<Platform, 'keepEnvironment'>): (() => void) =>
  store.subscribe((state, previous) => {
    if (state.env !== previous.env) platform.keepEnvironment(state.env)
  })
