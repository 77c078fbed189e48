import type { KeptDraft } from './kept-drafts'

const lockPrefix = 't2i-config.tab.'
const tabOf = ({ key }: KeptDraft): string => key.replace(/^tab:/, '')

/** True for a draft of a tab that is open besides this page: its text is changed there. Browsers without locks know of none. */
export async function isOpenElsewhere(): Promise<(draft: KeptDraft) => boolean> {
  const { locks } = navigator
  if (locks === undefined) return () => false
  const probe = `${lockPrefix}probe.${Math.random()}`
  return locks.request(probe, async () => {
    const { held = [] } = await locks.query()
    const own = held.find(({ name }) => name === probe)?.clientId
    const names = new Set(held.filter(({ clientId }) => clientId !== own).map(({ name }) => name))
    return (draft: KeptDraft) => names.has(lockPrefix + tabOf(draft))
  })
}

/** Marks the draft as this page's as long as the page lives, so that no other tab goes on with it. */
export function hold(draft: KeptDraft): void {
  navigator.locks
    ?.request(lockPrefix + tabOf(draft), { ifAvailable: true }, () => new Promise<void>(() => undefined))
    .catch(() => undefined)
}
