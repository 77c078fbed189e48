import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'

export const fixture = (path: string): string => fileURLToPath(new URL(`fixtures/${path}`, import.meta.url))
export const fixtureText = (path: string): string => readFileSync(fixture(path), 'utf8')

type ChosenFile = { name: string; mimeType: string; buffer: Buffer }

/** Drives the page the way a user does; the text is taken by Download, so it is the bytes a user would get. */
export class App {
  constructor(readonly page: Page) {}

  /** Opens the page and waits until the form can be used. */
  async start(hash = ''): Promise<void> {
    await this.page.goto(`/${hash}`)
    await this.page.locator('[data-path]').first().waitFor()
  }

  /** Hands a file to the page and waits until it is opened or refused; the page empties its file box then. */
  async choose(file: string | ChosenFile): Promise<void> {
    const box = this.page.locator('input[type=file]')
    await box.setInputFiles(file)
    await expect(box).toHaveValue('')
  }

  async open(file: string | ChosenFile): Promise<void> {
    await this.choose(file)
    const name = typeof file === 'string' ? basename(file) : file.name
    await expect(this.page.getByLabel('File name', { exact: true })).toHaveValue(name)
  }

  /** Opens a short text; a long one is a file on disk for `open`, which the browser reads by itself. */
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

  /** Waits until every row is there, as in print; others are made when they come near what is seen. */
  async showAll(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await this.row('exp_manager.ema.decay').waitFor()
  }

  /** The row's own text box (or the first of them). */
  input(path: string): Locator {
    return this.row(path).locator('input:not([type=checkbox]), textarea').first()
  }

  /** Goes to a field by its address, as a shared link does, and waits until it has the keyboard. */
  async goto(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      // The address that is there already would lead nowhere.
      history.replaceState(null, '', location.pathname)
      location.hash = hash
    }, `#/${path}`)
    await expect(this.row(path).locator(':focus')).toHaveCount(1)
  }

  async set(path: string, value: string): Promise<void> {
    await this.goto(path)
    await this.input(path).fill(value)
  }

  /** What the YAML pane says of the second word of the line that holds `text`; the pointer comes again where a change sent the words away. */
  async expectHover(text: string, words: string): Promise<void> {
    const word = this.page.locator('.view-line', { hasText: text }).locator('span span').nth(1)
    const hover = this.page.locator('.monaco-hover:visible')
    await expect(async () => {
      await this.page.mouse.move(0, 0)
      await word.hover()
      await expect(hover).toContainText(words, { timeout: 10_000 })
    }).toPass()
  }

  /** Puts the caret of the YAML pane at the start or end of a line (from 1) by a click, after paging down to it where it is not in view. */
  async yamlAt(line: number, where: 'start' | 'end'): Promise<void> {
    const pane = this.page.locator('.monaco-editor .overflow-guard').first()
    const caretLine = pane.locator('.active-line-number')
    await pane.locator('.view-line').first().waitFor()
    const y = (await pane.evaluate(heightOfLine, line)) ?? (await this.pageTo(line, pane, caretLine))
    const { width } = (await pane.boundingBox()) ?? { width: 0 }
    await pane.click({ position: { x: width - besideScrollbar, y } })
    await expect(caretLine).toHaveText(String(line))
    await this.page.keyboard.press(where === 'end' ? 'End' : 'Home')
  }

  /** From the top of the text page by page until the pane shows a line; gives its height in the pane. */
  private async pageTo(line: number, pane: Locator, caretLine: Locator): Promise<number> {
    const { keyboard } = this.page
    await this.page
      .getByRole('textbox', { name: /YAML text/ })
      .first()
      .focus()
    await keyboard.press('ControlOrMeta+Home')
    await expect(caretLine).toHaveText('1')
    for (;;) {
      const height = await pane.evaluate(heightOfLine, line)
      if (height !== null) return height
      const from = (await caretLine.textContent()) ?? ''
      await keyboard.press('PageDown')
      await expect(caretLine).not.toHaveText(from)
    }
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }

  /** Leaves the document, of which nothing is left to undo, for the one before it. */
  async goBack(name: string): Promise<void> {
    const button = this.page.getByRole('banner').getByRole('button', { name: `go back to ${name}` })
    await button.click()
    await button.click()
    await expect(this.page.getByLabel('File name', { exact: true })).toHaveValue(name)
  }

  /** Presses Undo in the page, frame by frame, until that is not to be had any more. */
  async undoAll(): Promise<void> {
    await this.page.evaluate(async () => {
      for (;;) {
        // Another button takes its place once the document is as it was opened.
        const button = document.querySelector<HTMLButtonElement>('header button[aria-label="Undo"]')
        if (button === null || button.disabled) return
        button.click()
        await new Promise(requestAnimationFrame)
      }
    })
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

const besideScrollbar = 40

/** How far below the pane's top the middle of a line is shown, in pixels; null when it is not in view. Runs in the page. */
function heightOfLine(pane: Element, line: number): number | null {
  const frame = pane.getBoundingClientRect()
  const number = [...pane.querySelectorAll('.line-numbers')].find((one) => one.textContent === String(line))
  const box = number?.getBoundingClientRect()
  return box === undefined || box.top < frame.top || box.bottom > frame.bottom
    ? null
    : (box.top + box.bottom) / 2 - frame.top
}
