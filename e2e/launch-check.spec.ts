import type { Page } from '@playwright/test'
import { App, fixture, fixtureText } from './app'
import { violations } from './axe'
import { expect, test } from './test'

const common = 'common-configuration-files.yaml'
const broken = 'trainer:\n  devices: 0\n  precision: bf16-mixed\n'
const batch = `trainer:
  devices: 2
model:
  micro_batch_size: 4
  global_batch_size: 8
  unet_config:
    _target_: nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.openaimodel.UNetModel
`
const unfinished = fixture('nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_infer.yaml')

const pill = (page: Page) => page.locator('header button[data-level]')
const problems = (page: Page) => page.getByRole('region', { name: 'Problems', exact: true })
const issue = (page: Page, code: string) => problems(page).locator(`li[data-code="${code}"]`)
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path ?? '')

test('a mistake is in the pill, the row, the rail and the list; its repair is one step, and all is well again', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  const ready = await app.text()
  await expect(pill(page)).toHaveText('Ready to launch')
  await app.set('trainer.devices', '0')
  await expect(pill(page)).toHaveText('1 will fail')
  await expect(app.row('trainer.devices')).toContainText('0 selects no GPUs')
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Trainer.*1 error/ })).toBeVisible()
  await pill(page).click()
  const item = issue(page, 'trainer-devices-invalid')
  await expect(item).toContainText('Line 8')
  await item.getByRole('button', { name: 'Why' }).click()
  await expect(item).toContainText('lightning:')
  expect(await violations(page)).toEqual([])
  const before = await app.text()
  await item.getByRole('button', { name: 'Set devices to 1' }).click()
  await expect(pill(page)).toHaveText('Ready to launch')
  await expect(item).toHaveCount(0)
  expect(await app.text()).toBe(ready)
  await app.undo()
  expect(await app.text()).toBe(before)
  await app.openText('')
  await expect(pill(page)).toHaveText('No problems found')
})

test('less than a failure is said only when every rule has spoken', async ({ page }) => {
  const app = new App(page)
  await page.route('**/group-running*', (route) => route.abort())
  await app.start()
  await app.open(unfinished)
  await expect(pill(page)).toHaveText('Not fully checked')
  await pill(page).click()
  await expect(problems(page)).toContainText('Some rules could not be loaded')
  await page.unroute('**/group-running*')
  await problems(page).getByRole('button', { name: 'Try again' }).click()
  await expect(pill(page)).toHaveText(/to fill in|will fail/)
  await expect(problems(page).getByText('Some rules could not be loaded')).toHaveCount(0)
})

test('F8 walks in the form, in the text and in the list, and leaves the keyboard there', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.open(fixture(common))
  await app.goto('trainer.devices')
  await app.input('trainer.devices').focus()
  const places = ['trainer.resume_from_checkpoint', 'exp_manager.name', 'exp_manager.resume_from_checkpoint']
  for (const place of places) {
    await page.keyboard.press('F8')
    await expect.poll(() => focused(page)).toBe(place)
  }
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => focused(page)).toBe('exp_manager.name')
  const text = page.getByRole('textbox', { name: /YAML text/ }).first()
  await app.yamlAt(1, 'start')
  await page.keyboard.press('F8')
  await expect(text).toBeFocused()
  await page.keyboard.type('_')
  expect(await app.text()).toBe(
    fixtureText(common).replace('resume_from_checkpoint: null', '_resume_from_checkpoint: null'),
  )
  await app.undo()
  await pill(page).focus()
  await page.keyboard.press('Enter')
  await expect(issue(page, 'removed-key').getByRole('button').first()).toBeFocused()
  await page.keyboard.press('F8')
  await expect(problems(page).locator('li[aria-current=true]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(problems(page)).toHaveCount(0)
})

test('the faults of NeMo’s page of common configuration files are fixed by clicks, each taken back by undo', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  await app.open(fixture(common))
  await pill(page).click()
  const repairs = {
    'removed-key': 'Remove resume_from_checkpoint',
    'data-augmentation-unknown-key': 'Rename it to resize_smallest_side',
    'data-filter-keys-required': 'Set estimated_portion to 0.8',
    'data-filter-needs-infinite-sampler': 'Set infinite_sampler to true',
  }
  for (const [code, name] of Object.entries(repairs)) {
    await issue(page, code).getByRole('button', { name }).click()
    await expect(issue(page, code)).toHaveCount(0)
    await expect(problems(page).locator('li').locator(':focus')).toHaveCount(1)
  }
  await expect(issue(page, 'data-local-root-path')).toContainText('is to be filled in')
  for (const _ of Object.keys(repairs)) await app.undo()
  expect(await app.text()).toBe(fixtureText(common))
})

test('an issue is muted for this file by a comment', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(broken)
  await pill(page).click()
  await issue(page, 'trainer-devices-invalid').getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: /Ignore in this file/ }).click()
  await expect(pill(page)).toHaveText('No problems found')
  expect(await app.text()).toContain('  devices: 0 # t2i-config: ignore trainer-devices-invalid\n')
  await app.undo()
  await expect(pill(page)).toHaveText('1 will fail')
})

test('batch arithmetic says what does not fit, and sets what does', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(batch)
  const panel = page.getByRole('region', { name: 'Batch arithmetic' })
  await expect(panel).toContainText('8 samples per optimizer step')
  await app.set('model.global_batch_size', '18')
  await expect(panel).toContainText('The global batch 18 is no multiple of 8')
  await panel.getByRole('button', { name: 'Set model.global_batch_size to 8' }).click()
  expect(await app.text()).toBe(batch)
  await panel.getByLabel('Samples in the dataset').fill('1 600')
  await expect(panel).toContainText('200 steps per epoch')
  expect(await violations(page)).toEqual([])
})
