import { writeFileSync } from 'node:fs'
import type { TestInfo } from '@playwright/test'
import { App } from './app'
import { expect, test } from './test'

/** Opens a text as a file on the disk, which the browser reads by itself. */
async function openLarge(app: App, text: string, info: TestInfo): Promise<void> {
  const file = info.outputPath('large.yaml')
  writeFileSync(file, text)
  await app.open(file)
}

const textOf: Readonly<Record<string, string>> = {
  'a block of 10 MB': `name: big\nnote: |\n${`  ${'x'.repeat(98)}\n`.repeat(100_000)}`,
  'one line of 10 MB': `name: big\nnote: ${'x'.repeat(10_000_000)}\n`,
  '5 million newlines': `name: big\n${'\n'.repeat(5_000_000)}`,
  '100,000 keys': `name: big\n${Array.from({ length: 100_000 }, (_, i) => `key_${i}: ${i}\n`).join('')}`,
}

for (const [name, text] of Object.entries(textOf))
  test(`${name}: said, not read, and given back as it came`, async ({ page }, info) => {
    const app = new App(page)
    await app.start()
    await openLarge(app, text, info)
    await expect(app.largeNotice()).toBeVisible()
    await page.getByRole('button', { name: 'Search' }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await app.text()) === text).toBe(true)
    await app.goBack('sd_train.yaml')
    await expect(app.largeNotice()).toHaveCount(0)
  })

test('a large text is read on demand, and its rows come step by step', async ({ page }, info) => {
  const app = new App(page)
  await app.start()
  const text = textOf['100,000 keys'] ?? ''
  await openLarge(app, text, info)
  await app
    .largeNotice()
    .getByRole('button', { name: /Read it now/ })
    .click()
  await expect(app.input('name')).toHaveValue('big')
  await app.input('name').fill('small')
  expect((await app.text()) === text.replace('big', 'small')).toBe(true)
  const rows = page.locator('#form').getByText(/^key_\d+$/)
  expect(await rows.count()).toBeLessThan(200)
  await page.getByRole('button', { name: /Show 200 more/ }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(200)
  expect(await rows.count()).toBeLessThan(400)
})

test('a text that the full editor takes long for is edited in the plain one', async ({ page }, info) => {
  const app = new App(page)
  await app.start()
  const text = `name: big\nnote: |\n${'  x\n'.repeat(60_000)}`
  await openLarge(app, text, info)
  await page
    .getByRole('textbox', { name: /YAML text/ })
    .first()
    .focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('# ')
  await expect(app.largeNotice()).toBeVisible()
  expect((await app.text()) === `# ${text}`).toBe(true)
})
