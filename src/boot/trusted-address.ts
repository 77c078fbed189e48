import editorWorker from 'monaco-editor/editor/editor.worker.js?worker&url'

/** What of Trusted Types is used here; TypeScript's library does not name it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string }
}

const workers = {
  editor: new URL(editorWorker, document.baseURI).href,
  service: new URL('./sw.js', document.baseURI).href,
}
const ours: readonly string[] = Object.values(workers)

function pass(address: string): string {
  if (ours.includes(address)) return address
  throw new TypeError(`not a worker of this app: ${address}`)
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
/** The one policy of ours that the content security policy names; it lets the two workers pass and nothing else. */
const policy = trustedTypes?.createPolicy('t2i-config', { createScriptURL: pass }) ?? { createScriptURL: pass }

/** The address of a worker of ours as the browser lets it be run: a `TrustedScriptURL`, where there is such a thing. */
export const workerAddress = (worker: keyof typeof workers): string => policy.createScriptURL(workers[worker])
