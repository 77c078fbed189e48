import type { Page } from '@playwright/test'
import { App } from './app'
import { violationsInBothThemes } from './axe'
import { expect, test } from './test'

const gallery = (page: Page) => page.getByRole('dialog', { name: 'Recipes' })

async function openGallery(page: Page): Promise<App> {
  const app = new App(page)
  await app.start()
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await expect(gallery(page).getByRole('searchbox', { name: 'Find a recipe' })).toBeFocused()
  return app
}

test('a recipe is found by words of either language and tells how it is launched and what was fixed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openGallery(page)
  await expect(gallery(page).getByRole('button', { name: /sd_train$/ })).toHaveAttribute('aria-current', 'true')
  await page.keyboard.type('sdxl 缓存潜变量')
  await expect(gallery(page).getByRole('status').first()).toHaveText('1 recipe')
  await page.keyboard.press('ArrowDown')
  const details = gallery(page).getByRole('article')
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('SDXL training from cached latents')
  await expect(details).toContainText('trainer.use_distributed_sampler')
  await expect(details).toContainText('Corrected here: trainer.max_steps -1 → 100000')
  await details.getByRole('button', { name: 'Copy: One GPU' }).click()
  await expect(details.getByRole('status').first()).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'python /opt/NeMo/examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py --config-path="$PWD" --config-name=sd_xl_base_train_cache_both trainer.devices=1',
  )
})

test('the list is walked by keys', async ({ page }) => {
  const app = await openGallery(page)
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  await expect(gallery(page).getByRole('article')).toContainText('Stable Diffusion LoRA')
  await page.keyboard.press('End')
  await expect(gallery(page).getByRole('article')).toContainText('Start from nothing')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(gallery(page).getByRole('button', { name: 'Start from this' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('imagen_fid_images.yaml')
  expect(await app.text()).toContain('restore_from_path: ???')
})

test('differences to a recipe are taken over one by one, each as an edit that undo takes back', async ({ page }) => {
  const app = await openGallery(page)
  await gallery(page).getByRole('button', { name: 'Compare with mine' }).click()
  await expect(gallery(page)).toContainText('Your file has the values of this recipe.')
  await gallery(page)
    .getByRole('button', { name: /sd2_train$/ })
    .click()
  await gallery(page).getByRole('button', { name: 'Compare with mine' }).click()
  const take = gallery(page).getByRole('button', { name: 'Take the recipe’s value: model.unet_config.context_dim' })
  await take.click()
  await expect(take).toHaveCount(0)
  await expect(gallery(page).locator('[data-take]:focus')).toHaveCount(1)
  await gallery(page)
    .getByRole('button', { name: 'Take the recipe’s value: model.unet_config.num_head_channels' })
    .click()
  await gallery(page).getByRole('button', { name: 'Remove model.unet_config.num_heads' }).click()
  await gallery(page).getByRole('button', { name: 'Back to the recipe' }).click()
  await page.keyboard.press('Escape')
  const text = await app.text()
  expect(text).toContain('    context_dim: 1024\n')
  expect(text).toContain('    num_head_channels: 64\n')
  expect(text).not.toContain('num_heads:')
  for (let i = 0; i < 3; i++) await app.undo()
  expect(await app.text()).toContain('    num_heads: 8\n')
  expect(await app.text()).toContain('    context_dim: 768\n')
})

test('on a phone the list leads to the recipe and back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const app = new App(page)
  await app.start()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New', exact: true }).click()
  await gallery(page)
    .getByRole('button', { name: /controlnet_infer$/ })
    .click()
  await expect(gallery(page).getByRole('heading', { name: 'ControlNet inference' })).toBeVisible()
  await expect(gallery(page).getByRole('searchbox')).toBeHidden()
  await gallery(page).getByRole('button', { name: 'All recipes' }).click()
  await expect(gallery(page).getByRole('button', { name: /controlnet_infer$/ })).toBeFocused()
})

for (const width of [1440, 390])
  test(`axe finds nothing in a recipe and its comparison, in light and dark: ${width} px`, async ({ page }) => {
    await openGallery(page)
    await page.setViewportSize({ width, height: 844 })
    await gallery(page)
      .getByRole('button', { name: /sd_xl_fid_images$/ })
      .click()
    expect(await violationsInBothThemes(page)).toEqual([])
    await gallery(page).getByRole('button', { name: 'Compare with mine' }).click()
    await gallery(page).locator('[data-take]').first().waitFor()
    expect(await violationsInBothThemes(page)).toEqual([])
  })
