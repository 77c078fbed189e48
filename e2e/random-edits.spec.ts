import { parse } from '../src/core/omegaconf/parse'
import { printPath } from '../src/core/path'
import { App, fixtureText } from './app'
import { expect, test } from './test'

/** A seeded stream of numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const file = 'nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml'
const values = ['1', '2.5e-3', 'text', 'a: b', '# x', '512, 512', '中文', '${name}', '???', 'true', "it's", '']
const typed = ['x', '9', ' # 注', ' ', 'ab']

test('100 mixed edits in both panes: they agree after each, and undo leads back to the same bytes', async ({
  page,
}) => {
  const random = numbers(42)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const app = new App(page)
  await app.start()
  const before = fixtureText(file)
  await app.openText(before, 'sd_train.yaml')
  const done: string[] = []
  let text = before
  for (let i = 0; i < 100; i++) {
    const parsed = parse(text)
    const scalars = [...parsed.nodes.values()].filter(
      ({ kind, path, scalar }) =>
        kind === 'scalar' && scalar?.t !== 'bool' && path.every((step) => typeof step === 'string'),
    )
    const { path } = pick(scalars)
    const written = printPath(path)
    await app.goto(written)
    // A null where a map belongs is shown as an empty group, without a box.
    if (random() < 0.5 && (await app.row(written).locator('input, textarea').count()) === 1) {
      const value = pick(values)
      done.push(`form ${written} = ${value}`)
      await test.step(done.join('; '), () => app.set(written, value))
    } else {
      const line = text.slice(0, parsed.nodes.get(`/${path.join('/')}`)?.keySpan?.from ?? 0).split('\n').length
      const add = pick(typed)
      done.push(`yaml line ${line} + ${add}`)
      await app.yamlAt(line, 'end')
      await page.keyboard.type(add)
    }
    text = await app.text()
    const after = parse(text)
    if (!after.sound) {
      await expect(app.brokenNotice(), done.join('\n')).toBeVisible()
      text = await undoneUntilReadable(app)
      done.push('undo')
    } else await expect(app.brokenNotice(), done.join('\n')).toHaveCount(0)
    const now = parse(text)
    await expect
      .poll(() => shownIn(app, written), { message: done.join('\n') })
      .toEqual(expectedOf(now, `/${path.join('/')}`))
  }
  await app.undoAll()
  expect(await app.text()).toBe(before)
})

/** Keys that a slow page takes with a pause between them are steps of their own. */
async function undoneUntilReadable(app: App): Promise<string> {
  for (;;) {
    await app.undo()
    const text = await app.text()
    if (parse(text).sound) return text
  }
}

/** What the form shows of a place: its text, or the state of its switch; null when it has no row. */
const shownIn = (app: App, path: string): Promise<string | null> =>
  app.page.evaluate((wanted) => {
    const row = document.querySelector(`[data-path=${JSON.stringify(wanted)}]`)
    if (row === null) return null
    const boxes = [...row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    if (boxes.length > 0) return boxes.map(({ value }) => value).join(', ')
    const control = row.querySelector('[role=switch]')
    return control === null ? '' : control.getAttribute('aria-checked') === 'true' ? 'True' : 'False'
  }, path)

/** The same as the text has it: strings decoded, everything else in its own spelling; both are fine for strings in boxes of any type. */
function expectedOf(parsed: ReturnType<typeof parse>, key: string): unknown {
  const node = parsed.nodes.get(key)
  if (node === undefined || node.scalar === null) return expect.anything()
  const source = parsed.text.slice(node.valueSpan.from, node.valueSpan.to)
  if (node.scalar.t === 'null') return ''
  if (node.scalar.t === 'bool') return expect.stringMatching(/^(True|False|true|false|yes|no|on|off)$/)
  return node.scalar.t === 'str'
    ? expect.stringMatching(new RegExp(`^(${[source, node.scalar.v].map(escaped).join('|')})$`, 's'))
    : source
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
