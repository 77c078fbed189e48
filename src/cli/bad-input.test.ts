import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allRecipes } from '../config/recipes/recipes'
import { maxFileSize } from '../core/document/file-format'
import { share } from '../core/laws/rounds.test-support'
import { folderOf } from './folder.test-support'

const calls: (readonly string[])[] = [
  ['check', 'c'],
  ['check', 'c', '--format', 'json'],
  ['check', 'c', '--format', 'github'],
  ['check', 'c', '--format', 'sarif'],
  ['set', 'c', '++trainer.devices=2'],
  ['set', '-i', 'c', '~trainer'],
  ['diff', 'c', 'fine'],
  ['diff', 'fine', 'c', '--format', 'text'],
  ['resolve', 'c'],
  ['resolve', 'c', '--path', 'trainer.devices'],
  ['typed', 'c'],
]

/** Each call on a file ends with one of the three codes; what is said names the file; without success it stays as it is. */
async function survives(content: string | Uint8Array): Promise<void> {
  for (const args of calls) {
    const folder = folderOf({ c: content, fine: 'trainer:\n  devices: 1\n' })
    const { code, out, err } = await folder.t2i(args)
    expect([0, 1, 2]).toContain(code)
    if (code === 2) expect(err).not.toBe('')
    for (const line of err.split('\n').slice(0, -1)) expect(line).toMatch(/^(?:c|fine)\b/)
    if (args.includes('json') || args.includes('sarif')) JSON.parse(out)
    if (args[0] !== 'set' || code !== 0) expect(Buffer.from(content).equals(folder.bytes('c'))).toBe(true)
  }
}

const bomb = Array.from({ length: 12 }, (_, i) =>
  i === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n' : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]\n`,
).join('')

const bad: [string, string | Uint8Array][] = [
  ['nothing', ''],
  ['only a BOM', '\ufeff'],
  ['every byte', Uint8Array.from({ length: 256 }, (_, i) => i)],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x3a, 0, 0x20, 0, 0x31, 0])],
  ['an alias bomb', bomb],
  ['a bomb of references', Array.from({ length: 40 }, (_, i) => `a${i}: "\${a${i + 1}}\${a${i + 1}}"\n`).join('')],
  ['deep brackets', `a: ${'['.repeat(50_000)}`],
  ['deep maps', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  [
    'names of every object',
    '__proto__: {__proto__: 1}\nconstructor: 2\ntrainer: {__proto__: 3, toString: ${hasOwnProperty}}\n',
  ],
  [
    'names of every object as values',
    'model: {optim: {name: constructor, sched: {name: __proto__}}, unet_config: {_target_: toString}}\n',
  ],
  ['a circle', 'trainer: &a\n  devices: *a\n'],
  ['two documents', 'a: 1\n---\nb: 2\n'],
  ['lone line ends', 'a: 1\rb: 2\r\n\r\rtrainer: {devices: 1}\n\u2028c: 3'],
  ['signs that steer a terminal', 'trainer: {precision: "\\e[2J\\r\\n", "\\e]0;x\\a": 1}\n'],
  ['one long line', `a: "${'x'.repeat(1_000_000)}"\n`],
  ['3,000 lines', Array.from({ length: 3_000 }, (_, i) => `k${i}: {a: [1, 2]} # ${i}\n`).join('')],
]

test.each(bad)('bad input: %s', { timeout: 60_000 }, async (_, content) => survives(content))

test('a file that is too large', async () => {
  const folder = folderOf({ c: new Uint8Array(maxFileSize + 1).fill(32) })
  for (const args of calls.filter((args) => args[0] !== 'diff'))
    expect(await folder.t2i(args)).toMatchObject({ code: 2, err: 'c is larger than 20 MB.\n' })
})

test('law: no recipe with bytes cut, doubled or replaced stops a command', { timeout: 60_000 }, async () => {
  const { t2i } = folderOf()
  const texts = await Promise.all(allRecipes.slice(0, 6).map(async ({ id }) => (await t2i(['recipes', id])).bytes))
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const change = fc.record({
    at: place,
    length: fc.nat(60),
    by: fc.oneof(fc.string(), fc.constantFrom('[', '${', '\t', '"', '\r', '*a', '- ', '???')),
  })
  await fc.assert(
    fc.asyncProperty(fc.nat(texts.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), async (i, changes) => {
      let bytes = Buffer.from(texts[i] ?? '')
      for (const { at, length, by } of changes) {
        const from = Math.floor(at * bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(from + length)])
      }
      await survives(bytes)
    }),
    { numRuns: share(30) },
  )
})
