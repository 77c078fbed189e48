import { useEffect } from 'react'
import { pathOfFragment } from '../state/location'
import { useStore } from '../state/store-context'

/** `#/trainer.devices` in the address opens that field, whenever it changes. */
export function useAddress(): void {
  const store = useStore()
  useEffect(() => {
    const go = () => {
      const path = pathOfFragment(location.hash)
      if (path !== null) store.setFocus({ path, from: 'app', reveal: true })
    }
    window.addEventListener('hashchange', go)
    return () => window.removeEventListener('hashchange', go)
  }, [store])
}
