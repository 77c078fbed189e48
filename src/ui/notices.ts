import { createContext, use } from 'react'

/** Something to be told that needs no answer. */
export interface Notice {
  readonly text: string
  readonly level?: 'info' | 'success' | 'warning' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** It stands until it is closed. */
  readonly stays?: boolean
  /** What it speaks of: it takes the place of another one on the same. */
  readonly topic?: string
}

/** What shows notices. */
interface Place {
  add(shown: { readonly id: string; readonly data: Notice; readonly timeout: number }): unknown
  close(id: string): void
}

/** Says things to the user from anywhere in the app; until there is a place for them they wait. */
export interface Notices {
  /** It goes away by itself. One on the same topic, or with the same text, is replaced. Returns what `dismiss` takes. */
  notify(notice: Notice): string
  /** Takes a notice away, by what `notify` returned or by its topic. */
  dismiss(id: string): void
  /** A place takes what has been waiting and all that follows; returns how it goes. */
  connect(place: Place): () => void
  /** Whether anything has been said, so that a place is needed. */
  isWanted(): boolean
  /** What waits is not said. */
  drop(): void
  subscribe(changed: () => void): () => void
}

/** Milliseconds that a notice stands: longer when there is something to do or wrong; 0 for ever. */
const standing = ({ level, action, stays }: Notice): number => (stays ? 0 : level === 'error' || action ? 9000 : 4500)

export function createNotices(): Notices {
  let place: Place | null = null
  let wanted = false
  let waiting: ((place: Place) => void)[] = []
  const listeners = new Set<() => void>()
  const setWanted = (next: boolean) => {
    wanted = next
    for (const listener of listeners) listener()
  }
  const tell = (act: (place: Place) => void) => {
    if (place === null) waiting.push(act)
    else act(place)
  }
  return {
    notify(notice) {
      const id = notice.topic ?? notice.text
      tell((to) => to.add({ id, data: notice, timeout: standing(notice) }))
      if (!wanted) setWanted(true)
      return id
    },
    dismiss: (id) => tell((from) => from.close(id)),
    connect(next) {
      place = next
      for (const act of waiting.splice(0)) act(next)
      return () => {
        place = null
      }
    },
    isWanted: () => wanted,
    drop() {
      waiting = []
      setWanted(false)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const NoticesContext = createContext<Notices | null>(null)

export function useNotices(): Notices {
  const notices = use(NoticesContext)
  if (notices === null) throw new Error('NoticesContext is missing')
  return notices
}
