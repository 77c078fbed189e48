import { type RefObject, useCallback, useEffect, useState } from 'react'
import { type Path, type PathKey, samePath } from '../core/path'
import type { AppState } from '../state/store'
import { useAppState, useStore } from '../state/store-context'
import { type FieldView, fieldView, focusAt, isBroken, sameFieldView } from '../state/views/field-view'

/** What stands at a place; the caller renders again only when that changes. */
export function useFieldView(key: PathKey): FieldView {
  const select = useCallback((state: AppState) => fieldView(state, key), [key])
  return useAppState(select, sameFieldView)
}

export const useIsBroken = (): boolean => useAppState(isBroken)

/** Tells the other pane where the user is. */
export function useFocusPlace(path: Path): () => void {
  const store = useStore()
  return useCallback(() => {
    const { focus } = store.shown()
    // Who is sent here to an issue goes on from it.
    const sent = focus?.issue !== undefined && samePath(focus.path, path) ? { issue: focus.issue } : {}
    store.setFocus({ ...sent, path, from: 'form', reveal: true })
  }, [store, path])
}

/** Whether the user is at a place; one that the app names scrolls into view and takes the keyboard, one of the YAML pane only scrolls. */
export function useHere(path: Path, row: RefObject<HTMLElement | null>): boolean {
  const focus = useAppState(useCallback((state: AppState) => focusAt(state, path), [path]))
  useEffect(() => {
    if (focus === null) return
    row.current?.scrollIntoView({ block: focus.from === 'app' ? 'center' : 'nearest' })
    if (focus.from !== 'app' || (focus.keyboard ?? (focus.offset === undefined ? 'form' : 'text')) !== 'form') return
    if (!row.current?.contains(document.activeElement)) row.current?.querySelector<HTMLElement>(focusable)?.focus()
  }, [focus, row])
  return focus !== null
}

const focusable = 'input, textarea, [role=switch], button'

/** Whether something that folds is open: as the user chose, else `byDefault`; being sent inside opens it for good. */
export function useFold(byDefault: boolean, sentInside: boolean): [open: boolean, toggle: () => void] {
  const [choice, setChoice] = useState<boolean | null>(null)
  useEffect(() => {
    if (sentInside) setChoice(true)
  }, [sentInside])
  const open = sentInside || (choice ?? byDefault)
  return [open, () => setChoice(!open)]
}
