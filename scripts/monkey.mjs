import process from 'node:process'
import { browserFlags, findBrowser } from './browser.mjs'
import { installMissing, run } from './install.mjs'

// A user who does anything, in a real browser: typing, form edits, undo, redo, open, paste, save, reloads, crashes and other tabs, in both
// languages and themes. After each act both panes and what is kept must agree, and nothing may be said on the console. EPISODES=… of 50
// acts each, SEED=… for others; FROM=37 goes on with that episode, which does exactly what it did before.

installMissing()
if (process.env.BUILD !== 'no')
  run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], 'The build failed; see above.')
const { preview, runnerImport } = await import('vite')
const { chromium } = await import('@playwright/test')
const { module: core } = await runnerImport('./src/core/index.ts', { configFile: false })

const episodes = Number(process.env.EPISODES ?? 200)
const seed = Number(process.env.SEED ?? 1)
const actsPerEpisode = 50

const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } })
const address = `http://127.0.0.1:${server.httpServer.address().port}/`
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserFlags })

const files = [
  'name: a\ntrainer:\n  devices: 1\n  precision: 16 # 注释\nmodel:\n  optim: {lr: 1e-4, betas: [0.9, 0.99]}\n',
  'name: b\r\nexp_manager:\r\n  name: ${name}\r\n  ema:\r\n    enable: true\r\ntrainer:\r\n  max_steps: 10',
  '\ufeffname: c\nmodel: &m\n  seed: 1\nother: *m\nlist:\n- a\n- b: 1\n',
  'name: mixed\r\na: 1\nb: 2\rtrainer: {devices: 2}\n',
]
const typed = ['x', '9', ' # note', ' ', 'ab', ': ', '"', '[', '- ', '中文', "'"]
const values = ['1', '2.5e-3', 'text', 'a: b', '# x', '512, 512', '中文', '${name}', '???', 'true', "it's", '']
const tally = {}

