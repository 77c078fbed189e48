/**
 * Runs in the page: `bench.arm(conditions)` waits for the next key, and `bench.times()` gives, for each condition, the milliseconds from
 * the key's event to the end of the first frame in which the condition holds.
 */
export function installPaint() {
  const text = (selector) => (document.querySelector(selector)?.textContent ?? '').replaceAll('\u00a0', ' ')
  const holds = {
    has: ([selector, part]) => text(selector).includes(part),
    lacks: ([selector, part]) => !text(selector).includes(part),
    value: ([selector, value]) => document.querySelector(selector)?.value === value,
    valueHas: ([selector, part]) => document.querySelector(selector)?.value.includes(part) ?? false,
    valueLacks: ([selector, part]) => !(document.querySelector(selector)?.value.includes(part) ?? true),
    there: ([selector]) => document.querySelector(selector) !== null,
    gone: ([selector]) => document.querySelector(selector) === null,
  }
  const isMet = ([kind, ...rest]) => holds[kind](rest)
  /** Calls after each painted frame, until it answers true. */
  const eachFrame = (look) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => look() || eachFrame(look)
      port2.postMessage(null)
    })
  /** Milliseconds after which a result is taken as never shown. */
  const patience = 60_000
  const longTasks = []
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
  let result = null
  let since = null
  addEventListener('keydown', ({ timeStamp }) => (since = timeStamp), true)
  /** Looks which conditions hold after a frame; true once all have. */
  const watch = (conditions, last, done) => {
    const met = {}
    let first = null
    const note = (name, now) => {
      met[name] ??= now - (last ? since : first)
    }
    return () => {
      if (since === null) return false
      first ??= since
      const now = performance.now()
      for (const [name, condition] of conditions) if (isMet(condition)) note(name, now)
      const isDone = conditions.every(([name]) => name in met)
      if (isDone) done(met)
      return isDone
    }
  }
  window.bench = {
    longTasks,
    /** `last`: count from the last key instead of the first. */
    arm(conditions, { last = false } = {}) {
      since = null
      result = new Promise((done, fail) => {
        eachFrame(watch(Object.entries(conditions), last, done))
        setTimeout(() => fail(new Error(`never painted: ${JSON.stringify(conditions)}`)), patience)
      })
    },
    times: () => result,
    /** Resolves at the end of the first frame in which the condition holds, with the milliseconds since the page was asked for. */
    start: (condition) =>
      new Promise((done) =>
        eachFrame(() => {
          const isDone = isMet(condition)
          if (isDone) done(performance.now())
          return isDone
        }),
      ),
  }
}
