import { stagesOf } from './stages'
import { hostileTexts } from './texts'

// Runs the stages on one hostile text and prints the milliseconds of each as they come, so that what never ends shows where.
const [name, size] = process.argv.slice(2)
const kind = hostileTexts.find((text) => text.name === name)
if (kind === undefined) throw new RangeError(`no such text: ${name}`)
for (const [stage, run] of stagesOf(kind.make(Number(size)))) {
  const [start, busy] = [performance.now(), process.cpuUsage()]
  let failed = ''
  try {
    run()
  } catch (error) {
    failed = String(error)
  }
  const { user, system } = process.cpuUsage(busy)
  // On a machine that others use too, the processor's own time is nearer to what a user would wait.
  const ms = Math.min(performance.now() - start, (user + system) / 1000)
  process.stdout.write(`${JSON.stringify({ stage, ms, failed })}\n`)
}
