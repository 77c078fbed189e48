import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, runnerImport } from 'vite'

// What each stage of our own code costs on hostile and very large texts. `npm run hostile -- growth` doubles the sizes instead, to see what
// grows faster than its text; `traps` shows what regular expressions take; further words choose texts by a part of their name. Nothing is
// asserted: figures differ by machine.

const words = process.argv.slice(2)
const isTraps = words[0] === 'traps'
const isGrowth = words[0] === 'growth'
const chosen = isGrowth ? words.slice(1) : words
/** Milliseconds. */
const mostOfTask = 200
const mostOfText = Number(process.env.HOSTILE_MS ?? 60_000)

const { module } = await runnerImport('./scripts/hostile/texts.ts', { configFile: false })
const texts = module.hostileTexts.filter(
  ({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word)),
)
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: `scripts/hostile/${isTraps ? 'run-traps' : 'run-one'}.ts`,
    outDir: folder,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'run-one.mjs' } },
  },
  ssr: { noExternal: true },
})
if (isTraps) {
  const child = spawn(process.execPath, [join(folder, 'run-one.mjs')], { stdio: 'inherit' })
  await new Promise((done) => child.on('close', done))
  rmSync(folder, { recursive: true })
  process.exit()
}

/** The milliseconds of each stage; the last one is missing its end when it took too long or broke the process. */
function timesOf(name, size) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'run-one.mjs'), name, String(size)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), mostOfText)
    child.stdout.on('data', (data) => (out += data))
    child.on('close', (code) => {
      clearTimeout(timer)
      const stages = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
      done({ stages, ended: code === 0 })
    })
  })
}

const format = (ms) => (ms === undefined ? '' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0))
const over = []
const rows = []
for (const { name, full } of texts) {
  const sizes = isGrowth
    ? [full / 8, full / 4, full / 2, full].map((size) => Math.max(4, Math.floor(size / 4) * 4))
    : [full]
  const runs = []
  for (const size of sizes) runs.push(await timesOf(name, size))
  const last = runs.at(-1)
  const row = { text: `${name} × ${full.toLocaleString('en')}` }
  for (const { stage, ms, failed } of last.stages) {
    row[stage] = isGrowth
      ? runs.map((run) => format(run.stages.find((one) => one.stage === stage)?.ms)).join(' ')
      : format(ms)
    if (failed !== '') over.push({ text: name, stage, ms: format(ms), failed })
    else if (ms > mostOfTask) over.push({ text: name, stage, ms: format(ms), failed: '' })
  }
  if (!last.ended)
    over.push({
      text: name,
      stage: `after ${last.stages.at(-1)?.stage ?? 'start'}`,
      ms: `> ${mostOfText}`,
      failed: 'stopped',
    })
  rows.push(row)
  process.stdout.write(
    `${Object.entries(row)
      .map(([key, value]) => (key === 'text' ? value : `${key} ${value}`))
      .join(' · ')}${last.ended ? '' : ' · STOPPED'}\n`,
  )
}
process.stdout.write(`\nOver ${mostOfTask} ms:\n`)
console.table(over)
rmSync(folder, { recursive: true })
