import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import { browserFlags, findBrowser } from './browser.mjs'

// Opens hostile texts in the built app and prints the longest task of each, with what the page answers. Nothing is asserted.

const { chromium } = await import('@playwright/test')
const app = await preview({ preview: { host: '127.0.0.1', port: 4476 } })
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserFlags })

// Files on disk, so that handing them over costs the page nothing.
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const file = join(folder, 'hostile.yaml')

const texts = {
  'everyday text': 'name: big\ntrainer:\n  devices: 1\n',
  'one line of 10 MB': `name: big\nnote: ${'x'.repeat(10_000_000)}\n`,
  '5 million newlines': `name: big\n${'\n'.repeat(5_000_000)}`,
  'a block of 10 MB': `name: big\nnote: |\n${`  ${'x'.repeat(98)}\n`.repeat(100_000)}`,
  '100,000 keys': `name: big\n${Array.from({ length: 100_000 }, (_, i) => `key_${i}: ${i}\n`).join('')}`,
  '200,000 items': `name: big\nlist:\n${'  - 1\n'.repeat(200_000)}`,
}

async function longestTask(text) {
  writeFileSync(file, text)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto('http://127.0.0.1:4476/')
  await page.locator('[data-path] input').first().waitFor()
  await page.locator('.monaco-editor .view-lines').first().waitFor()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  await page.evaluate(() => {
    window.tasks = []
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    })
  })
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForFunction(() => document.querySelector('[aria-label="File name"]')?.value === 'hostile.yaml')
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))
  const tasks = await page.evaluate(() => window.tasks)
  const notice = await page.getByRole('status').filter({ hasText: 'MB' }).count()
  await context.close()
  return { longest: Math.max(0, ...tasks), notice }
}

const rows = []
for (const [name, text] of Object.entries(texts)) {
  const runs = []
  for (let i = 0; i < Number(process.env.RUNS ?? 3); i++) runs.push(await longestTask(text))
  rows.push({
    text: name,
    'longest task, ms': Math.min(...runs.map(({ longest }) => longest)).toFixed(0),
    said: runs[0].notice > 0,
  })
  process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`)
}
console.table(rows)
await browser.close()
rmSync(folder, { recursive: true })
app.httpServer.close()
process.exit(0)
