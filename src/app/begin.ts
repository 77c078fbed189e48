import '../theme/base.css'
import { registerServiceWorker } from '../boot/service-worker'
import { monacoSettled } from '../editor/load-monaco'
import { start } from './start'

/** Starts the editor in place of what the page shows before it; what makes the editor work offline comes when it can be used. */
export async function begin(root: HTMLElement): Promise<void> {
  const loaded = document.readyState === 'complete' ? null : new Promise((done) => addEventListener('load', done))
  const shown = isShown(root)
  await start(root)
  registerServiceWorker(shown.then(() => Promise.all([loaded, document.fonts.ready, monacoSettled()])))
}

/** Resolves when the app stands in place of what index.html has in `root`, and the frame with it has been drawn. */
function isShown(root: HTMLElement): Promise<void> {
  const before = root.firstElementChild
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (before?.isConnected) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(resolve))
    })
    observer.observe(root, { childList: true })
  })
}
