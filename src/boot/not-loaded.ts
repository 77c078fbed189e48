/** A part of the app could not be fetched. After `forget` it is fetched anew when it is next wanted. */
export class NotLoaded extends Error {
  constructor(
    cause: unknown,
    readonly forget: () => void,
  ) {
    super('a part of the app could not be loaded', { cause })
    this.name = 'NotLoaded'
  }
}

/**
 * A part that is fetched when it is first wanted: the same promise every time. It rejects with `NotLoaded`, and goes on rejecting until that
 * is forgotten, so that a component which waits for it does not ask without end.
 */
export function fetchedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  const forget = () => {
    asked = null
  }
  return () => {
    asked ??= withStyles(load).catch((cause: unknown) => {
      throw new NotLoaded(cause, forget)
    })
    return asked
  }
}

const lostStyle = /^Unable to preload CSS for (.+)$/

/** The bundler asks for a style sheet once only, and would go on without it the next time: one that was lost is asked for here. */
async function withStyles<T>(load: () => Promise<T>): Promise<T> {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-lost]')) await linkAgain(link)
  try {
    return await load()
  } catch (error) {
    const address = error instanceof Error ? lostStyle.exec(error.message)?.[1] : undefined
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
      if (address !== undefined && link.href === new URL(address, document.baseURI).href) link.dataset.lost = ''
    throw error
  }
}

function linkAgain(lost: HTMLLinkElement): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = lost.href
  link.crossOrigin = lost.crossOrigin
  lost.replaceWith(link)
  return new Promise((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => {
      link.dataset.lost = ''
      reject(new Error(`no style sheet ${link.href}`))
    }
  })
}
