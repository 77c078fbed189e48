import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { browserFlags, findBrowser } from './browser.mjs'
import { installMissing, run } from './install.mjs'

// Prints what a keystroke, a start and the code cost, beside a bare React page in the same run. Nothing is asserted: figures differ by machine.

installMissing()
run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], 'The build failed; see above.')
const { build, preview } = await import('vite')
const { chromium } = await import('@playwright/test')

const bareFolder = 'node_modules/.cache/bare'
await build({
  root: 'e2e/performance/bare',
  configFile: false,
  logLevel: 'warn',
  build: { outDir: `${process.cwd()}/${bareFolder}`, emptyOutDir: true },
})
const app = await preview({ preview: { host: '127.0.0.1', port: 4474 } })
const bare = await preview({
  root: 'e2e/performance/bare',
  configFile: false,
  build: { outDir: `${process.cwd()}/${bareFolder}` },
  preview: { host: '127.0.0.1', port: 4475 },
})
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserFlags })

const sdTrain = readFileSync(
  'e2e/fixtures/nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml',
  'utf8',
)
const indented = sdTrain
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')
const large = sdTrain + Array.from({ length: 49 }, (_, i) => `copy_${i}:\n${indented}\n`).join('')

const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const keys = '0123456789'.repeat(6).split('')

async function open(url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  await page.locator('[data-path] input').first().waitFor()
  return { context, page, session }
}

/** Milliseconds of script per key, layout and paint not counted. */
async function typing({ page, session }, focus) {
  const scripting = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1000
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  await focus()
  const times = []
  for (const key of keys) {
    const before = await scripting()
    await page.keyboard.press(key)
    await frame()
    times.push((await scripting()) - before)
  }
  return times.slice(10)
}

async function editor(text) {
  const at = await open('http://127.0.0.1:4474/')
  await at.page
    .locator('.monaco-editor .view-lines')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => undefined)
  await at.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bench.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) })
  await at.page.locator('[data-path="trainer.max_epochs"] input').waitFor()
  await at.page.evaluate(() => new Promise((done) => setTimeout(done, 1000)))
  return at
}

async function keystrokeToForm(text) {
  const at = await editor(text)
  const times = await typing(at, async () => {
    await at.page
      .getByRole('textbox', { name: /YAML text/ })
      .first()
      .focus()
    await at.page.keyboard.press('ControlOrMeta+Home')
    for (let i = 1; i < text.slice(0, text.indexOf('max_epochs')).split('\n').length; i++)
      await at.page.keyboard.press('ArrowDown')
    await at.page.keyboard.press('Home')
    for (let i = 0; i < 'max_epochs: 2'.length; i++) await at.page.keyboard.press('ArrowRight')
  })
  const shown = await at.page.locator('[data-path="trainer.max_epochs"] input').inputValue()
  await at.context.close()
  return { times, kept: shown.endsWith(keys.join('')) }
}

async function formToText(text) {
  const at = await editor(text)
  const times = await typing(at, () => at.page.locator('[data-path="trainer.max_epochs"] input').focus())
  const shown = await at.page.locator('[data-path="trainer.max_epochs"] input').inputValue()
  await at.context.close()
  return { times, kept: keys.every((key) => shown.includes(key)) && shown.length >= keys.length }
}

async function bareTyping() {
  const at = await open('http://127.0.0.1:4475/')
  const times = await typing(at, () => at.page.locator('input').focus())
  await at.context.close()
  return { times, kept: true }
}

async function coldStart(url) {
  const times = []
  for (let i = 0; i < 5; i++) {
    const { context, page } = await open(url)
    times.push(await page.evaluate(() => performance.now()))
    await context.close()
  }
  return times
}

const gzipped = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0) / 1000

/** The scripts that a first visit in English asks for, Monaco apart. */
async function firstLoad() {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const asked = new Set()
  page.on('request', (request) => request.resourceType() === 'script' && asked.add(request.url().split('/').at(-1)))
  await page.goto('http://127.0.0.1:4474/')
  await page.locator('[data-path] input').first().waitFor()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 2500)))
  await context.close()
  const files = readdirSync('dist/assets').filter((file) => asked.has(file))
  const isMonaco = (file) => /monaco|editor/i.test(file)
  const isDialog = (file) => /Dialog/.test(file)
  return { before: gzipped(files.filter((file) => !isMonaco(file) && !isDialog(file))), whole: gzipped(files) }
}

const rows = []
const bareTimes = await bareTyping()
const bareP95 = percentile(bareTimes.times, 0.95)
const add = (name, { times, kept }) =>
  rows.push({
    what: name,
    'p50 ms': percentile(times, 0.5).toFixed(1),
    'p95 ms': percentile(times, 0.95).toFixed(1),
    'p95 / bare': (percentile(times, 0.95) / bareP95).toFixed(1),
    'all keys kept': kept ? 'yes' : 'NO',
  })
add('bare React page, one input', bareTimes)
const lines = (text) => `${text.split('\n').length} lines`
for (const text of [sdTrain, large]) {
  add(`YAML keystroke → form, ${lines(text)}`, await keystrokeToForm(text))
  add(`form keystroke → YAML, ${lines(text)}`, await formToText(text))
}
console.table(rows)

const [ours, theirs] = [await coldStart('http://127.0.0.1:4474/'), await coldStart('http://127.0.0.1:4475/')]
const load = await firstLoad()
console.table([
  {
    what: 'cold start to a usable form, ms (median of 5)',
    value: percentile(ours, 0.5).toFixed(0),
    'ratio to bare': (percentile(ours, 0.5) / percentile(theirs, 0.5)).toFixed(1),
  },
  { what: 'JS before Monaco, kB gzip', value: load.before.toFixed(0), 'ratio to bare': '' },
  { what: 'JS with Monaco and dialogs, kB gzip', value: load.whole.toFixed(0), 'ratio to bare': '' },
])

await browser.close()
app.httpServer.close()
bare.httpServer.close()
rmSync(bareFolder, { recursive: true })
process.exit(0)
