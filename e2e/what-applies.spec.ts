import { App, fixtureText } from './app'
import { violations } from './axe'
import { expect, test } from './test'

const sdTrain = fixtureText('nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml')
const encoders = 'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules'

test('another schedule keeps what applies, names what does not and removes it in one step', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(sdTrain)
  await app.set('model.optim.sched.name', 'StepLR')
  const row = app.row('model.optim.sched.name')
  await expect(row.getByRole('status')).toContainText('2 keys do not apply to StepLR: warmup_steps hold_steps')
  await app.goto('model.optim.sched.step_size')
  await app.goto('model.optim.sched.name')
  expect(App.difference(sdTrain, await app.text()).added).toHaveLength(1)
  await row.getByRole('button', { name: 'Remove all 2' }).click()
  await expect(row.getByRole('status')).toHaveCount(0)
  const after = await app.text()
  expect(after).toContain('name: StepLR')
  expect(after).not.toMatch(/warmup_steps|hold_steps/)
  await app.undo()
  expect(await app.text()).toBe(sdTrain.replace('name: WarmupHoldPolicy', 'name: StepLR'))
})

test('a class is chosen by its words; its parameters are offered, those of the former one are named', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  await app.openText(sdTrain)
  await app.goto('model.cond_stage_config._target_')
  const row = app.row('model.cond_stage_config._target_')
  await expect(row).toContainText('CLIP (Hugging Face)')
  await row.getByRole('button', { name: 'Options' }).click()
  await expect(page.getByRole('menuitemcheckbox')).toHaveCount(8)
  expect(await violations(page)).toEqual([])
  await page.getByRole('menuitemcheckbox', { name: 'CLIP (NeMo)' }).click()
  await expect(row.getByRole('status')).toContainText('2 keys do not apply to FrozenMegatronCLIPEmbedder')
  await expect(app.row('model.cond_stage_config.restore_from_path')).toContainText('needs restore_from_path')
  expect(await app.text()).toBe(
    sdTrain.replace(`${encoders}.FrozenCLIPEmbedder`, `${encoders}.FrozenMegatronCLIPEmbedder`),
  )
})

test('a key in the wrong section moves to the right one', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('trainer:\n  devices: 1\n  micro_batch_size: 4\nmodel:\n  seed: 1\n')
  await app.goto('trainer.micro_batch_size')
  await app.row('trainer.micro_batch_size').getByRole('button', { name: 'Move it to model.micro_batch_size' }).click()
  expect(await app.text()).toBe('trainer:\n  devices: 1\nmodel:\n  micro_batch_size: 4\n  seed: 1\n')
  await app.undo()
  expect(await app.text()).toContain('devices: 1\n  micro_batch_size: 4\n')
})

test('the kind of config is recognised, can be set, and is kept over a reload', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(sdTrain)
  const kind = page.getByRole('button', { name: /^Kind of config/ })
  await expect(kind).toHaveAccessibleName('Kind of config: Stable Diffusion · Training (recognised from the file)')
  await kind.click()
  await page.getByRole('menuitemcheckbox', { name: 'SDXL' }).click()
  await expect(kind).toHaveAccessibleName('Kind of config: SDXL · Training (set by you)')
  await page.reload()
  await expect(kind).toHaveAccessibleName('Kind of config: SDXL · Training (set by you)')
  await kind.click()
  await page.getByRole('menuitemcheckbox', { name: 'Recognise from the file' }).click()
  await expect(kind).toContainText('Stable Diffusion · Training')
  await app.openText('edit:\n  prompt: a\n')
  await expect(kind).toContainText('InstructPix2Pix · Inference')
})
