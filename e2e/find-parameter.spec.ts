import { App, fixtureText } from './app'
import { violations } from './axe'
import { expect, test } from './test'

const sdxlTrain = fixtureText('nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_xl_base_train.yaml')

test('a parameter is found by a Chinese word on an English page, by one inside a list, and by its key', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const app = new App(page)
  await app.start()
  await app.openText(sdxlTrain)
  const box = page.getByRole('dialog').getByRole('combobox')
  await page.keyboard.press('ControlOrMeta+k')
  expect(asked.filter((url) => /fieldsZh/.test(url))).toEqual([])
  await box.fill('最小学习率')
  await expect(page.getByRole('option').first()).toContainText('model.optim.sched.min_lr')
  await page.keyboard.press('Enter')
  await expect(app.input('model.optim.sched.min_lr')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await box.fill('emb_models[1].input_key')
  await page.keyboard.press('Enter')
  await expect(app.input('model.conditioner_config.emb_models[1].input_key')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await box.fill('trainer.benchmark')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(app.row('trainer.benchmark').locator(':focus')).toHaveCount(1)
  expect(await app.text()).toBe(sdxlTrain)
})

test('Ctrl+F in the form searches all rows, also those that are not made yet', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await expect(app.row('model.unet_config.context_dim')).toHaveCount(0)
  await app.goto('name')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('unet_config.context_dim')
  await page.keyboard.press('Enter')
  await expect(app.input('model.unet_config.context_dim')).toBeFocused()
})

test('rows come as the form is scrolled, keep what was opened in them, and are all there in print', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  const form = page.locator('#form')
  const far = app.row('model.unet_config.context_dim')
  await expect(far).toHaveCount(0)
  await page.locator('.monaco-editor .view-lines').first().waitFor()
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1500)
  await app.row('name').getByRole('button', { name: 'Details' }).click()
  await form.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(app.row('name').getByRole('button', { name: 'Hide details' })).toHaveCount(1)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(far).toHaveCount(1)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await form.evaluate((element) => element.scrollTo(0, 0))
  await expect(far).toHaveCount(0)
})

test('a parameter of another kind of config is found, and why it has no row', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(sdxlTrain)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('model.unet_type')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This config has no row for model.unet_type')).toBeVisible()
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('what the official recipes use is set by one click, with what happens at launch', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const app = new App(page)
    await app.start('#/trainer.precision')
    await expect(app.input('trainer.precision')).toBeFocused()
    const row = app.row('trainer.precision')
    await row.getByRole('button', { name: '详情' }).click()
    await expect(row).toContainText('缺少该键：ConfigAttributeError')
    await row.getByRole('button', { name: 'bf16-mixed', exact: true }).last().click()
    await expect(app.input('trainer.precision')).toHaveValue('bf16-mixed')
    expect(await violations(page)).toEqual([])
    expect(asked.filter((url) => /fieldsEn|rulesEn|\/en-|panels\.en/.test(url))).toEqual([])
  })
})
