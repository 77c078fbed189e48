import { readdirSync } from 'node:fs'
import { parse } from '../src/core/omegaconf/parse'
import { printPath } from '../src/core/path'
import { App, fixture, fixtureText } from './app'
import { expect, test } from './test'

const root = 'nemo-configs'
const files = readdirSync(fixture(root), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

/** Plain numbers and words of a file, spread over it, that a text box of the form edits. */
function someScalars(text: string, count: number): string[] {
  const parsed = parse(text)
  const plain = [...parsed.nodes.values()].filter(
    ({ kind, style, scalar, path }) =>
      kind === 'scalar' &&
      style === 'plain' &&
      (scalar?.t === 'int' || scalar?.t === 'float') &&
      path.every((step) => typeof step === 'string'),
  )
  const step = Math.max(1, Math.floor(plain.length / count))
  return plain
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map(({ path }) => printPath(path))
}

for (const file of files)
  test(`${file}: one field, one line; undo, the same bytes`, async ({ sharedApp: app }) => {
    await app.open(fixture(`${root}/${file}`))
    const before = fixtureText(`${root}/${file}`)
    expect(await app.text()).toBe(before)
    for (const path of someScalars(before, 2)) {
      await app.set(path, '7')
      const { removed, added } = App.difference(before, await app.text())
      expect([removed.length, added.length], path).toEqual([1, 1])
      expect(added[0]?.replace(/\S*7(?=\s*(#|$|}|,))/, '')).toBe(removed[0]?.replace(/:\s\S+/, ': '))
      await app.undo()
      expect(await app.text()).toBe(before)
    }
  })

test('dropped and pasted files keep their bytes', async ({ page }) => {
  const app = new App(page)
  await app.start()
  const text = '\ufeffname: a # 注释\r\ntrainer: {devices: 1}\r\nlast: x'
  await page.evaluate((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'dropped.yaml'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  }, text)
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('dropped.yaml')
  expect((await app.bytes()).equals(Buffer.from(text, 'utf8'))).toBe(true)
  await app.set('trainer.devices', '4')
  expect(await app.text()).toBe(text.replace('devices: 1', 'devices: 4'))
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.setData('text/plain', 'name: pasted\n')
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    )
  })
  await expect(app.input('name')).toHaveValue('pasted')
  await app.goBack('dropped.yaml')
  expect(await app.text()).toBe(text.replace('devices: 1', 'devices: 4'))
})
