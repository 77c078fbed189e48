import { execFileSync } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'
import { App, fixtureText } from './app'
import { violations } from './axe'
import { expect, test } from './test'

const official = 'nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml'
const script = '/opt/NeMo/examples/multimodal/text_to_image/stable_diffusion/sd_train.py'

async function start(page: Page, text: string, name = 'sd_train.yaml'): Promise<{ app: App; drawer: Locator }> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = new App(page)
  await app.start()
  await app.openText(text, name)
  await page.getByRole('button', { name: 'Overrides', exact: true }).click()
  const drawer = page.getByRole('region', { name: 'Overrides', exact: true })
  await drawer.getByLabel('Command line or overrides').waitFor()
  return { app, drawer }
}
const pasteBox = (drawer: Locator): Locator => drawer.getByLabel('Command line or overrides')
const overridesOf = (drawer: Locator): Locator =>
  drawer.getByRole('region', { name: 'As overrides' }).getByRole('listitem')
/** What is in the clipboard, as soon as it is there. */
const copied = (page: Page) => expect.poll(() => page.evaluate(() => navigator.clipboard.readText()))

/** The words that bash makes of the command, which is copied as it is shown. */
async function copiedWords(drawer: Locator, before = ''): Promise<string[]> {
  await drawer.getByRole('button', { name: 'Copy the command' }).click()
  const shown = (await drawer.locator('pre').textContent()) ?? ''
  await copied(drawer.page()).toBe(shown)
  return bashWords(before + shown)
}

/** The words that a program gets from bash; `python` and `torchrun` are stood in for. */
const bashWords = (line: string): string[] =>
  execFileSync(
    'bash',
    ['--norc', '-c', `python() { printf '%s\\n' python "$@"; }; torchrun() { printf '%s\\n' torchrun "$@"; }\n${line}`],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      cwd: '/',
    },
  )
    .trimEnd()
    .split('\n')

test('changes are overrides, each to be copied, and one command that bash reads as it is meant', async ({ page }) => {
  const { app, drawer } = await start(page, fixtureText(official))
  await expect(drawer).toContainText('Nothing differs by value')
  await app.set('trainer.max_steps', '1000')
  await app.set('name', "it's $HOME")
  await expect(overridesOf(drawer)).toHaveText([`'name="it'\\''s $HOME"'`, 'trainer.max_steps=1000'])
  await drawer.getByRole('button', { name: 'Copy trainer.max_steps=1000' }).click()
  await copied(page).toBe('trainer.max_steps=1000')
  const command = drawer.locator('pre')
  const own = ['name="it\'s $HOME"', 'trainer.max_steps=1000']
  const args = [script, '--config-path=/', '--config-name=sd_train', ...own]
  expect(await copiedWords(drawer)).toEqual(['python', ...args])
  await drawer.getByRole('button', { name: 'torchrun' }).click()
  await drawer.getByLabel('GPUs').fill('4')
  await drawer.getByRole('button', { name: 'One a line' }).click()
  await expect(command).toContainText(/--nproc_per_node=4[\s\S]* \\\n {2}trainer\.devices=4$/)
  expect(await copiedWords(drawer)).toEqual(['torchrun', '--nproc_per_node=4', ...args, 'trainer.devices=4'])
  await expect(drawer).toContainText('Set for this number of GPUs, beyond the list: trainer.devices=4')
  await expect(drawer.getByRole('status')).toContainText('On these GPUs the run would stop:')
  await drawer.getByRole('button', { name: 'Overrides only' }).click()
  expect(await copiedWords(drawer, 'python ')).toEqual(['python', ...own])
  await pasteBox(drawer).fill('')
  expect(await violations(page)).toEqual([])
})

