import { writeFileSync } from 'node:fs'
import { App } from './app'
import { expect, test } from './test'

const good = 'trainer:\n  devices: 1\n  precision: 16\n'

test('broken YAML keeps the last good form, read-only, and names the line; fixing it brings all back', async ({
  page,
}) => {
  const app = new App(page)
  await app.start()
  await app.openText(good)
  await app.goto('trainer.precision')
  await app.yamlAt(2, 'end')
  await page.keyboard.type(': x')
  await expect(app.brokenNotice()).toContainText('line 2')
  await expect(app.input('trainer.precision')).toHaveValue('16')
  await expect(app.input('trainer.precision')).toHaveAttribute('readonly', '')
  expect(await app.text()).toBe('trainer:\n  devices: 1: x\n  precision: 16\n')
  await app.yamlAt(2, 'end')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace')
  await expect(app.brokenNotice()).toHaveCount(0)
  await app.input('trainer.precision').fill('32')
  expect(await app.text()).toBe(good.replace('16', '32'))
})

test('a half-typed reference stays editable in the form', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText('name: a\ntrainer:\n  max_time: b\n')
  await app.goto('trainer.max_time')
  const box = app.input('trainer.max_time')
  await box.fill('')
  await box.pressSequentially('${name}')
  await expect(box).toHaveValue('${name}')
  expect(await app.text()).toBe('name: a\ntrainer:\n  max_time: ${name}\n')
  await expect(app.brokenNotice()).toHaveCount(0)
})

test('reload brings back text, undo’s baseline, place and name', async ({ page }) => {
  const app = new App(page)
  await app.start()
  await app.openText(good, 'mine.yaml')
  await app.set('trainer.devices', '8')
  await expect(page.getByText('Edited')).toBeVisible()
  await page.reload()
  await expect(app.input('trainer.devices')).toHaveValue('8')
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('mine.yaml')
  await expect(app.row('trainer.devices')).toHaveAttribute('data-changed', 'true')
  await expect(app.input('trainer.devices')).toBeFocused()
  await app
    .row('trainer.devices')
    .getByRole('button', { name: /^Revert/ })
    .click()
  expect(await app.text()).toBe(good)
})

test.describe('bad input is said and changes nothing', () => {
  const files: readonly [string, Buffer, RegExp][] = [
    [
      'picture.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      /picture.png is not a text file.*line 1/,
    ],
    ['nul.yaml', Buffer.from('a: 1\nb: \0\n'), /nul.yaml is not a text file.*line 2/],
    ['utf16.yaml', Buffer.from('\ufeffa: 1\n', 'utf16le'), /utf16.yaml is UTF-16/],
    ['huge.yaml', Buffer.alloc(21_000_000, 'a: 1\n'), /huge.yaml has 21 MB/],
  ]
  for (const [name, bytes, sentence] of files)
    test(name, async ({ sharedApp: app }, info) => {
      const file = info.outputPath(name)
      writeFileSync(file, bytes)
      const before = await app.text()
      await app.choose(file)
      await expect(app.page.getByText(sentence)).toBeVisible()
      expect(await app.text()).toBe(before)
    })

  const texts: readonly [string, string, RegExp][] = [
    ['duplicate keys', 'a: 1\nb: 2\na: 3\n', /a is already set in line 1/],
    ['a tab', 'a:\n\tb: 1\n', /There is a tab here/],
    ['nesting of 10,000', '['.repeat(10_000), /nested too deeply/],
    [
      'an alias bomb',
      `a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]\n`).join('')}`,
      /expand to more than/,
    ],
    ['two documents', 'a: 1\n---\nb: 2\n', /second YAML document/],
    ['an open quote', 'a: "x\nb: 1\n', /never closed/],
  ]
  for (const [name, text, sentence] of texts)
    test(name, async ({ sharedApp: app }) => {
      const list = app.page.getByRole('region', { name: 'Problems' })
      await app.openText(good, 'good.yaml')
      await app.openText(text)
      await app.page.getByRole('button', { name: /^Problems/ }).click()
      await expect(list).toContainText(sentence)
      expect(await app.text()).toBe(text)
      await app.page.getByRole('button', { name: /^Problems/ }).click()
      await expect(list).toHaveCount(0)
      await app.goBack('good.yaml')
      await expect(app.input('trainer.devices')).toHaveValue('1')
      expect(await app.text()).toBe(good)
    })

  test('an empty file offers fields, and takes the first', async ({ page }) => {
    const app = new App(page)
    await app.start()
    await app.openText('')
    await app.set('name', 'first')
    expect(await app.text()).toBe('name: first\n')
  })

  test('HTML and prototype names are text like any other', async ({ page }) => {
    const app = new App(page)
    await app.start()
    await app.openText('__proto__: 1\nconstructor: {toString: x}\n"<img src=x onerror=alert(1)>": "<b>bold</b>"\n')
    await app.goto('__proto__')
    await app.input('__proto__').fill('2')
    await app.input('constructor.toString').fill('y')
    expect(await app.text()).toBe(
      '__proto__: 2\nconstructor: {toString: y}\n"<img src=x onerror=alert(1)>": "<b>bold</b>"\n',
    )
    await expect(page.locator('img[src=x]')).toHaveCount(0)
  })
})
