import { App } from './app'
import { expect, test } from './test'

test('a newcomer changes Devices and sees exactly one line of the YAML change', async ({ page }) => {
  const app = new App(page)
  await app.start()
  const before = await app.text()
  await app.goto('trainer.devices')
  await expect(app.input('trainer.devices')).toHaveValue('1')
  await app.set('trainer.devices', '8')
  await expect(page.getByText('Edited', { exact: true })).toBeVisible()
  expect(App.difference(before, await app.text())).toEqual({
    removed: ['  devices: 1 # GPUs per node'],
    added: ['  devices: 8 # GPUs per node'],
  })
  await app.undo()
  expect(await app.text()).toBe(before)
  await expect(app.input('trainer.devices')).toHaveValue('1')
})

test('the form follows the YAML on each keystroke', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('trainer:\n  devices: 1\n')
  await app.goto('trainer.devices')
  await app.yamlAt(2, 'end')
  for (const [key, value] of [
    ['6', '16'],
    ['4', '164'],
    ['Backspace', '16'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(app.input('trainer.devices')).toHaveValue(value)
  }
})

test('what is typed keeps its spelling, and a wrong value is said in both panes', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('model:\n  optim:\n    name: adam\n    lr: 1e-4 # rate\n')
  await app.goto('model.optim.lr')
  const lr = app.input('model.optim.lr')
  await lr.focus()
  await page.keyboard.press('End')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('.25')
  await expect(lr).toHaveValue('1.25e-4')
  expect(await app.text()).toContain('    lr: 1.25e-4 # rate\n')
  await lr.fill('1e-')
  expect(await app.text()).toContain('    lr: 1e- # rate\n')
  await expect(app.row('model.optim.lr')).toContainText('1e- is read as text; expected here: number')
  await page.getByRole('button', { name: /Problems/ }).click()
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('model.optim.lr')
})

test('an absent parameter is inserted where it belongs, and removed again', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('trainer:\n  devices: 1\n  accelerator: gpu # n\n')
  await app.set('trainer.num_nodes', '2')
  expect(await app.text()).toBe('trainer:\n  devices: 1\n  num_nodes: 2\n  accelerator: gpu # n\n')
  await app
    .row('trainer.num_nodes')
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: /^Remove/ }).click()
  expect(await app.text()).toBe('trainer:\n  devices: 1\n  accelerator: gpu # n\n')
})

test('switches, choices and pairs write what the file means', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(
    'trainer:\n  precision: 16\n  benchmark: False # b\nmodel:\n  data:\n    train:\n      augmentations:\n        center_crop_h_w: 512, 512\n',
  )
  await app.goto('trainer.benchmark')
  await app.row('trainer.benchmark').getByRole('switch').click()
  await app.row('trainer.precision').getByRole('button', { name: 'Options' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'bf16-mixed' }).click()
  await app.goto('model.data.train.augmentations.center_crop_h_w')
  await app.row('model.data.train.augmentations.center_crop_h_w').getByLabel(/Width/).fill('768')
  expect(await app.text()).toBe(
    'trainer:\n  precision: bf16-mixed\n  benchmark: True # b\nmodel:\n  data:\n    train:\n      augmentations:\n        center_crop_h_w: 512, 768\n',
  )
})

test('lists and free maps: add, change, move, rename, remove', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('mine:\n  list:\n    - a # first\n    - b\n  map: {x: 1}\n')
  await app.goto('mine.list')
  await app.row('mine.list').getByRole('button', { name: 'Add item' }).click()
  await app.input('mine.list[2]').fill('c')
  await app
    .row('mine.list[0]')
    .getByRole('button', { name: /Move down/ })
    .click()
  expect(await app.text()).toBe('mine:\n  list:\n    - b\n    - a # first\n    - c\n  map: {x: 1}\n')
  await app
    .row('mine.list[0]')
    .getByRole('button', { name: /^Remove/ })
    .click()
  await app
    .row('mine.map.x')
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Rename key' }).click()
  await page.getByLabel('New name of the key').fill('y')
  await page.keyboard.press('Enter')
  await app.input('mine.map.y').fill('2.5')
  expect(await app.text()).toBe('mine:\n  list:\n    - a # first\n    - c\n  map: {y: 2.5}\n')
})
