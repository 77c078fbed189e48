import { App } from './app'
import { violationsInBothThemes } from './axe'
import { expect, test } from './test'

test('recipes: each opens with its own values; the former text is one step away', async ({ page }) => {
  const app = new App(page)
  await app.start()
  const before = await app.text()
  for (const id of ['sd_xl_base_train', 'base64-500m', 'sd_edit']) {
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('button', { name: new RegExp(`${id}$`) }).click()
    await page.getByRole('button', { name: 'Start from this' }).click()
    await expect(page.getByLabel('File name', { exact: true })).toHaveValue(`${id}.yaml`)
    await app.goBack('sd_train.yaml')
  }
  expect(await app.text()).toBe(before)
})

test('search finds a field by key, label or help, in Chinese too, and goes there', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('micro batch')
  await page.keyboard.press('Enter')
  await expect(app.input('model.micro_batch_size')).toBeFocused()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click()
  await expect(page.getByRole('navigation', { name: '配置分区' })).toContainText('训练器')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('全局批')
  await page.keyboard.press('Enter')
  await expect(app.input('model.global_batch_size')).toBeFocused()
})

test('language and theme are kept', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click()
  await page.getByRole('button', { name: '主题' }).click()
  await page.getByRole('menuitemcheckbox', { name: '深色' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('button', { name: '打开', exact: true })).toBeVisible()
})

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`axe finds nothing in light and dark: ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size)
    const app = new App(page)
    await app.start()
    await app.showAll()
    expect(await violationsInBothThemes(page)).toEqual([])
    if (size.width < 1000) return
    await page.getByRole('button', { name: 'New', exact: true }).click()
    expect(await violationsInBothThemes(page)).toEqual([])
  })

test('the whole flow by keyboard: open a recipe, change a field, undo, find', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await page.getByRole('button', { name: 'New', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('dreambooth whole')
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Start from this' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.input('name')).toHaveValue('Dreambooth')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('trainer.devices')
  await page.keyboard.press('Enter')
  await expect(app.input('trainer.devices')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('4')
  expect(await app.text()).toContain('  devices: 4')
  await app.input('trainer.devices').focus()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await app.text()).toContain('  devices: 1')
})

test('a field’s address opens and focuses it', async ({ page }) => {
  const app = new App(page)
  await app.start('#/exp_manager.ema.decay')
  await expect(app.input('exp_manager.ema.decay')).toBeFocused()
})

test('nothing is asked of any other origin, and nothing breaks the content security policy', async ({
  page,
  baseURL,
}) => {
  const strangers: string[] = []
  const refused: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url())) strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  const app = new App(page)
  await app.start()
  await app.showAll()
  await app.yamlAt(1, 'end')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('Escape')
  expect([strangers, refused]).toEqual([[], []])
})

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' })
  test('works without a network after the first visit', async ({ page, context }) => {
    const app = new App(page)
    await app.start()
    // Ready is a worker that is installed, which it is when everything is in its cache.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await page.reload()
    await expect(app.input('name')).toHaveValue('stable-diffusion-train')
    await app.set('trainer.devices', '8')
    expect(await app.text()).toContain('devices: 8')
  })
})
