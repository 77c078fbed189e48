import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Issue } from '../core/issue'
import { useAppState } from '../state/store-context'

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('li') ?? [])]
const focusRow = (row: HTMLElement | undefined) => row?.querySelector('button')?.focus()

/**
 * Where the keyboard is in a list of issues, each in a row (`li`): opened from the top bar it begins at the first; after a repair, whose
 * button is gone, it is at the row that took its place, or the last; while it is in the list it walks along with F8.
 */
export function useWalkedList(list: RefObject<HTMLElement | null>, issues: readonly Issue[]): void {
  const at = useRef(document.activeElement?.closest('header') == null ? -1 : 0)
  const shown = useAppState(({ focus }) => (focus?.keyboard === 'list' ? focus : null))
  useEffect(() => {
    const note = ({ target }: Event) => {
      const row = target instanceof Element && list.current?.contains(target) ? target.closest('li') : null
      at.current = row === null ? -1 : rowsOf(list.current).indexOf(row)
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are those of the issues
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (at.current < 0 || (activeElement !== body && activeElement?.closest('header') == null)) return
    const rows = rowsOf(list.current)
    if (rows.length === 0) list.current?.querySelector<HTMLElement>('[tabindex]')?.focus()
    else focusRow(rows[Math.min(at.current, rows.length - 1)])
  }, [list, issues])
  useEffect(() => {
    if (shown !== null) focusRow(rowsOf(list.current).find((row) => row.ariaCurrent === 'true'))
  }, [list, shown])
}