/** A seeded stream of numbers in [0, 1). */
function numbers(from) {
  let state = from
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

class Monkey {
  constructor(random, context) {
    this.random = random
    this.context = context
    this.said = []
    this.done = []
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)]
  }

  async newPage() {
    const page = await this.context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => {
      // Monaco's own, of a model alone: colours of a line are worked out again after a change of several lines.
      if (!error.message.startsWith('Token length and text length do not match'))
        this.said.push(error.stack ?? error.message)
    })
    page.on('console', (message) => message.type() === 'error' && this.said.push(message.text()))
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto(address)
    await ready(page)
    return page
  }

  async begin() {
    this.page = await this.newPage()
    await this.open()
  }

  async open() {
    const text = this.pick(files)
    const name = `file${Math.floor(this.random() * 1000)}.yaml`
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text, 'utf8') })
    await this.page.waitForFunction((wanted) => document.querySelector('header input')?.value === wanted, name)
    this.opened = text
  }

  /** Letters behind a line of the YAML pane. */
  async type() {
    const lines = this.page.locator('.monaco-editor .view-line')
    const count = await lines.count()
    await lines.nth(Math.floor(this.random() * count)).click({ position: { x: 4, y: 8 }, force: true })
    await this.page.keyboard.press(this.pick(['End', 'Home', 'End']))
    const key = this.pick(['type', 'type', 'type', 'Enter', 'Backspace', 'Delete', 'replace'])
    if (key === 'replace') await this.page.keyboard.press('Shift+Home')
    if (key === 'type' || key === 'replace') await this.page.keyboard.type(this.pick(typed))
    else await this.page.keyboard.press(key)
  }

  async editForm() {
    const boxes = this.page.locator('#form [data-path] input[type=text]:not([readonly]):not([role=combobox])')
    const count = await boxes.count()
    if (count === 0) return
    const box = boxes.nth(Math.floor(this.random() * Math.min(count, 60)))
    const value = this.pick(values)
    // What is filled can go away with the row that it empties.
    await box.fill(value, { timeout: 10_000 }).catch(() => undefined)
    if (this.random() < 0.5) await this.page.keyboard.press('Tab')
  }

  async toggle() {
    const switches = this.page.locator('#form [role=switch]:not([disabled])')
    const count = await switches.count()
    if (count > 0)
      await switches
        .nth(Math.floor(this.random() * Math.min(count, 20)))
        .click({ timeout: 10_000 })
        .catch(() => undefined)
  }

  async press(name) {
    const button = this.page.locator('header').getByRole('button', { name, exact: true })
    if ((await button.count()) === 1 && (await button.isEnabled())) await button.click()
  }

  async paste() {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, this.pick(files))
    const dialog = this.page.getByRole('dialog')
    if ((await dialog.count()) === 0) return
    await dialog.locator('button').last().click()
  }

  async save() {
    await this.page.keyboard.press('ControlOrMeta+s')
  }

  async preferences() {
    const change = this.pick([
      ['Language', '语言', /简体中文|English/],
      ['Theme', '主题', /Light|Dark|浅色|深色/],
    ])
    const menu = this.page.locator('header').getByRole('button', { name: new RegExp(`^(${change[0]}|${change[1]})$`) })
    if ((await menu.count()) === 0) return
    await menu.click()
    const items = this.page.getByRole('menuitemcheckbox').filter({ hasText: change[2] })
    await items.nth(Math.floor(this.random() * (await items.count()))).click()
  }

  async reload() {
    const { text } = await this.agreed()
    await this.page.reload()
    await ready(this.page)
    this.same((await this.agreed()).text, text, 'after a reload')
  }

  /** Ends the page in the middle of a word: at most what was typed last may be missing. */
  async kill() {
    const { text } = await this.agreed()
    await this.page
      .locator('.monaco-editor .view-line')
      .first()
      .click({ position: { x: 4, y: 8 }, force: true })
    await this.page.keyboard.press('ControlOrMeta+Home')
    const word = 'abcdefgh'
    await this.page.keyboard.type(word)
    const crashed = this.page.waitForEvent('crash')
    this.page.goto('chrome://crash').catch(() => undefined)
    await crashed
    await this.page.close()
    this.page = await this.newPage()
    const now = (await this.agreed()).text
    const possible = Array.from({ length: word.length + 1 }, (_, i) => word.slice(0, i) + text)
    if (!possible.includes(now)) this.same(now, word + text, 'after a crash')
  }

  async otherTab() {
    const { text } = await this.agreed()
    const mine = this.page
    this.page = await this.newPage()
    this.same((await this.agreed()).text, text, 'in a second tab')
    for (let i = 0; i < 3; i++) await this.type()
    await this.agreed()
    await this.page.close()
    this.page = mine
    this.same((await this.agreed()).text, text, 'beside a second tab')
  }

  /** Undoes all there is and compares with what was opened; then does it again. */
  async undoAll() {
    const { text } = await this.agreed()
    const undone = await this.walk('Undo', '撤销')
    const bytes = core.encodeFile((await this.agreed()).text, (await this.kept()).file.format)
    const { id } = (await this.kept()).opened.file
    if (id === (await this.kept()).file.id && this.opened !== undefined)
      this.same(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), this.opened, 'once all is undone')
    for (let i = 0; i < undone; i++) await this.walk('Redo', '重做', 1)
    this.same((await this.agreed()).text, text, 'once all is redone')
  }

  /** Presses a button of the history until it is another one; gives how often. */
  walk(english, chinese, most = 10_000) {
    return this.page.evaluate(
      async ([a, b, limit]) => {
        let count = 0
        for (; count < limit; count++) {
          const button = [...document.querySelectorAll('header button')].find((one) =>
            [a, b].includes(one.getAttribute('aria-label')),
          )
          if (button === undefined || button.disabled) break
          button.click()
          await new Promise(requestAnimationFrame)
        }
        return count
      },
      [english, chinese, most],
    )
  }

  /** The document that the storage has of this tab. */
  kept() {
    return this.page.evaluate(
      () =>
        new Promise((done) => {
          const open = indexedDB.open('t2i-config')
          open.onsuccess = () => {
            const key = `tab:${sessionStorage.getItem('t2i-config.tab')}`
            const record = open.result.transaction('drafts').objectStore('drafts').get(key)
            record.onsuccess = () => {
              open.result.close()
              const { text, file, opened } = record.result?.documents[0] ?? {}
              done({ text, file, opened })
            }
          }
        }),
    )
  }

  /** What both panes and the storage say, once they agree; it is a divergence when they do not within a minute. */
  async agreed() {
    let seen = null
    for (let i = 0; i < 600; i++) {
      const { text } = await this.kept()
      const pane = await this.page.evaluate(linesOfPane)
      const form = await this.page.evaluate(valuesOfForm)
      const parsed = core.parse(text ?? '')
      const wrong = parsed.sound ? form.filter(({ path, value }) => !shows(parsed, path, value)) : []
      seen = { text, pane, wrong }
      if (text !== undefined && sameLines(text, pane) && wrong.length === 0) return { text }
      await this.page.evaluate(() => new Promise((next) => setTimeout(next, 100)))
    }
    throw new Error(`the panes do not agree: ${JSON.stringify(seen)}`)
  }

  same(is, wanted, when) {
    if (is !== wanted) throw new Error(`${when}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`)
  }

  async act() {
    const acts = {
      type: 30,
      editForm: 30,
      toggle: 4,
      undo: 8,
      redo: 5,
      open: 3,
      paste: 2,
      save: 3,
      preferences: 3,
      undoAll: 1,
    }
    const lot = Object.entries(acts).flatMap(([name, share]) => Array(share).fill(name))
    await this.run(this.pick(lot))
  }

  async run(name) {
    this.done.push(name)
    tally[name] = (tally[name] ?? 0) + 1
    if (name === 'undo') await this.press(/^(Undo|撤销)$/)
    else if (name === 'redo') await this.press(/^(Redo|重做)$/)
    else await this[name]()
    if (['paste', 'open', 'save', 'undo', 'redo'].includes(name))
      this.opened = name === 'open' ? this.opened : undefined
    await this.agreed()
    if (this.said.length > 0) throw new Error(`said on the console: ${this.said.join('\n')}`)
    const { text } = await this.kept()
    if (text.split('\n').length > 30) await this.open()
  }
}

