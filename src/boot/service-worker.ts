import { workerAddress } from './trusted-address'

// A page has one service worker; whether a newer one waits is a fact of the page.
let isNewer = false
const listeners = new Set<() => void>()

function announce(): void {
  isNewer = true
  for (const listener of listeners) listener()
}

/** Calls when a newer version of the app is ready to be loaded, at once when it is already; returns how to stop. */
export function whenNewVersion(listener: () => void): () => void {
  listeners.add(listener)
  if (isNewer) listener()
  return () => listeners.delete(listener)
}

/**
 * Registers the service worker, which then fetches all that is needed to work offline: not before `usable` and an idle moment, so that it
 * takes nothing from the first start. Browsers that have none, or refuse it, do without.
 */
export function registerServiceWorker(usable: Promise<unknown>): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!import.meta.env.PROD || workers === undefined) return
  void usable.then(idle).then(async () => {
    const hadOne = workers.controller !== null
    workers.addEventListener('controllerchange', () => hadOne && announce())
    // Nothing comes back where a tool has switched workers off.
    const registration = await workers.register(workerAddress('service')).catch(() => undefined)
    if (registration === undefined) return
    if (registration.waiting !== null && hadOne) announce()
    registration.addEventListener('updatefound', () => {
      const next = registration.installing
      next?.addEventListener('statechange', () => next.state === 'installed' && hadOne && announce())
    })
  })
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve())
    else setTimeout(resolve, 1000)
  })
