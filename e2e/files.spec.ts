import type { Page } from '@playwright/test'
import { App } from './app'
import { expect, test } from './test'

const a = 'name: a\ntrainer:\n  devices: 1\n'
const b = 'name: b\ntrainer:\n  devices: 2\n'

/** Files on a disk: the browser's own file system, whose handles are real ones; a save picker that picks there too. */
async function disk(page: Page) {
  await page.addInitScript(() => {
    const place = async (path: string) => {
      const names = path.split('/')
      let folder = await navigator.storage.getDirectory()
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true })
      return { folder, name: names.at(-1) ?? '' }
    }
    const file = async (path: string) => {
      const { folder, name } = await place(path)
      return folder.getFileHandle(name, { create: true })
    }
    const write = async (path: string, text: string) => {
      const stream = await (await file(path)).createWritable()
      await stream.write(text)
      await stream.close()
    }
    const drop = async (path: string) => {
      const handle = await file(path)
      const transfer = new DataTransfer()
      transfer.items.add(await handle.getFile())
      Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: async () => handle })
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
    Object.assign(window, {
      disk: {
        write,
        drop,
        read: async (path: string) => (await (await file(path)).getFile()).text(),
        remove: async (path: string) => {
          const { folder, name } = await place(path)
          await folder.removeEntry(name)
        },
      },
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => file(`picked/${suggestedName}`),
    })
  })
  interface Disk {
    write(path: string, text: string): Promise<void>
    drop(path: string): Promise<void>
    read(path: string): Promise<string>
    remove(path: string): Promise<void>
  }
  const call = (name: keyof Disk, path: string, text = '') =>
    page.evaluate(([name, path, text]) => (window as unknown as { disk: Disk }).disk[name as 'write'](path, text), [
      name,
      path,
      text,
    ] as const)
  return {
    write: (path: string, text: string) => call('write', path, text),
    remove: (path: string) => call('remove', path),
    read: (path: string) => call('read', path) as unknown as Promise<string>,
    async drop(path: string) {
      await call('drop', path)
      await expect(page.getByLabel('File name', { exact: true })).toHaveValue(path.split('/').at(-1) ?? '')
    },
  }
}

async function start(page: Page) {
  const files = await disk(page)
  const app = new App(page)
  await app.start()
  return { app, files }
}

const saved = (page: Page, name: string) => expect(page.getByText(`Saved ${name}`)).toBeVisible()

test('save writes into the document’s own file, whatever it is called', async ({ page }) => {
  const { app, files } = await start(page)
  await files.write('A/config.yaml', a)
  await files.write('B/config.yaml', b)
  await files.drop('A/config.yaml')
  await files.drop('B/config.yaml')
  await app.goBack('config.yaml')
  await app.set('trainer.devices', '8')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page, 'config.yaml')
  expect([await files.read('A/config.yaml'), await files.read('B/config.yaml')]).toEqual([a.replace('1', '8'), b])
  await app.undo()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await app.set('trainer.devices', '16')
  await page.reload()
  await expect(app.input('trainer.devices')).toHaveValue('16')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page, 'config.yaml')
  expect([await files.read('A/config.yaml'), await files.read('B/config.yaml')]).toEqual([a.replace('1', '16'), b])
})

test('redo carries the later file along', async ({ page }) => {
  const { app, files } = await start(page)
  await files.write('A/config.yaml', a)
  await files.write('B/config.yaml', b)
  await files.drop('A/config.yaml')
  await files.drop('B/config.yaml')
  await app.goBack('config.yaml')
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await app.set('trainer.devices', '8')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page, 'config.yaml')
  expect([await files.read('A/config.yaml'), await files.read('B/config.yaml')]).toEqual([a, b.replace('2', '8')])
})

test('under another name it is another file', async ({ page }) => {
  const { app, files } = await start(page)
  await files.write('A/config.yaml', a)
  await files.drop('A/config.yaml')
  const name = page.getByLabel('File name', { exact: true })
  await name.fill('mine')
  await name.blur()
  await expect(name).toHaveValue('mine.yaml')
  await app.set('trainer.devices', '8')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page, 'mine.yaml')
  expect(await files.read('A/config.yaml')).toBe(a)
  expect(await files.read('picked/mine.yaml')).toBe(a.replace('1', '8'))
})

