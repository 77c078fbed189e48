import type { Page } from '@playwright/test'
import { App } from './app'
import { expect, test } from './test'

const config = `# a run
name: run
trainer:
  devices: 8 # GPUs
  precision: bf16-mixed
model:
  precision: \${trainer.precision}
  micro_batch_size: 4
  note: 'p-\${trainer.precision}-\${.micro_batch_size}'
exp_manager:
  exp_dir: \${oc.env:RESULTS}/\${name}
`

async function start(page: Page, text = config): Promise<App> {
  const app = new App(page)
  await app.start()
  await app.openText(text)
  return app
}

const menu = async (app: App, path: string, item: string | RegExp): Promise<void> => {
  await app.goto(path)
  await app
    .row(path)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await app.page.getByRole('menuitem', { name: item }).click()
}

test('a reference is typed with the keyboard alone and shows its value', async ({ page }) => {
  const app = await start(page)
  await app.goto('model.micro_batch_size')
  const box = app.input('model.micro_batch_size')
  await box.fill('')
  await box.pressSequentially('${dev')
  const list = page.getByRole('listbox', { name: 'Keys to refer to' })
  await expect(list.getByRole('option').first()).toHaveText(/trainer\.devices\s*8/)
  await expect(box).toHaveAttribute(
    'aria-activedescendant',
    (await list.getByRole('option').first().getAttribute('id')) ?? '',
  )
  await page.keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await expect(box).toHaveValue('${trainer.devices}')
  await expect(app.row('model.micro_batch_size')).toContainText('Resolves to8')
  expect(await app.text()).toBe(config.replace('micro_batch_size: 4', 'micro_batch_size: ${trainer.devices}'))
  await app.goto('model.note')
  await expect(app.row('model.note')).toContainText('p-bf16-mixed-8')
  await app.set('trainer.devices', '16')
  await expect(app.row('model.micro_batch_size')).toContainText('Resolves to16')
})

