/** True when the server gives out another build than the one that runs; false when it cannot be reached. */
export async function isReplaced(): Promise<boolean> {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src')
  if (own == null) return false
  try {
    // The query keeps the service worker from answering with the page of its own build.
    const answer = await fetch(`./?fresh=${Date.now()}`, { cache: 'no-store' })
    return answer.ok && !(await answer.text()).includes(own)
  } catch {
    return false
  }
}

/** Loads the page again, in the newest build that can be had. What was typed is kept by whoever listens to `pagehide`. */
export async function reloadFresh(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  if (registration !== undefined) await makeWay(registration)
  location.reload()
}

/** The newest service worker takes over. One that belongs to a build that is gone, and has no successor, is given up. */
async function makeWay(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.waiting === null) await registration.update().catch(() => undefined)
  const next = registration.waiting ?? registration.installing
  if (next !== null && (await isTakingOver(next))) return
  if (await isReplaced()) await registration.unregister()
}

/** Milliseconds after which nobody waits for a worker any more. */
const patience = 20_000

/** Resolves when a worker that is being installed, or waits, has become the active one (true), has failed, or takes too long. */
function isTakingOver(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' })
      else if (worker.state === 'activated') resolve(true)
      else if (worker.state === 'redundant') resolve(false)
    }
    worker.addEventListener('statechange', look)
    setTimeout(() => resolve(false), patience)
    look()
  })
}