test.describe('a file that was changed on the disk', () => {
  const theirs = 'name: theirs\ntrainer:\n  devices: 1\n'
  async function changed(page: Page) {
    const { app, files } = await start(page)
    await files.write('A/config.yaml', a)
    await files.drop('A/config.yaml')
    await app.set('trainer.devices', '8')
    await files.write('A/config.yaml', theirs)
    await page.keyboard.press('ControlOrMeta+s')
    const dialog = page.getByRole('dialog', { name: 'config.yaml has changed on disk' })
    await expect(dialog).toBeVisible()
    return { app, files, dialog }
  }

  test('is not overwritten without a word; Escape leaves both', async ({ page }) => {
    const { app, files, dialog } = await changed(page)
    await dialog.getByRole('button', { name: 'Look at the difference' }).click()
    const difference = dialog.getByRole('region', { name: /Difference between/ })
    await expect(difference.locator('[data-sign="-"]')).toHaveText(['- name: theirs', '-   devices: 1'])
    await expect(difference.locator('[data-sign="+"]')).toHaveText(['+ name: a', '+   devices: 8'])
    await page.keyboard.press('Escape')
    expect(await files.read('A/config.yaml')).toBe(theirs)
    expect(await app.text()).toBe(a.replace('1', '8'))
  })

  test('is overwritten when the user says so, and then known', async ({ page }) => {
    const { app, files, dialog } = await changed(page)
    await dialog.getByRole('button', { name: 'Overwrite' }).click()
    await saved(page, 'config.yaml')
    expect(await files.read('A/config.yaml')).toBe(a.replace('1', '8'))
    await app.set('trainer.devices', '4')
    await page.keyboard.press('ControlOrMeta+s')
    // While it is being written, the file cannot be read.
    await expect.poll(() => files.read('A/config.yaml').catch(() => null)).toBe(a.replace('1', '4'))
  })

  test('is kept beside a copy', async ({ page }) => {
    const { files, dialog } = await changed(page)
    await dialog.getByRole('button', { name: /Keep both/ }).click()
    await saved(page, 'config copy.yaml')
    await expect(page.getByLabel('File name', { exact: true })).toHaveValue('config copy.yaml')
    expect(await files.read('A/config.yaml')).toBe(theirs)
    expect(await files.read('picked/config copy.yaml')).toBe(a.replace('1', '8'))
  })

  test('can be opened as it is, mine one step away', async ({ page }) => {
    const { app, dialog } = await changed(page)
    await dialog.getByRole('button', { name: 'Open the file as it is on disk' }).click()
    await expect(app.input('name')).toHaveValue('theirs')
    await app.goBack('config.yaml')
    expect(await app.text()).toBe(a.replace('1', '8'))
  })

  test('that is gone is written anew only when the user says so', async ({ page }) => {
    const { app, files } = await start(page)
    await files.write('A/config.yaml', a)
    await files.drop('A/config.yaml')
    await app.set('trainer.devices', '8')
    await files.remove('A/config.yaml')
    await page.keyboard.press('ControlOrMeta+s')
    await page
      .getByRole('dialog', { name: 'config.yaml is gone' })
      .getByRole('button', { name: /elsewhere/ })
      .click()
    await saved(page, 'config copy.yaml')
    expect(await files.read('picked/config copy.yaml')).toBe(a.replace('1', '8'))
  })
})

test('a pasted config has a name of its own and says what it replaced; unsaved text is asked for', async ({ page }) => {
  const { app } = await start(page)
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  const name = page.getByLabel('File name', { exact: true })
  await paste('name: my run\ntrainer:\n  devices: 1\n')
  await expect(name).toHaveValue('my run.yaml')
  await expect(page.getByText('Pasted as my run.yaml, in place of sd_train.yaml')).toBeVisible()
  await app.set('trainer.devices', '8')
  await paste('a: ${b}\nname: ${a}\n')
  const dialog = page.getByRole('dialog', { name: 'Replace my run.yaml?' })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(name).toHaveValue('my run.yaml')
  await paste('a: ${b}\nname: ${a}\n')
  await dialog.getByRole('button', { name: 'Replace it' }).click()
  await expect(name).toHaveValue('pasted.yaml')
  await page.getByRole('button', { name: 'Go back to my run.yaml' }).first().click()
  await page.getByRole('button', { name: 'Go back to my run.yaml' }).first().click()
  await expect(app.input('trainer.devices')).toHaveValue('8')
})
