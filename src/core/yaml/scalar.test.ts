import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { parse } from '../omegaconf/parse'
import { floatRepr, type Typed, typedStr } from '../typed'
import { isPlainSafe, keySource, quoted, quoteOfFile, scalarSource, textSource } from './scalar'

const dict = (key: Typed, value: Typed): Typed => ({ t: 'dict', v: [[key, value]] })
const list = (...v: Typed[]): Typed => ({ t: 'list', v })

/** Written as a value in a block, in a flow list and map, and as a key, it is read back as the same. */
function expectRoundTrip(typed: Typed): void {
  expect(parse(`v: ${scalarSource(typed)}\n`).typed).toEqual(dict(typedStr('v'), typed))
  const flow = scalarSource(typed, 'flow')
  expect(parse(`- ${scalarSource(typed)} # note\n`).typed).toEqual(list(typed))
  expect(parse(`[${flow}, x]\n`).typed).toEqual(list(typed, typedStr('x')))
  expect(parse(`{a: ${flow}}\n`).typed).toEqual(dict(typedStr('a'), typed))
  if (typed.t === 'str' && typed.v.length < 500) {
    expect(parse(`${keySource(typed.v)}: 1\n`).typed).toEqual(dict(typed, { t: 'int', v: '1' }))
    expect(parse(`{${keySource(typed.v, 'flow')}: 1}\n`).typed).toEqual(dict(typed, { t: 'int', v: '1' }))
    for (const quote of ['single', 'double'] as const)
      expect(parse(`v: ${quoted(typed.v, quote)}\n`).typed).toEqual(dict(typedStr('v'), typed))
  }
}

interface Case {
  yaml?: string
  value?: unknown
  type?: string
}
const { cases } = JSON.parse(readFileSync(new URL('../oracle/scalars.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}
const words = new Set<string>()
for (const { yaml = '', value, type } of cases) {
  words.add(yaml.replace(/^v: ?/, '').replace(/\n$/, ''))
  if (type === 'str') words.add(value as string)
}

describe('strings of the oracle', () => {
  // A malformed interpolation makes OmegaConf refuse a file however it is quoted.
  for (const word of words) if (!word.includes('${')) test(JSON.stringify(word), () => expectRoundTrip(typedStr(word)))
})

test.each<Typed>([
  { t: 'null' },
  { t: 'bool', v: true },
  { t: 'int', v: '123456789012345678901234567890' },
  { t: 'int', v: '-7' },
  { t: 'float', v: '1e-08' },
  { t: 'float', v: '-0.0' },
  { t: 'float', v: 'inf' },
  { t: 'float', v: '-inf' },
  { t: 'float', v: 'nan' },
  { t: 'float', v: '1e+16' },
  { t: 'bytes', v: 'aGk=' },
  { t: 'bytes', v: '' },
  { t: 'path', v: '/data/x' },
  { t: 'list', v: [] },
  {
    t: 'list',
    v: [
      { t: 'str', v: 'a, b' },
      { t: 'dict', v: [[{ t: 'int', v: '7' }, { t: 'null' }]] },
    ],
  },
])('%j', expectRoundTrip)

test('any text', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(...'ab0 1.:-?#&*!|>\'"%@`,[]{}=<~\t\n\\/_eE+x中é😀', '\u2028', '\u0085', '\ufeff', '\x07'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string({ unit: 'binary', maxLength: 8 })), (text) =>
      expectRoundTrip(typedStr(text)),
    ),
    { seed: 3, numRuns: share(3000) },
  )
})

test('any number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => expectRoundTrip({ t: 'float', v: floatRepr(value) })),
    { seed: 4, numRuns: share(2000) },
  )
  fc.assert(
    fc.property(fc.bigInt(), (value) => expectRoundTrip({ t: 'int', v: String(value) })),
    { seed: 5, numRuns: share(300) },
  )
})

test.each([
  ['/ckpts/vae.bin', 'block', true],
  ['512, 512', 'block', true],
  ['512, 512', 'flow', false],
  ['${trainer.precision}', 'block', true],
  ['${trainer.precision}', 'flow', false],
  ["it's", 'block', true],
  ['a#b', 'flow', true],
  ['a: b', 'block', false],
  ['a #b', 'block', false],
  ['10e', 'block', true],
  ['val/loss_simple_ema', 'flow', true],
  ['一只猫', 'flow', true],
  ['-.5', 'block', true],
  ['???', 'block', true],
  ['???', 'flow', false],
  ['on', 'block', false],
  ['1:30', 'block', false],
  ['', 'block', false],
  ['---x', 'block', true],
  ['...', 'block', false],
  ['--no-pin', 'flow', true],
  ['-', 'block', false],
  ['-', 'flow', false],
  ['1e-4x', 'flow', true],
  ['017', 'block', false],
  ['08', 'block', true],
  ['~', 'block', false],
  ['~/ckpt', 'block', true],
  ['=', 'block', false],
  ['<<', 'block', false],
  ['a:b', 'flow', true],
  ['https://x.y/z?q=1', 'block', true],
  ['https://x.y/z?q=1', 'flow', false],
  ['nvidia/nemo', 'flow', true],
  ['a\u00a0', 'block', true],
  ['a\ufeff', 'block', false],
  ['😀 ✓', 'block', true],
  ['inf', 'block', true],
  ['.inf', 'block', false],
  ['y', 'block', true],
  ['2024-01-02', 'block', true],
] as const)('%j in a %s needs no quotes: %s', (text, context, plain) => expect(isPlainSafe(text, context)).toBe(plain))

