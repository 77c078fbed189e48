import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { App } from './app'

export { expect } from '@playwright/test'

/** How many times slower than this machine the pages' processors are to be, as if the stories ran on a slow one. */
const slowdown = Number(process.env.SLOWDOWN ?? 1)

async function slowDown(page: Page): Promise<void> {
  if (slowdown === 1) return
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Playwright's `test` with pages that `SLOWDOWN=3` makes three times slower, and with a started app that stories may share. */
export const test = base.extend<{ page: Page }, { sharedApp: App }>({
  page: async ({ page }, use) => {
    await slowDown(page)
    await use(page)
  },

  /**
   * The app on a page that stays open while a worker's stories pass, which spares each of them the start. A story opens its own file in it
   * and closes what it opened on the page; after a failure the next story has a new worker and page.
   */
  sharedApp: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext(project.use as BrowserContextOptions)
      context.setDefaultTimeout(project.use.actionTimeout ?? 0)
      const app = new App(await context.newPage())
      await slowDown(app.page)
      await app.start()
      await use(app)
      await context.close()
    },
    { scope: 'worker' },
  ],
})
