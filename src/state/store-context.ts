import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react'
import type { AppState, Store } from './store'

const StoreContext = createContext<Store | null>(null)

export const StoreProvider = StoreContext.Provider

export function useStore(): Store {
  const store = use(StoreContext)
  if (store === null) throw new Error('StoreProvider is missing')
  return store
}

/** A view of the state; the component renders again only when `isSame` says that its view changed. */
export function useAppState<T>(select: (state: AppState) => T, isSame: (a: T, b: T) => boolean = Object.is): T {
  const store = useStore()
  const last = useRef<{ state: AppState; select: (state: AppState) => T; view: T } | null>(null)
  const snapshot = useCallback(() => {
    const state = store.shown()
    const before = last.current
    if (before !== null && before.state === state && before.select === select) return before.view
    const view = select(state)
    const kept = before !== null && isSame(before.view, view) ? before.view : view
    last.current = { state, select, view: kept }
    return kept
  }, [store, select, isSame])
  return useSyncExternalStore(store.subscribe, snapshot)
}
