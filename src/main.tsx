import { load as loadSchema } from './config/schema/schema-data'

/**
 * The schema first: the modules of the app read it while they are evaluated. What fails here is shown by boot/rescue.ts. Not awaited at
 * the top: the app imports the schema from the file that this is built into, and would wait for it for ever.
 */
async function open(): Promise<void> {
  await loadSchema()
  const { begin } = await import('./app/begin')
  await begin(document.getElementById('root') as HTMLElement)
}

void open()