test('from a recipe; what no override can say is named', async ({ page }) => {
  const { app, drawer } = await start(page, fixtureText(official))
  await drawer.getByLabel('From').selectOption({ label: 'recipe sd_train' })
  await expect(overridesOf(drawer)).toHaveText(['model.optim.lr=null'])
  await expect(drawer).toContainText('NeMo’s own file of that name has other values')
  await drawer.getByLabel('From').selectOption({ label: 'the opened file' })
  await app.openText('a: 1\n', 'a.yaml')
  await pasteBox(drawer).fill('+b=2')
  await drawer.getByRole('button', { name: 'Apply 1 override' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(pasteBox(drawer)).toBeFocused()
  await expect(overridesOf(drawer)).toHaveText(['+b=2'])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(overridesOf(drawer)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  expect(await app.text()).toBe('a: 1\nb: 2\n')
  await app.openText('学习率: 1\n')
  await app.input('["学习率"]').fill('2')
  await expect(overridesOf(drawer)).toHaveText(['["学习率"]its key cannot be written in an override'])
})

test('a command line is applied as one step; what is not understood is named; sweeps are a table', async ({ page }) => {
  const text = 'name: run # mine\r\ntrainer:\r\n  devices: 1 # GPUs\r\nmodel: {optim: {lr: 1e-4}}\r\n'
  const { app, drawer } = await start(page, text)
  await pasteBox(drawer).fill(
    `CUDA_VISIBLE_DEVICES=0 python …/sd_train.py --config-path="$PWD" --config-name=sd_train --oops trainer.devices=8 \\
  model.optim.lr=1e-4,5e-5 'model.seed=choice(1,2)' '+model.seed=choice(1,2)' '+c="x y"' trainer.devises=2 hydra.run.dir=/x`,
  )
  const outcomes = drawer.locator('[data-outcome]')
  await expect(outcomes).toHaveText([
    '--oops no flag of Hydra',
    'trainer.devices=8applies',
    'model.optim.lr=1e-4,5e-5sweep',
    'model.seed=choice(1,2)There is no key model.seed; put + in front to add it.',
    '+model.seed=choice(1,2)sweep',
    '+c="x y"applies',
    'trainer.devises=2There is no key trainer.devises; put + in front to add it.',
  ])
  await expect(drawer).toContainText('Not for the config: CUDA_VISIBLE_DEVICES=0 hydra.run.dir=/x')
  const apply = drawer.getByRole('button', { name: 'Apply 2 overrides' })
  await expect(drawer.getByRole('table')).toContainText('--multirun starts')
  expect(await violations(page)).toEqual([])
  await apply.click()
  const after = text.replace('devices: 1', 'devices: 8').concat('c: x y\r\n')
  expect(await app.text()).toBe(after)
  await app.undo()
  expect(await app.text()).toBe(text)
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  expect(await app.text()).toBe(after)
})

test('nothing is applied to YAML that cannot be read', async ({ page }) => {
  const { app, drawer } = await start(page, 'a: 1\nb: 2\n')
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await app.yamlAt(1, 'start')
  await page.keyboard.type('x: [')
  await app.brokenNotice().waitFor()
  await pasteBox(drawer).fill('b=5')
  await expect(drawer.locator('[data-outcome]')).toHaveText('b=5The config cannot be read; fix it first.')
  await expect(drawer.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
  await expect(drawer).toContainText('cannot be compared')
})

test('very many differences are counted, not listed', async ({ page }) => {
  const lines = (value: number) => Array.from({ length: 3000 }, (_, i) => `k${i}: ${value}\n`).join('')
  const { drawer } = await start(page, lines(0))
  await pasteBox(drawer).fill('k1=1')
  await drawer.getByLabel('From').selectOption({ label: 'recipe sd_infer' })
  await expect(drawer).toContainText(/3,?\d\d\d values differ, too many for a command line/)
})

test.describe('in a narrow window, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', colorScheme: 'dark' })

  test('nothing of the drawer is cut off', async ({ page }) => {
    await page.goto('/')
    await page.locator('[data-path]').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: '覆盖项', exact: true }).click()
    await page
      .getByLabel('命令行或覆盖项')
      .fill(`python ${script} --config-name=sd_train model.optim.lr=1e-4,5e-5 +c.${'x'.repeat(80)}=1`)
    await expect(page.getByRole('table')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const right = (boxes: Element[]) => Math.max(...boxes.map((box) => box.getBoundingClientRect().right))
    expect(await page.locator('[data-own-undo] *:not(table *)').evaluateAll(right)).toBeLessThanOrEqual(390)
    expect(await violations(page)).toEqual([])
  })
})