test('nothing is quoted that is read back without', () => {
  const anyText = fc.string({ unit: fc.constantFrom(...'ab01.:-?#&*!|>\'"%@`,[]{}=<~+_e \u00a0中'), maxLength: 5 })
  const reads = (text: string, wanted: Typed) => {
    const { ok, typed } = parse(text)
    return ok && JSON.stringify(typed) === JSON.stringify(wanted)
  }
  fc.assert(
    fc.property(anyText, (text) => {
      // A dash is read back only where no blank follows: it is quoted all the same.
      fc.pre(!text.includes('${') && text !== '-')
      const value = typedStr(text)
      const one: Typed = { t: 'int', v: '1' }
      const inBlock =
        reads(`v: ${text}\n`, dict(typedStr('v'), value)) &&
        reads(`- ${text} # c\n`, list(value)) &&
        reads(`${text}: 1\n`, dict(value, one))
      expect(isPlainSafe(text, 'block')).toBe(inBlock)
      const inFlow =
        reads(`[${text}]\n`, list(value)) &&
        reads(`[${text}, ${text}]\n`, list(value, value)) &&
        reads(`{${text}: 1}\n`, dict(value, one)) &&
        reads(`{v: ${text}}\n`, dict(typedStr('v'), value))
      expect(isPlainSafe(text, 'flow')).toBe(inFlow)
    }),
    { seed: 8, numRuns: share(20_000) },
  )
})

test.each<[Typed, string]>([
  [{ t: 'float', v: '1e-08' }, '1e-08'],
  [{ t: 'float', v: '1e-4' }, '1e-4'],
  [{ t: 'float', v: '5' }, '5.0'],
  [{ t: 'float', v: '-.5' }, '-0.5'],
  [{ t: 'float', v: '-inf' }, '-.inf'],
  [{ t: 'float', v: 'nan' }, '.nan'],
  [{ t: 'list', v: [typedStr('a'), typedStr('???'), { t: 'null' }] }, "[a, '???', null]"],
  [{ t: 'dict', v: [[typedStr('a b'), { t: 'bool', v: false }]] }, '{a b: false}'],
  [{ t: 'dict', v: [] }, '{}'],
])('%j is written %s', (typed, source) => expect(scalarSource(typed)).toBe(source))

test.each([
  [7, '7'],
  [-0, '0'],
  [1e21, '1000000000000000000000'],
  [1.5, '1.5'],
  [1e-7, '1e-07'],
  [Number.NEGATIVE_INFINITY, '-.inf'],
  [true, 'true'],
  ['7', "'7'"],
  ['a.b', 'a.b'],
  ['__proto__', '__proto__'],
])('the key %j is written %s', (key, source) => {
  expect(keySource(key)).toBe(source)
  const children = parse(`${source}: 1\n`).nodes.get('')?.children
  expect(children?.[0] === key).toBe(true)
})

test.each([
  ['a: b\n', 'single'],
  ['a: "b"\nc: d\n', 'double'],
  ['a: \'b\'\nc: "d"\n', 'single'],
  ['a: "b"\nc: ["d", \'e\']\n', 'double'],
])('the quotes of %j are %s', (text, quote) => expect(quoteOfFile(parse(text))).toBe(quote))

test('a new string that needs quotes gets those of the file', () => {
  expect([textSource('5', 'old', 'block', 'double'), textSource('5', '', 'flow', 'double')]).toEqual(['"5"', '"5"'])
  expect([textSource('x', 'old', 'block', 'double'), textSource('5', "'4'", 'block', 'double')]).toEqual(['x', "'5'"])
})

test('a text of two million characters is written', () => {
  const lines = 500_000
  const text = 'a: \n'.repeat(lines)
  expect(scalarSource(typedStr(text)).length).toBe(text.length + lines + 2)
})

test.each([
  ['x', "'old'", "'x'"],
  ['x', '"old"', '"x"'],
  ['x', 'old', 'x'],
  ['5', 'old', "'5'"],
  ["it's", "'old'", "'it''s'"],
  ['a\nb', "'old'", '"a\\nb"'],
])('%j over %s is written %s', (text, before, after) => expect(textSource(text, before)).toBe(after))
