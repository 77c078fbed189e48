import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { browserFlags, findBrowser } from '../browser.mjs'
import { keystrokes, median, start } from './measures.mjs'
import { serveApp, servePage } from './pages.mjs'
import { app, bareReact, plainMonaco, rjsf } from './targets.mjs'
import { textOf } from './texts.mjs'

const options = {
  lines: { type: 'string', default: '200,1000,10000,50000' },
  rounds: { type: 'string', default: '15' },
  starts: { type: 'string', default: '7' },
  against: { type: 'string' },
}

/** Builds another revision in a folder of its own, with the packages that are installed here; returns its built folder. */
function buildOf(revision) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-revision-'))
  const archive = execFileSync('git', ['archive', revision], { maxBuffer: 1e9 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir')
  execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: 'inherit',
  })
  return join(folder, 'dist')
}

const round = (value) => (value === null || value === undefined ? '–' : Math.round(value * 10) / 10)

/** One row for each page, with medians of `measured`, an array of results for each. */
const tableOf = (measured, columns) =>
  [...measured].map(([name, results]) => ({
    page: name,
    ...Object.fromEntries(
      Object.entries(columns).map(([key, title]) => {
        const values = results.map((result) => result[key]).filter((value) => value !== null && value !== undefined)
        return [title, values.length === 0 ? '–' : round(median(values))]
      }),
    ),
  }))

const keyColumns = {
  yamlEcho: 'own key, YAML',
  yamlToForm: 'YAML → form',
  formEcho: 'own key, form',
  formToYaml: 'form → YAML',
  mistake: 'mistake → shown',
  burst: 'burst, last key → agree',
  longest: 'longest task in it',
  elements: 'elements',
  heap: 'heap, MB',
}

async function measureKeys(browser, targets, lines, rounds) {
  const text = textOf(lines)
  const measured = new Map()
  for (const target of targets) {
    if (lines > (target.largest ?? Number.POSITIVE_INFINITY) && !(lines === 200 && target.largest === 0)) continue
    process.stderr.write(`${target.name}, ${lines} lines …\n`)
    const result = await keystrokes(browser, target, text, rounds)
    measured.set(target.name, [...(measured.get(target.name) ?? []), result])
  }
  console.log(`\n${text.split('\n').length} lines: milliseconds from the event to the painted frame, medians`)
  console.table(tableOf(measured, keyColumns))
}

async function measureStarts(browser, targets, times) {
  const measured = new Map(targets.map(({ name }) => [name, []]))
  for (let time = 0; time < times; time++)
    for (const target of targets) measured.get(target.name).push(await start(browser, target))
  console.log('\nStart: milliseconds until the page can be used, with the service worker as shipped, medians')
  console.table(tableOf(measured, { cold: 'first visit', warm: 'next visit' }))
}

/** Kilobytes (gzip) of the scripts that a first visit asks for until the form can be used. */
async function bytesUntilForm(browser, target, folder) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const asked = new Set()
  page.on('request', (request) => request.resourceType() === 'script' && asked.add(request.url().split('/').at(-1)))
  await page.goto(target.address, { waitUntil: 'commit' })
  await page.locator('[data-path] input').first().waitFor()
  await context.close()
  const files = readdirSync(`${folder}/assets`).filter((file) => asked.has(file) && !/monaco|editor/i.test(file))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}/assets/${file}`)).length, 0) / 1000
}

export async function main(args) {
  const { values } = parseArgs({ args, options })
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserFlags })
  const ours = [{ folder: 'dist', target: app('t2i-config', await serveApp('dist')) }]
  if (values.against !== undefined) {
    const folder = existsSync(join(values.against, 'index.html')) ? values.against : buildOf(values.against)
    ours.push({ folder, target: app(`t2i-config at ${values.against}`, await serveApp(folder)) })
  }
  const peers = [
    plainMonaco(await servePage('monaco')),
    rjsf(await servePage('rjsf')),
    bareReact(await servePage('bare')),
  ]
  const targets = [...ours.map(({ target }) => target), ...peers]
  console.log(
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model} · Chromium ${browser.version()}`,
  )
  const sizes = values.lines.split(',').filter(Boolean).map(Number)
  for (const lines of sizes) await measureKeys(browser, targets, lines, Number(values.rounds))
  if (Number(values.starts) > 0) await measureStarts(browser, targets, Number(values.starts))
  for (const { target, folder } of ours)
    console.log(
      `${target.name}: ${Math.round(await bytesUntilForm(browser, target, folder))} kB gzip of scripts before the form`,
    )
  await browser.close()
}
