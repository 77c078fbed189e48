import { useEffect } from 'react'
import { useStore } from '../state/store-context'
import type { Pane } from './NarrowTabs'

/** In a narrow window, being sent to a place leaves the lists for the form; to a mere position in the text, for the YAML. */
export function useSentPane(show: (choose: (pane: Pane) => Pane) => void): void {
  const store = useStore()
  useEffect(
    () =>
      store.subscribe(({ focus }, previous) => {
        if (focus === previous.focus || focus === null || focus.from !== 'app' || !focus.reveal) return
        const goal = focus.path.length === 0 && focus.offset !== undefined ? 'yaml' : 'form'
        show((pane) => (pane === 'yaml' ? pane : goal))
      }),
    [store, show],
  )
}
