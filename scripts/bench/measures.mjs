import { installPaint } from './paint.mjs'

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 700)))

/** A page of its own with the measuring in it; `worker`: the service worker runs as it is shipped. */
async function newPage(browser, { worker = false } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: worker ? 'allow' : 'block',
  })
  await context.addInitScript(installPaint)
  return { context, page: await context.newPage() }
}

/** Milliseconds until each condition is painted, once a key has gone down. */
async function press(page, key, conditions) {
  await page.evaluate((wanted) => window.bench.arm(wanted), conditions)
  await page.keyboard.press(key)
  return page.evaluate(() => window.bench.times())
}

const others = (pane, target) => (pane === target.yaml ? target.form : target.yaml)

/** Types a digit and takes it away, again and again: medians of the own echo and of the other pane. */
async function typing(page, target, pane, rounds) {
  await pane.enter(page)
  const [own, other] = [[], []]
  const both = (value) => {
    const mirror = others(pane, target)
    return { own: pane.shows(value), ...(mirror && { other: mirror.shows(value) }) }
  }
  for (let round = 0; round < rounds; round++)
    for (const [key, value] of [
      ['5', '25'],
      ['Backspace', '2'],
    ]) {
      const times = await press(page, key, both(value))
      if (round === 0) continue
      own.push(times.own)
      if (times.other !== undefined) other.push(times.other)
    }
  return { own: median(own), other: other.length > 0 ? median(other) : null }
}

/** Types a letter into the number, in the YAML pane, and takes it away: the median until the error is shown. */
async function mistake(page, target, rounds) {
  await target.yaml.enter(page)
  const times = []
  const shown = target.form.error
  for (let round = 0; round < rounds; round++) {
    times.push((await press(page, 'x', { shown })).shown)
    await press(page, 'Backspace', { gone: ['gone', shown[1]], own: target.yaml.shows('2') })
  }
  return median(times)
}

/** Twelve keys, 40 ms apart: from the last one until both panes agree, and the longest task on the way. */
async function burst(page, target, pane) {
  await pane.enter(page)
  const session = await page.context().newCDPSession(page)
  const value = `2${'123456789012'}`
  const mirror = others(pane, target)
  const conditions = { own: pane.shows(value), ...(mirror && { other: mirror.shows(value) }) }
  await page.evaluate((wanted) => {
    window.bench.longTasks.length = 0
    window.bench.arm(wanted, { last: true })
  }, conditions)
  const sent = []
  for (const text of value.slice(1)) {
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, unmodifiedText: text }))
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }))
    await new Promise((done) => setTimeout(done, 40))
  }
  await Promise.all(sent)
  const times = await page.evaluate(() => window.bench.times())
  await settle(page)
  const longest = await page.evaluate(() => Math.max(0, ...window.bench.longTasks))
  for (let key = 1; key < value.length; key++) await page.keyboard.press('Backspace')
  return { last: Math.max(...Object.values(times)), longest }
}

/** DOM elements and megabytes of heap once the page is at rest. */
async function weight(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { elements: await page.evaluate(() => document.querySelectorAll('*').length), heap: usedSize / 1e6 }
}

/** All that is measured of one page with one text; `rounds` keys of each kind. */
export async function keystrokes(browser, target, text, rounds) {
  const { context, page } = await newPage(browser)
  await page.goto(target.address)
  await target.open(page, text)
  await settle(page)
  const result = { ...(await weight(page)) }
  if (target.yaml !== null) {
    const { own, other } = await typing(page, target, target.yaml, rounds)
    Object.assign(result, { yamlEcho: own, yamlToForm: other })
  }
  if (target.form !== null) {
    const { own, other } = await typing(page, target, target.form, rounds)
    Object.assign(result, { formEcho: own, formToYaml: other })
  }
  if (target.yaml !== null && target.form !== null) result.mistake = await mistake(page, target, Math.ceil(rounds / 2))
  const { last, longest } = await burst(page, target, target.yaml ?? target.form)
  await context.close()
  return { ...result, burst: last, longest }
}

/** Milliseconds from asking for a page until it can be used, on the first visit and on the next. */
export async function start(browser, target) {
  const { context, page } = await newPage(browser, { worker: true })
  const visit = async () => {
    await page.goto(target.address, { waitUntil: 'commit' })
    return page.evaluate((condition) => window.bench.start(condition), target.usable)
  }
  const cold = await visit()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)))
  const warm = await visit()
  await context.close()
  return { cold, warm }
}

export { median }
