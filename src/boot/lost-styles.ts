const lostStyle = /^Unable to preload CSS for (.+)$/

/** Loads a part of the app. The bundler asks for a style sheet once only, and would go on without it the next time: one that was lost is asked for here. */
export async function withStyles<T>(load: () => Promise<T>): Promise<T> {
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
