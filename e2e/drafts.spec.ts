import type { Page } from '@playwright/test'
import { App } from './app'
import { expect, test } from './test'

const text = 'name: mine\ntrainer:\n  devices: 1\n  precision: 16\n'

/** Another tab of the same browser. */
async function anotherTab(page: Page): Promise<App> {
  const app = new App(await page.context().newPage())
  await app.start()
  return app
}

/** Waits until what is on the page has been kept. */
const kept = (app: App, part: string) =>
  expect
    .poll(() =>
      app.page.evaluate(
        (wanted) =>
          new Promise<boolean>((done) => {
            const open = indexedDB.open('t2i-config')
            open.onsuccess = () => {
              const all = open.result.transaction('drafts').objectStore('drafts').getAll()
              all.onsuccess = () => {
                open.result.close()
                done(JSON.stringify(all.result).includes(wanted))
              }
            }
          }),
        part,
      ),
    )
    .toBe(true)

test('two tabs: the second works on a copy and says so; each keeps its own text', async ({ page }) => {
  const first = new App(page)
  await first.start()
  await first.openText(text, 'mine.yaml')
  await first.set('trainer.devices', '8')
  await kept(first, 'devices: 8')
  const second = await anotherTab(page)
  await expect(second.page.getByText('mine.yaml is open in another tab too')).toBeVisible()
  await expect(second.input('trainer.devices')).toHaveValue('8')
  await second.set('trainer.devices', '64')
  await first.set('trainer.precision', '32')
  await kept(first, 'devices: 64')
  await kept(first, 'precision: 32')
  for (const app of [first, second]) await app.page.reload()
  await expect(first.input('trainer.precision')).toHaveValue('32')
  expect(await first.text()).toBe(text.replace('devices: 1', 'devices: 8').replace('16', '32'))
  expect(await second.text()).toBe(text.replace('devices: 1', 'devices: 64'))
})

test('a duplicated tab has a name of its own', async ({ page }) => {
  const first = new App(page)
  await first.start()
  await first.openText(text, 'mine.yaml')
  await kept(first, 'mine.yaml')
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open(location.href))])
  const second = new App(popup)
  await expect(second.page.getByText('mine.yaml is open in another tab too')).toBeVisible()
  await second.set('trainer.devices', '2')
  await kept(second, 'devices: 2')
  await first.page.reload()
  await expect(first.input('trainer.devices')).toHaveValue('1')
})

test('unsaved text of closed tabs is offered, opened one step away, and gone once it is deleted', async ({ page }) => {
  const first = new App(page)
  await first.start()
  const second = await anotherTab(page)
  await second.openText(text, 'closed.yaml')
  await second.set('trainer.devices', '8')
  await kept(second, 'devices: 8')
  await second.page.close()
  await page.reload()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Unsaved text of closed tabs' })
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('closed.yaml')
  await expect(first.input('trainer.devices')).toHaveValue('8')
  await first.undo()
  expect(await first.text()).toBe(text)
  await first.goBack('sd_train.yaml')
  await expect(first.input('name')).toHaveValue('stable-diffusion-train')
  await kept(first, 'stable-diffusion-train')
  await page.reload()
  await first.goto('name')
  await expect(first.input('name')).toHaveValue('stable-diffusion-train')
  await expect(page.getByText('left behind')).toHaveCount(0)
})

test('the tab that was closed last is gone on with, where no other is open', async ({ page }) => {
  const first = new App(page)
  await first.start()
  await first.openText(text, 'mine.yaml')
  await first.set('trainer.devices', '8')
  await kept(first, 'devices: 8')
  await page.goto('about:blank')
  const again = await anotherTab(page)
  await expect(again.input('trainer.devices')).toHaveValue('8')
  await expect(again.page.getByText('is open in another tab')).toHaveCount(0)
})

