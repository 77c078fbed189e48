import { readers, traps } from '../../src/traps.test-support'

// Prints the milliseconds that each reader of texts takes for each trap of regular expressions, those that grow faster than the text marked.
const size = 100_000
/** Milliseconds; the same as of a task. */
const most = 200

function timed(read: (text: string) => string, text: string): number {
  const busy = process.cpuUsage()
  const start = performance.now()
  read(text)
  const { user, system } = process.cpuUsage(busy)
  return Math.min(performance.now() - start, (user + system) / 1000)
}

for (const [reader, read] of Object.entries(readers))
  for (const [trap, make] of Object.entries(traps)) {
    const ms = timed(read, make(size))
    if (ms <= most) continue
    const quarter = timed(read, make(size / 4))
    const growth = ms / Math.max(quarter, 1)
    process.stdout.write(
      `${reader} · ${trap} × ${size.toLocaleString('en')}: ${ms.toFixed(0)} ms${growth > 8 ? ` (${quarter.toFixed(0)} for a quarter)` : ''}\n`,
    )
  }
