import type { Locator, Page } from '@playwright/test'
import { App } from './app'
import { expect, test } from './test'

const small = 'name: x\ntrainer:\n  devices: 1\n  precision: 16\n'
const box = (page: Page): Locator => page.getByRole('textbox', { name: /YAML text/ })

async function start(page: Page, text: string): Promise<App> {
  const app = new App(page)
  await app.start()
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await app.openText(text)
  return app
}

async function undo(page: Page): Promise<void> {
  await box(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
}

test('undo in the text walks the document’s history and goes to what it changes', async ({ page }) => {
  const lines = Array.from({ length: 300 }, (_, i) => `k${i}: ${i}\n`).join('')
  const app = await start(page, small + lines)
  await app.yamlAt(3, 'end')
  await page.keyboard.type('5')
  await app.set('trainer.precision', '32')
  await box(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await undo(page)
  expect(await app.text()).toBe(small.replace('s: 1', 's: 15') + lines)
  await undo(page)
  await page.keyboard.type('7')
  expect(await app.text()).toBe(small.replace('s: 1', 's: 17') + lines)
  await undo(page)
  await box(page).focus()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  expect(await app.text()).toBe(small.replace('s: 1', 's: 17') + lines)
})

test('undo in the find box stays there', async ({ page }) => {
  const app = await start(page, small)
  await box(page).focus()
  await page.keyboard.press('ControlOrMeta+f')
  const find = page.locator('.find-widget textarea, .find-widget input').first()
  await expect(find).toBeFocused()
  await page.keyboard.type('devices')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(find).not.toHaveValue('devices')
  expect(await app.text()).toBe(small)
})

test('the caret keeps its characters when the form changes the text above it', async ({ page }) => {
  const app = await start(page, `${small}tail: abc\n`)
  await app.yamlAt(5, 'end')
  await page.keyboard.press('ArrowLeft')
  await app.set('trainer.devices', '1234')
  await box(page).focus()
  await page.keyboard.type('_')
  expect(await app.text()).toBe(`${small.replace('s: 1', 's: 1234')}tail: ab_c\n`)
})

test('what is typed is what is written: bare words, brackets, quotes, Enter beside suggestions', async ({ page }) => {
  const app = await start(page, '')
  await box(page).focus()
  await page.keyboard.type('trai')
  await expect(page.locator('.suggest-widget.visible')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('["x", {')
  expect(await app.text()).toBe('trai\n["x", {')
})

test('an input method composes in the text as one step', async ({ page }) => {
  const app = await start(page, 'name: \n')
  await app.yamlAt(1, 'end')
  const client = await page.context().newCDPSession(page)
  // Without a pause, which would make two steps of it; a slow page would else have some.
  await page.clock.setFixedTime(Date.now())
  for (const text of ['x', 'xu', 'xue', 'xuexi'])
    await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await client.send('Input.insertText', { text: '学习' })
  expect(await app.text()).toBe('name: 学习\n')
  await undo(page)
  expect(await app.text()).toBe('name: \n')
})

test('completion writes keys, values and references', async ({ page }) => {
  const app = await start(page, 'name: x\ntrainer:\n  device: 1\n  precision: \n  max_time: \n')
  const choose = async () => {
    await page.keyboard.press('Control+Space')
    await expect(page.locator('.suggest-widget.visible .monaco-list-row.focused')).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await app.yamlAt(3, 'end')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await choose()
  await app.yamlAt(4, 'end')
  await choose()
  await app.yamlAt(5, 'end')
  await page.keyboard.type('${nam')
  await page.keyboard.press('Escape')
  await choose()
  const text = await app.text()
  expect(text).toMatch(/^name: x\ntrainer:\n {2}devices: 1\n {2}precision: \S+\n {2}max_time: \$\{name\}\n$/)
})

test('go to definition, quick fix and hover', async ({ page }) => {
  const app = await start(page, 'a: 1\nb: 2\nc: ${a}/${b}\ntrainer:\n  devicez: 1\n')
  await app.yamlAt(3, 'end')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F12')
  await expect(page.locator('.line-numbers.active-line-number')).toHaveText('2')
  await app.yamlAt(5, 'end')
  await page.keyboard.press('Home')
  await page.keyboard.press('ControlOrMeta+.')
  await page.getByRole('region', { name: 'YAML' }).getByText('Rename it to devices').waitFor()
  await page.keyboard.press('Enter')
  await app.goto('trainer.devices')
  await expect(app.input('trainer.devices')).toHaveValue('1')
  await app.expectHover('devices', 'GPUs per node')
})

test('without the full editor the plain one does the work', async ({ page }) => {
  await page.route(/MonacoPane.*\.js/, (route) => route.abort())
  const app = new App(page)
  await app.start()
  await app.openText(small)
  await expect(page.getByText('The full editor could not be loaded')).toBeVisible()
  await box(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('q: 1\n')
  await app.set('trainer.devices', '3')
  await expect(box(page)).toHaveValue(`q: 1\n${small.replace('s: 1', 's: 3')}`)
  await undo(page)
  await undo(page)
  expect(await app.text()).toBe(small)
})

test('the full editor takes over caret, scroll and focus, but not while an input method composes', async ({ page }) => {
  let load: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    load = resolve
  })
  await page.route(/MonacoPane.*\.js/, async (route) => {
    await gate
    await route.continue()
  })
  const app = new App(page)
  await app.start()
  const before = await app.text()
  const area = page.locator('textarea[aria-label^="YAML"]')
  await area.evaluate((element: HTMLTextAreaElement) => {
    element.focus()
    element.setSelectionRange(400, 400)
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text: 'xue', selectionStart: 3, selectionEnd: 3 })
  load()
  await page.locator('.monaco-editor .view-line').first().waitFor({ state: 'attached' })
  await expect(area).toBeFocused()
  await client.send('Input.insertText', { text: '学' })
  await expect(area).toHaveCount(0)
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('Z')
  expect(await app.text()).toBe(`${before.slice(0, 400)}学Z${before.slice(400)}`)
})

test('the panes are resized by drag, key and double click, which is kept; at the edge the text goes away', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  const separator = page.getByRole('separator', { name: 'Resize the panes' })
  const share = async () => {
    const [text, whole] = [await page.locator('#yaml').boundingBox(), await page.getByRole('main').boundingBox()]
    return Math.round((100 * (text?.width ?? 0)) / (whole?.width ?? 1))
  }
  const drag = async (to: number) => {
    const from = await separator.boundingBox()
    await page.mouse.move(from?.x ?? 0, 300)
    await page.mouse.down()
    await page.mouse.move(to, 300, { steps: 4 })
    await page.mouse.up()
  }
  expect(await share()).toBe(44)
  await separator.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(share).toBe(49)
  await drag(800)
  await expect.poll(share).toBe(52)
  await page.reload()
  await expect.poll(share).toBe(52)
  await separator.dblclick()
  await expect.poll(share).toBe(44)
  await drag(1430)
  await expect(page.locator('#yaml')).toBeHidden()
  await expect(separator).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the YAML pane' }).click()
  await expect.poll(share).toBe(44)
  await separator.press('Enter')
  await expect(page.locator('#yaml')).toBeHidden()
})