test('undo survives a reload and a crash: it leads to the opened bytes, and no further by accident', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  const bytes = `\ufeff${text.replaceAll('\n', '\r\n')}`
  await app.openText(bytes, 'mine.yaml')
  await app.set('trainer.devices', '8')
  await app.set('trainer.precision', '32')
  await kept(app, 'precision: 32')
  await page.reload()
  await app.set('name', 'other')
  await kept(app, 'name: other')
  void page.goto('chrome://crash').catch(() => undefined)
  await page.waitForEvent('crash')
  const again = await anotherTab(page)
  await expect(again.input('name')).toHaveValue('other')
  for (const expected of ['mine', '16', '1']) {
    await again.undo()
    await expect(again.page.getByRole('textbox', { name: /./ }).first()).toBeVisible()
    expect(await again.text()).toContain(expected)
  }
  expect((await again.bytes()).equals(Buffer.from(bytes))).toBe(true)
  await again.page.keyboard.press('ControlOrMeta+z')
  await expect(again.page.getByText('nothing more to undo')).toBeVisible()
  expect((await again.bytes()).equals(Buffer.from(bytes))).toBe(true)
  await again.goBack('sd_train.yaml')
  await expect(again.input('name')).toHaveValue('stable-diffusion-train')
  await again.page.getByRole('button', { name: 'Redo', exact: true }).click()
  expect((await again.bytes()).equals(Buffer.from(bytes))).toBe(true)
})

test('a visit of a field is one step, however long it takes', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(text)
  await app.input('trainer.devices').fill('')
  await app.page.clock.install()
  for (const key of '2500') {
    await page.keyboard.press(key)
    await page.clock.fastForward(5000)
  }
  await expect(app.input('trainer.devices')).toHaveValue('2500')
  await app.undo()
  expect(await app.text()).toBe(text)
})

test.describe('storage that fails is said', () => {
  /** The ways in which a browser keeps nothing. */
  const failures = {
    denied: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    },
    full: () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  }
  for (const [name, fail] of Object.entries(failures))
    test(`${name} from the start`, async ({ page }) => {
      await page.addInitScript(fail)
      const app = new App(page)
      await app.start()
      await saysThatNothingIsKept(app)
    })

  test('failing later, and well again', async ({ page }) => {
    const app = new App(page)
    await app.start()
    await app.openText(text, 'mine.yaml')
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put
      Object.assign(window, { heal: () => Object.assign(IDBObjectStore.prototype, { put }) })
    })
    await page.evaluate(failures.full)
    await saysThatNothingIsKept(app)
    await page.evaluate(() => (window as unknown as { heal(): void }).heal())
    await app.set('trainer.precision', '32')
    await expect(page.getByText('Drafts are not being kept')).toHaveCount(0)
  })
})

async function saysThatNothingIsKept(app: App): Promise<void> {
  const { page } = app
  await app.set('trainer.devices', '8')
  const notice = page.getByRole('status').filter({ hasText: 'Drafts are not being kept' })
  await expect(notice).toBeVisible()
  const asked = page.waitForEvent('dialog')
  void page.evaluate(() => location.reload()).catch(() => undefined)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(app.input('trainer.devices')).toHaveValue('8')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.yaml$/)
}

test('a draft that cannot be read is offered as a download, and nothing is blank', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(text, 'mine.yaml')
  await kept(app, 'mine.yaml')
  await page.goto('about:blank')
  await page.goto('/icon.svg')
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const open = indexedDB.open('t2i-config')
        open.onsuccess = () => {
          const store = open.result.transaction('drafts', 'readwrite').objectStore('drafts')
          const keys = store.getAllKeys()
          keys.onsuccess = () => {
            for (const key of keys.result) store.put({ version: 2, documents: 'my text' }, key)
          }
          store.transaction.oncomplete = () => done()
        }
      }),
  )
  await app.start()
  await expect(app.input('name')).toHaveValue('stable-diffusion-train')
  const notice = page.getByRole('status').filter({ hasText: 'cannot be read' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('draft-1.json')
  await page.reload()
  await notice.getByRole('button', { name: 'Delete' }).click()
  await expect(notice).toHaveCount(0)
})

test('a draft that was written while the page was left never replaces a newer one', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(text, 'mine.yaml')
  await app.set('trainer.devices', '8')
  await kept(app, 'devices: 8')
  await page.evaluate(() => {
    const tab = sessionStorage.getItem('t2i-config.tab')
    const old = { version: 2, tab, at: 1, serial: 1, active: 0, documents: [] }
    localStorage.setItem(`t2i-config.left.${tab}`, JSON.stringify(old))
  })
  await page.reload()
  await expect(app.input('trainer.devices')).toHaveValue('8')
})
