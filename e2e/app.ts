import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'

export const fixture = (path: string): string => fileURLToPath(new URL(`fixtures/${path}`, import.meta.url))
export const fixtureText = (path: string): string => readFileSync(fixture(path), 'utf8')

/** Drives the page the way a person does; the text is taken by Download, so it is the bytes a person would get. */
export class App {
  constructor(readonly page: Page) {}

  /** Opens the page and waits until the form can be used. */
  async start(hash = ''): Promise<void> {
    await this.page.goto(`/${hash}`)
    await this.page.locator('[data-path]').first().waitFor()
  }

  async open(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file)
    const name = typeof file === 'string' ? (file.split(/[\\/]/).at(-1) ?? '') : file.name
    await expect(this.page.getByLabel('File name', { exact: true })).toHaveValue(name)
  }

  async openText(text: string, name = 'test.yaml'): Promise<void> {
    await this.open({ name, mimeType: 'application/yaml', buffer: Buffer.from(text, 'utf8') })
  }

  async bytes(): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Download', exact: true }).click(),
    ])
    return readFile(await download.path())
  }

  async text(): Promise<string> {
    return (await this.bytes()).toString('utf8')
  }

  /** Says that the YAML cannot be read, above the form. */
  brokenNotice(): Locator {
    return this.page.getByRole('region', { name: 'Form', exact: true }).getByRole('alert')
  }

  /** Says that the text is too large to be read at each change, above the form. */
  largeNotice(): Locator {
    return this.page.getByRole('region', { name: 'Form', exact: true }).getByRole('status').filter({ hasText: 'MB' })
  }

  row(path: string): Locator {
    return this.page.locator(`[data-path=${JSON.stringify(path)}]`)
  }

  /** The row's own text box (or the first of them). */
  input(path: string): Locator {
    return this.row(path).locator('input:not([type=checkbox]), textarea').first()
  }

  /** Goes to a field by its address, as a shared link does. */
  async goto(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, `#/${path}`)
    await this.row(path).scrollIntoViewIfNeeded()
  }

  async set(path: string, value: string): Promise<void> {
    await this.goto(path)
    await this.input(path).fill(value)
  }

  /** Puts the caret of the YAML pane into a line (from 1) of `lines`, at its start or end, from whichever end of the text is nearer. */
  async yamlAt(line: number, where: 'start' | 'end', lines = Number.POSITIVE_INFINITY): Promise<void> {
    await this.page
      .getByRole('textbox', { name: /YAML text/ })
      .first()
      .focus()
    const fromEnd = lines - line < line
    await this.page.keyboard.press(fromEnd ? 'ControlOrMeta+End' : 'ControlOrMeta+Home')
    for (let i = 0; i < (fromEnd ? lines - line : line - 1); i++)
      await this.page.keyboard.press(fromEnd ? 'ArrowUp' : 'ArrowDown')
    await this.page.keyboard.press(where === 'end' ? 'End' : 'Home')
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }

  /** Everything is undone: the text is what was opened, or what was there before it. */
  async openedAgain(text: string): Promise<void> {
    const redo = this.page.getByRole('button', { name: 'Redo', exact: true })
    await redo.click()
    expect(await this.text()).toBe(text)
  }

  /** The lines of a diff that only `after` has, and only `before` has. */
  static difference(before: string, after: string): { removed: string[]; added: string[] } {
    const [a, b] = [before.split('\n'), after.split('\n')]
    let start = 0
    while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
    let end = 0
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
    return { removed: a.slice(start, a.length - end), added: b.slice(start, b.length - end) }
  }
}