/** Runs in the page: the lines that Monaco shows, by their place. */
function linesOfPane() {
  return [...document.querySelectorAll('.monaco-editor .view-lines .view-line')]
    .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
    .map((line) => line.textContent.replaceAll('\u00a0', ' '))
}

/** Runs in the page: what the boxes of the form show, each of its own place. */
function valuesOfForm() {
  return [...document.querySelectorAll('#form [data-path]')].flatMap((row) => {
    const boxes = [...row.querySelectorAll('input[type=text], textarea')].filter(
      (box) => box.closest('[data-path]') === row && box.getAttribute('role') !== 'combobox',
    )
    return boxes.length === 1 && document.activeElement !== boxes[0]
      ? [{ path: row.getAttribute('data-path'), value: boxes[0].value }]
      : []
  })
}

/** The texts are short enough for the pane to show them whole. */
const sameLines = (text, pane) => text === pane.join('\n')

/** Whether a box may show this of a place: its text, or its source. */
function shows(parsed, written, value) {
  const path = core.parsePath(written)
  const node = path === null ? undefined : parsed.nodes.get(core.pathKey(path))
  if (node === undefined || node.scalar === null) return true
  const source = parsed.text.slice(node.valueSpan.from, node.valueSpan.to)
  const { t, v } = node.scalar
  return t === 'null' ? value === '' || value === source : value === source || String(v) === value || value === '???'
}

/** The form, or why there is none: a text that was saved broken has no readable state to show after a reload. */
async function ready(page) {
  await page.locator('#form').locator('[data-path], [role=alert]').first().waitFor()
  await page.locator('.monaco-editor .view-line').first().waitFor()
}

async function episode(number) {
  const random = numbers(seed * 1_000_003 + number * 7919)
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    serviceWorkers: 'block',
    locale: 'en-US',
  })
  await context.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    })
  })
  const monkey = new Monkey(random, context)
  const breaks = new Map([
    [15, 'reload'],
    [30, monkey.pick(['kill', 'otherTab'])],
    [45, 'reload'],
  ])
  try {
    await monkey.begin()
    for (let i = 0; i < actsPerEpisode; i++) {
      const name = breaks.get(i)
      if (name === undefined) await monkey.act()
      else await monkey.run(name)
    }
    return null
  } catch (error) {
    return `episode ${number}, after ${monkey.done.slice(-8).join(', ')}: ${error.message.slice(0, 3000)}`
  } finally {
    await context.close()
  }
}

let faults = 0
for (let number = Number(process.env.FROM ?? 0); number < episodes; number++) {
  const fault = await episode(number)
  if (fault !== null) {
    faults++
    console.log(fault)
  }
  if ((number + 1) % 10 === 0) console.log(`${number + 1} episodes, ${faults} with a fault`)
}
console.table(tally)
await browser.close()
await server.close()
process.exit(faults === 0 ? 0 : 1)