test('Escape and arrows in the list of keys; relative keys; a resolver leaves the caret for its argument', async ({
  page,
}) => {
  const app = await start(page)
  await app.goto('model.micro_batch_size')
  const box = app.input('model.micro_batch_size')
  const options = page.getByRole('option')
  await box.fill('')
  await box.pressSequentially('${..')
  await expect(options.filter({ hasText: '..trainer.devices' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('${..trainer.devices}')
  await box.fill('')
  await box.pressSequentially('${oc.env')
  await page.keyboard.press('Enter')
  await expect(options.filter({ hasText: 'RESULTS' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('${oc.env:RESULTS}')
})

test('a literal is linked to another key and unlinked again, one step each', async ({ page }) => {
  const app = await start(page)
  await menu(app, 'model.micro_batch_size', 'Link to another key…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('option').first()).toContainText('trainer.devices')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('DEVICES')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const linked = config.replace('micro_batch_size: 4', 'micro_batch_size: ${trainer.devices}')
  expect(await app.text()).toBe(linked)
  await menu(app, 'model.micro_batch_size', /^Unlink/)
  expect(await app.text()).toBe(config.replace('micro_batch_size: 4', 'micro_batch_size: 8'))
  await app.undo()
  expect(await app.text()).toBe(linked)
  await app.undo()
  expect(await app.text()).toBe(config)
  await menu(app, 'exp_manager.exp_dir', /^Unlink/)
  await expect(
    page.getByText('There is no value to write. The environment variable RESULTS is not set here.'),
  ).toBeVisible()
  expect(await app.text()).toBe(config)
})

test('a key is renamed with what refers to it', async ({ page }) => {
  const app = await start(page)
  await menu(app, 'trainer.precision', 'Rename key')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 values refer to this key')
  await expect(dialog.getByRole('listitem')).toHaveText([/model\.precision/, /model\.note/])
  const name = dialog.getByLabel('New name of the key')
  const update = dialog.getByLabel('Also update 2 references')
  await expect(update).toBeChecked()
  await name.fill('a b')
  await expect(update).toBeDisabled()
  await name.fill('prec')
  await page.keyboard.press('Enter')
  expect(await app.text()).toBe(
    config.replace('  precision: bf16', '  prec: bf16').replaceAll('${trainer.precision}', '${trainer.prec}'),
  )
  await app.undo()
  expect(await app.text()).toBe(config)
  await menu(app, 'trainer.precision', 'Rename key')
  await update.uncheck()
  await name.fill('prec')
  await page.keyboard.press('Enter')
  expect(await app.text()).toBe(config.replace('  precision: bf16', '  prec: bf16'))
  await app.goto('model.precision')
  await expect(app.row('model.precision')).toContainText('There is no key trainer.precision.')
})

test('removing a key asks what becomes of the values that refer to it', async ({ page }) => {
  const app = await start(page)
  const ask = () => menu(app, 'trainer.precision', /^Remove/)
  const dialog = page.getByRole('dialog')
  await ask()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await app.text()).toBe(config)
  await ask()
  await dialog.getByRole('button', { name: /^Replace references/ }).click()
  expect(await app.text()).toBe(
    config
      .replace('  precision: bf16-mixed\n', '')
      .replace('precision: ${trainer.precision}', 'precision: bf16-mixed')
      .replace('p-${trainer.precision}', 'p-bf16-mixed'),
  )
  await app.undo()
  expect(await app.text()).toBe(config)
  await ask()
  await dialog.getByRole('button', { name: 'Remove anyway' }).click()
  expect(await app.text()).toBe(config.replace('  precision: bf16-mixed\n', ''))
  await app.undo()
  await menu(app, 'model.note', /^Remove/)
  await expect(dialog).toHaveCount(0)
  expect(await app.text()).not.toContain('note')
})

test('an environment variable is set in the drawer, kept across visits, and never written into the file', async ({
  page,
}) => {
  const app = await start(page)
  const drawer = page.getByRole('region', { name: 'Resolved', exact: true })
  await page.getByRole('button', { name: 'Resolved', exact: true }).click()
  await expect(drawer.getByRole('listitem')).toContainText(['exp_manager.exp_dir'])
  await drawer.getByRole('button', { name: 'Set RESULTS' }).click()
  await page.keyboard.type('/results')
  await expect(drawer.locator('pre')).toContainText('exp_dir: /results/run')
  await app.goto('exp_manager.exp_dir')
  await expect(app.row('exp_manager.exp_dir')).toContainText('/results/run')
  expect(await app.text()).toBe(config)
  await page.reload()
  await app.goto('exp_manager.exp_dir')
  await expect(app.row('exp_manager.exp_dir')).toContainText('/results/run')
  await page.getByRole('button', { name: 'Resolved', exact: true }).click()
  await drawer.getByRole('button', { name: 'Remove RESULTS' }).click()
  await expect(app.row('exp_manager.exp_dir')).toContainText('The environment variable RESULTS is not set here.')
  await drawer.getByLabel('Name').fill('1X')
  await expect(drawer).toContainText('A name has letters')
  await drawer.getByLabel('Name').fill('RESULTS')
  await drawer.getByLabel('Value', { exact: true }).fill('/r')
  await page.keyboard.press('Enter')
  await expect(app.row('exp_manager.exp_dir')).toContainText('/r/run')
})

test('the resolved config marks what differs from the source, copies, and leads to its places', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = await start(
    page,
    'name: run\nbad: ${nope}\nc: ${name}-x # note\nopt: {todo: ???}\nm: ${opt}\n'.replace('???', "'???'"),
  )
  await page.getByRole('button', { name: 'Resolved', exact: true }).click()
  const drawer = page.getByRole('region', { name: 'Resolved', exact: true })
  await expect(drawer.locator('[data-mark=resolved]')).toHaveText([
    /^c: run-xfrom \$\{name\}-x$/,
    /^m:from \$\{opt\}$/,
    /todo/,
  ])
  await expect(drawer.locator('[data-mark=failed]')).toHaveText(['bad: ${nope}'])
  await expect(drawer.locator('[data-mark=missing]')).toHaveText(['  todo: ???'])
  await expect(drawer.getByRole('heading')).toHaveText([
    'Without a value (1)',
    'To fill in (???) (1)',
    'Environment variables',
  ])
  await drawer.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Resolved YAML copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'name: run\nbad: ${nope}\nc: run-x\nopt:\n  todo: ???\nm:\n  todo: ???\n',
  )
  await drawer.getByRole('button', { name: 'bad', exact: true }).click()
  await expect(app.input('bad')).toBeFocused()
})

test('the YAML pane completes relative keys and resolvers, and hover shows the value', async ({ page }) => {
  const app = await start(page)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await app.yamlAt(8, 'end')
  await page.keyboard.press('Backspace')
  const choose = async (option: string) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Space')
    await expect(page.locator('.suggest-widget.visible .monaco-list-row.focused')).toContainText(option)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('${..trainer.de')
  await choose('..trainer.devices')
  await page.keyboard.type('-${mult')
  await choose('multiply:')
  await page.keyboard.type('2,${trainer.devi')
  await page.keyboard.press('Escape')
  await page.keyboard.type('ces}}')
  await expect(app.row('model.micro_batch_size')).toContainText('8-16')
  await page.keyboard.press('Home')
  await app.expectHover('micro_batch_size:', '→ 8-16')
})

test('a misspelt reference is fixed with one click in both panes', async ({ page }) => {
  const app = await start(page, config.replace('${trainer.precision}', '${trainer.precison}'))
  await app.goto('model.precision')
  const row = app.row('model.precision')
  await expect(row).toContainText('${trainer.precison} cannot be resolved, which stops the run.')
  await row.getByRole('button', { name: /\$\{trainer\.precision\}/ }).click()
  expect(await app.text()).toBe(config)
  await expect(row).toContainText('Resolves tobf16-mixed')
})

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('a place of the resolved config opens in the form', async ({ page }) => {
    const app = await start(page)
    await page.getByRole('button', { name: 'Resolved', exact: true }).click()
    await page.getByRole('button', { name: 'exp_manager.exp_dir', exact: true }).click()
    await expect(app.input('exp_manager.exp_dir')).toBeFocused()
    await expect(app.input('exp_manager.exp_dir')).toBeInViewport()
  })
})
