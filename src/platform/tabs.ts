import type { Tabs } from '../state/ports'
import { newId } from './new-id'

const nameKey = 't2i-config.tab'
const lockPrefix = 't2i-config.tab.'
/** A page that is being reloaded gives its name free a moment after the new one asks for it; in milliseconds. */
const handoverTime = 1000

/** Tabs know each other by locks that each holds as long as its page lives; a crash gives them free. */
export const browserTabs: Tabs = {
  async claim() {
    const known = kept()
    const isMine = known !== null && (navigator.locks !== undefined || isReload())
    if (isMine && (await hold(known, handoverTime))) return { tab: known, copyOf: null }
    const tab = newId()
    await hold(tab, 0)
    keep(tab)
    return { tab, copyOf: known }
  },
  async adopt(tab) {
    if (navigator.locks === undefined || !(await hold(tab, 0))) return false
    keep(tab)
    return true
  },
  async open() {
    if (navigator.locks === undefined) return null
    const { held = [] } = await navigator.locks.query()
    return new Set(
      held.flatMap(({ name = '' }) => (name.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])),
    )
  },
}

/** Where there are no locks: whether this page follows itself. A duplicated tab, which has the name too, is navigated to. */
const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate')

/** Takes the lock of a tab until the page is gone; false when another page has it for longer than `patience` milliseconds. */
function hold(tab: string, patience: number): Promise<boolean> {
  const { locks } = navigator
  if (locks === undefined) return Promise.resolve(true)
  return new Promise((answer) => {
    const forever = () => {
      answer(true)
      return new Promise<void>(() => undefined)
    }
    const options = patience === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patience) }
    locks
      .request(lockPrefix + tab, options, (lock) => (lock === null ? answer(false) : forever()))
      .catch(() => answer(false))
  })
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(nameKey)
  } catch {
    return null
  }
}

function keep(tab: string): void {
  try {
    sessionStorage.setItem(nameKey, tab)
  } catch {
    // Without storage the name lasts as long as the page.
  }
}
