import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { place } from './texts.mjs'

/*
 * What is measured: how each page is opened with a text, where its two panes are, and how they show the value `value` (text) at the place
 * that is typed into. A page without one of the panes has null there.
 */

const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'bench.yaml')
const lines = '.monaco-editor .view-lines'
const written = (value) => `max_epochs: ${value}`

/** The caret of Monaco behind the value. */
async function intoMonaco(page) {
  await page
    .locator(lines)
    .first()
    .click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < place.line; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (const _ of written('2')) await page.keyboard.press('ArrowRight')
}

/** How a text shows the value: 2 is there when the 25 is gone that was typed before. */
const showsText = (has, lacks, selector) => (value) =>
  value === '2' ? [lacks, selector, written('25')] : [has, selector, written(value)]

const monacoPane = { enter: intoMonaco, shows: showsText('has', 'lacks', lines) }

const formPane = (input, error) => ({
  enter: async (page) => {
    await page.locator(input).focus()
    await page.keyboard.press('End')
  },
  shows: (value) => ['value', input, value],
  error,
})

/** The app at an address. */
export const app = (name, address) => {
  const input = `[data-path="${place.path}"] input`
  return {
    name,
    address,
    usable: ['there', '[data-path] input'],
    yaml: monacoPane,
    form: formPane(input, ['there', `${input}[aria-invalid=true]`]),
    async open(page, text) {
      writeFileSync(file, text)
      await page.locator(lines).first().waitFor()
      await page.locator('input[type=file]').setInputFiles(file)
      await page.waitForFunction(() => document.querySelector('[aria-label="File name"]')?.value === 'bench.yaml')
      await page.evaluate((path) => {
        location.hash = `#/${path}`
      }, place.path)
      await page.locator(input).waitFor()
    },
  }
}

export const plainMonaco = (address) => ({
  name: 'plain Monaco',
  address,
  usable: ['has', lines, 'name'],
  yaml: monacoPane,
  form: null,
  async open(page, text) {
    await page.locator(lines).first().waitFor()
    await page.evaluate((other) => window.openText(other), text)
  },
})

export const rjsf = (address) => {
  const input = '#root_trainer_max_epochs'
  return {
    name: 'RJSF + text area',
    address,
    usable: ['there', input],
    largest: 1_000,
    yaml: {
      enter: (page) =>
        page.locator('textarea').evaluate((area, part) => {
          area.focus()
          const end = area.value.indexOf(part) + part.length
          area.setSelectionRange(end, end)
        }, written('2')),
      shows: showsText('valueHas', 'valueLacks', 'textarea'),
    },
    form: formPane(input, ['there', `${input}__error`]),
    async open(page, text) {
      await page.evaluate((other) => window.openText(other), text)
      await page.locator(input).waitFor()
    },
  }
}

export const bareReact = (address) => ({
  name: 'bare React input',
  address,
  usable: ['there', 'input'],
  largest: 0,
  yaml: null,
  form: formPane('input', null),
  open: () => undefined,
})
