import { load as loadSchema } from './config/schema-data'

/**
 * The schema first: the modules of the app read it while they are evaluated. What fails here is shown by boot/rescue.ts. Not awaited at
 * the top: the app imports the schema from the file that this is built into, and would wait for it for ever.
 */
async function open(): Promise<void> {
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(styled)
  await Promise.all([loadSchema(), ...styles])
  const { begin } = await import('./app/begin')
  await begin(document.getElementById('root') as HTMLElement)
}

/** Resolves when a style sheet of the page is there. One that was lost before this ran has been marked by boot/rescue.ts. */
function styled(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error(`no style sheet ${link.href}`))
    if (link.sheet !== null) resolve()
    else if (link.dataset.lost !== undefined) lost()
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', lost)
  })
}

void open()
