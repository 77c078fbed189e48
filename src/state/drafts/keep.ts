import { otherDocuments, type Unread } from '../../core/document/doc'
import type { Platform } from '../ports'
import type { AppState, Store } from '../store'
import { draftOf, draftOfLeft, isUnsaved, type TabDraft, withOneStep } from './draft'

type Keeper = Pick<Platform, 'drafts' | 'whenLeaving' | 'askBeforeLeaving' | 'whenIdle' | 'epoch'>

export interface DraftKeeper {
  /** Once all changes up to now are kept, or could not be. */
  whenKept(): Promise<void>
  stop(): void
}

/**
 * Keeps the document at every change as the draft of this tab, one write at a time and always the newest, once the page has shown the
 * change; what is not yet written when the page is left is kept then. `serial` is that of the draft that the tab began with. What cannot
 * be kept is tried again at the next change, and until then the browser asks before unsaved text is left.
 */
export function keepDrafts(store: Store, platform: Keeper, tab: string, serial: number): DraftKeeper {
  let writing = false
  let last = serial
  let pending = false
  const next = (state: AppState): TabDraft => {
    last += 1
    return { version: 2, tab, at: platform.epoch(), serial: last, active: 0, documents: [draftOf(state)] }
  }

  async function write() {
    if (writing) return
    writing = true
    while (pending) {
      await new Promise<void>((run) => platform.whenIdle(run))
      pending = false
      const draft = next(store.getState())
      const kept = await platform.drafts.write(tab, draft).then(
        () => true,
        () => false,
      )
      store.setDraftsKept(kept)
    }
    writing = false
  }
  function ask() {
    pending = true
    void write()
  }

  async function whenKept() {
    while (writing) await new Promise<void>((run) => platform.whenIdle(run))
  }

  const stops = [
    store.subscribe((state, previous) => {
      if (!isSame(state, previous)) ask()
    }),
    platform.whenLeaving(() => {
      if (!writing && store.getState().draftsKept) return
      const draft = next(store.getState())
      const smaller = { ...draft, documents: draft.documents.map(withOneStep) }
      void (platform.drafts.writeAtOnce(tab, draft) || platform.drafts.writeAtOnce(tab, smaller))
    }),
    platform.askBeforeLeaving(() => !store.getState().draftsKept && isUnsaved(store.getState().doc)),
  ]
  ask()
  return {
    whenKept,
    stop() {
      for (const stop of stops) stop()
    },
  }
}

const isSame = (a: AppState, b: AppState): boolean =>
  a.doc === b.doc && a.focus === b.focus && a.pinned === b.pinned && a.disks === b.disks

/**
 * A change after going back, or a draft that is opened without what it led to, leaves other documents for good: their unsaved texts are
 * kept beside those of closed tabs.
 */
export function keepLeftDocuments(
  store: Store,
  platform: Pick<Platform, 'drafts' | 'epoch' | 'newId'>,
  left: (names: readonly string[]) => void,
): () => void {
  return store.subscribe((state, previous) => {
    const { origin } = state.lastChange ?? {}
    const isWalk = state.revision === previous.revision || origin === 'undo' || origin === 'redo'
    if (isWalk || !previous.doc.history.future.some(({ isOpening }) => isOpening)) return
    const names = keepDocuments(store, platform, otherDocuments(previous.doc, 'redo'))
    if (names.length > 0) left(names)
  })
}

/** Keeps unsaved documents as drafts of their own; gives the names of those that were unsaved. */
export function keepDocuments(
  store: Store,
  { drafts, epoch, newId }: Pick<Platform, 'drafts' | 'epoch' | 'newId'>,
  documents: readonly Unread[],
): string[] {
  const { disks, others } = store.getState()
  const added = documents.flatMap((document): TabDraft[] => {
    const draft = draftOfLeft(document, disks)
    return draft === null ? [] : [{ version: 2, tab: newId(), at: epoch(), serial: 1, active: 0, documents: [draft] }]
  })
  for (const draft of added) void drafts.write(draft.tab, draft).catch(() => store.setDraftsKept(false))
  if (added.length > 0) store.setOthers([...added, ...others])
  return added.map(({ documents }) => documents[0]?.file.name ?? '')
}

/** Keeps the environment variables across visits. */
export const keepEnvironmentOnChange = (store: Store, platform: Pick<Platform, 'keepEnvironment'>): (() => void) =>
  store.subscribe((state, previous) => {
    if (state.env !== previous.env) platform.keepEnvironment(state.env)
  })
