import { test as base, expect, type Page } from '@playwright/test'
import { App } from './app'
import { serveVersions } from './versions'

const test = base.extend<{ versions: Awaited<ReturnType<typeof serveVersions>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off it.
  versions: async ({}, use) => {
    const versions = await serveVersions()
    await use(versions)
    versions.close()
  },
  baseURL: ({ versions }, use) => use(versions.address),
})

const text = 'name: mine\r\ntrainer:\r\n  devices: 4\r\n'

async function openMine(page: Page): Promise<App> {
  const app = new App(page)
  await app.start()
  await app.openText(text, 'mine.yaml')
  return app
}

/** The second version runs, on the text that was open in the first. */
async function expectSecond(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-version', 'second')
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('mine.yaml')
  expect(await new App(page).text()).toBe(text)
}

test('a part that is gone with the old version leads to the new one, with the text', async ({ page, versions }) => {
  await openMine(page)
  versions.deploy()
  await page.getByRole('button', { name: /^Problems/ }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'A new version of the editor has been installed' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Reload with the new version' }).click()
  await expectSecond(page)
})

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  /** Everything for working offline has been fetched, and the page is one that the worker serves. */
  async function installed(page: Page): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  }

  test('a newer version is told of once it is ready, and loaded with the text', async ({ page, versions }) => {
    await openMine(page)
    await installed(page)
    versions.deploy()
    await page.reload()
    await expect(page.getByText('A new version of the editor is ready.')).toBeVisible()
    await expect(page.locator('html')).not.toHaveAttribute('data-version')
    await page.getByRole('button', { name: 'Reload with the new version' }).click()
    await expectSecond(page)
  })

  test('an old worker whose files are gone makes way for the new version', async ({ page, versions }) => {
    await openMine(page)
    await installed(page)
    versions.deploy()
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const { url } of await cache.keys()) if (/\/start-[^/]*\.js/.test(url)) await cache.delete(url)
      }
    })
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('A new version of the editor has been installed')
    await expect(page.getByRole('textbox', { name: 'mine.yaml' })).toHaveValue(text.replaceAll('\r\n', '\n'))
    await page.getByRole('button', { name: 'Reload with the new version' }).click()
    await expectSecond(page)
  })

  test('the worker comes once the page can be used, and then all of it works offline', async ({ page, context }) => {
    const order: string[] = []
    page.on('requestfinished', (request) => order.push(new URL(request.url()).pathname))
    context.on('serviceworker', () => order.push('worker'))
    const app = new App(page)
    await app.start()
    await page.evaluate(() => navigator.serviceWorker.ready)
    expect(order.indexOf('worker')).toBeGreaterThan(order.findIndex((path) => path.includes('MonacoPane')))
    await context.setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('button', { name: /sd_xl_infer$/ }).click()
    await page.getByRole('button', { name: 'Start from this' }).click()
    await expect(page.getByLabel('File name', { exact: true })).toHaveValue('sd_xl_infer.yaml')
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click()
    await expect(page.getByRole('navigation', { name: '配置分区' })).toBeVisible()
    await expect(page.locator('.monaco-editor .view-lines').first()).toBeVisible()
  })
})
