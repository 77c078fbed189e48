export interface Notice {
  readonly text: string
  readonly level?: 'info' | 'success' | 'warning' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** It stands until it is closed. */
  readonly stays?: boolean
  /** What it speaks of: it takes the place of another one on the same. */
  readonly topic?: string
}

export interface ShownNotice extends Notice {
  readonly id: number
}

/** How many stand at once; the oldest makes room. */
const limit = 3

let last = 0
let notices: readonly ShownNotice[] = []
const listeners = new Set<() => void>()

function setNotices(next: readonly ShownNotice[]): void {
  notices = next
  for (const listener of listeners) listener()
}

/** Says something that needs no answer; goes away by itself. The same text again replaces the first. Returns its id. */
export function notify(notice: Notice): number {
  last += 1
  const isReplaced = (other: ShownNotice) =>
    other.text === notice.text || (notice.topic !== undefined && other.topic === notice.topic)
  const others = notices.filter((other) => !isReplaced(other))
  setNotices([...others, { ...notice, id: last }].slice(-limit))
  return last
}

export const dismissNotice = (id: number): void => setNotices(notices.filter((notice) => notice.id !== id))

export const dismissTopic = (topic: string): void => setNotices(notices.filter((notice) => notice.topic !== topic))

export const currentNotices = (): readonly ShownNotice[] => notices

export function subscribeNotices(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
