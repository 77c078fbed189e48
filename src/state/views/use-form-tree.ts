import type { AppState, Store } from '../store'
import { useAppState, useStore } from '../store-context'
import { shownParsed } from './field-view'
import { type SectionView, treeMemory } from './form-tree'

/** The form's tree of a store's state; each store remembers its own last one. */
export function formTreeOf(store: Store): (state: AppState) => readonly SectionView[] {
  const known = selectors.get(store)
  if (known !== undefined) return known
  const treeOf = treeMemory()
  const select = (state: AppState) => treeOf(shownParsed(state), state.pinned)
  selectors.set(store, select)
  return select
}

const selectors = new WeakMap<Store, (state: AppState) => readonly SectionView[]>()

/** The form's tree for the text that is shown; the same object while only values change. */
export const useFormTree = (): readonly SectionView[] => useAppState(formTreeOf(useStore()))
