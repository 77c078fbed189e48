import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { applyEdits, type Edit } from '../text'
import { decodeFile, decodeText, encodeFile, maxFileSize, plainFormat, remapFormat } from './file-format'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const shown = (bytes: Uint8Array): string => JSON.stringify(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))

test.each([
  '',
  'a: 1',
  'a: 1\n',
  'a: 1\r\nb: 2\r\n',
  'a: 1\r\nb: 2\nc: 3\rd',
  '\ufeffa: 1\n',
  '\ufeff\ufeffx\r',
  '# 中文 😀\n\n\r\n',
  'a\u0085b\u2028c',
])('an untouched save of %j gives the same bytes', (text) => {
  const decoded = decodeFile(bytesOf(text))
  expect(decoded.ok && shown(encodeFile(decoded.text, decoded.format))).toBe(shown(bytesOf(text)))
  expect(decoded.ok && decoded.text.includes('\r')).toBe(false)
})

test('every text that is accepted comes back byte for byte', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ':', ' ', '\n', '\r', '\r\n', '\ufeff', '中', '😀'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, (raw) => {
      const decoded = decodeFile(bytesOf(raw))
      expect(decoded.ok && shown(encodeFile(decoded.text, decoded.format))).toBe(shown(bytesOf(raw)))
    }),
    { seed: 1, numRuns: share(500) },
  )
})

test.each([
  { what: 'NUL', bytes: [97, 10, 0], reason: 'binary', offset: 2, line: 2 },
  { what: 'NUL behind lines that end in CR', bytes: [97, 13, 13, 10, 0], reason: 'binary', offset: 4, line: 3 },
  { what: 'a lone continuation byte', bytes: [97, 10, 10, 0x80], reason: 'not-utf-8', offset: 3, line: 3 },
  { what: 'a cut sequence', bytes: [0xe4, 0xb8], reason: 'not-utf-8', offset: 0, line: 1 },
  { what: 'an overlong form', bytes: [0xc0, 0xaf], reason: 'not-utf-8', offset: 0, line: 1 },
  { what: 'a surrogate', bytes: [97, 0xed, 0xa0, 0x80], reason: 'not-utf-8', offset: 1, line: 1 },
  { what: 'beyond U+10FFFF', bytes: [0xf4, 0x90, 0x80, 0x80], reason: 'not-utf-8', offset: 0, line: 1 },
  { what: 'Latin-1', bytes: [35, 32, 0xe9, 10], reason: 'not-utf-8', offset: 2, line: 1 },
])('$what is refused with its place', ({ bytes, reason, offset, line }) => {
  expect(decodeFile(new Uint8Array(bytes))).toEqual({ ok: false, reason, offset, line })
})

test.each([
  [0xff, 0xfe, 97, 0],
  [0xfe, 0xff, 0, 97],
])('UTF-16 is refused by its name (%#)', (...bytes) => {
  expect(decodeFile(new Uint8Array(bytes))).toEqual({ ok: false, reason: 'utf-16' })
})

test('exactly what a strict UTF-8 decoder takes, but NUL, is accepted', () => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const bytes = fc.array(
    fc.constantFrom(0, 10, 13, 97, 0x80, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe4, 0xed, 0xf0, 0xf4, 0xf5),
    {
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(bytes, (given) => {
      const all = Uint8Array.from(given)
      let isText = !given.includes(0)
      try {
        strict.decode(all)
      } catch {
        isText = false
      }
      const decoded = decodeFile(all)
      expect(decoded.ok).toBe(isText)
      if (decoded.ok) expect(encodeFile(decoded.text, decoded.format)).toEqual(all)
    }),
    { seed: 2, numRuns: share(5000) },
  )
})

test('a file beyond the limit is refused with its size', () => {
  const size = maxFileSize + 1
  expect(decodeFile(new Uint8Array(size))).toEqual({ ok: false, reason: 'too-large', size, limit: maxFileSize })
})

test.each([
  { raw: 'a\r\nb\nc\r\nd\n', from: 2, to: 3, insert: 'x', want: 'a\r\nx\nc\r\nd\n' },
  { raw: 'a\r\nb\nc\r\nd\n', from: 1, to: 1, insert: '\nnew', want: 'a\r\nnew\r\nb\nc\r\nd\n' },
  { raw: 'a\r\nb\nc\r\nd\n', from: 2, to: 4, insert: '', want: 'a\r\nc\r\nd\n' },
  { raw: 'a\r\nb\r\n', from: 3, to: 3, insert: '\nc', want: 'a\r\nb\r\nc\r\n' },
  { raw: 'a\nb\n', from: 0, to: 4, insert: '', want: '' },
  { raw: 'a\rb\nc\n', from: 2, to: 3, insert: '', want: 'a\r\n\nc\n' },
  { raw: 'a\rb\rc\n', from: 2, to: 3, insert: '', want: 'a\r\rc\n' },
])('$raw keeps its line ends after an edit', ({ raw, from, to, insert, want }) => {
  const { text, format } = decodeText(raw)
  const edits = [{ from, to, insert }]
  expect(shown(encodeFile(applyEdits(text, edits), remapFormat(format, text, edits)))).toBe(JSON.stringify(want))
})

test('lines that no edit touches keep their ends, whatever else is edited', () => {
  const raw = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r'), maxLength: 30 })
  const cuts = fc.array(
    fc.tuple(fc.nat(30), fc.nat(4), fc.string({ unit: fc.constantFrom('x', '\n'), maxLength: 4 })),
    {
      maxLength: 3,
    },
  )
  fc.assert(
    fc.property(raw, cuts, (given, wanted) => {
      const { text, format } = decodeText(given)
      const edits: Edit[] = []
      for (const [from, length, insert] of wanted.sort((a, b) => a[0] - b[0])) {
        const start = Math.max(from, (edits.at(-1)?.to ?? -1) + 1)
        if (start <= text.length) edits.push({ from: start, to: Math.min(start + length, text.length), insert })
      }
      const after = remapFormat(format, text, edits)
      const source = expectedRaw(given, text, edits)
      const encoded = new TextDecoder().decode(encodeFile(applyEdits(text, edits), after))
      expect(encoded.replace(/\r\n?|\n/g, '\n')).toBe(applyEdits(text, edits))
      // A CR becomes CRLF where an edit moves it in front of an LF; elsewhere untouched stretches stay as they are.
      if (/\r(?!\n)/.test(given)) return
      for (const { from, to } of source) expect(encoded).toContain(given.slice(from, to))
      expect(encoded.startsWith(given.slice(0, source[0]?.to))).toBe(true)
      expect(encoded.endsWith(given.slice(source.at(-1)?.from))).toBe(true)
    }),
    { seed: 6, numRuns: share(2000) },
  )
})

/** The stretches of a file's own text that edits of its LF text leave alone. */
function expectedRaw(raw: string, text: string, edits: readonly Edit[]): { from: number; to: number }[] {
  const rawOffsets: number[] = []
  let at = 0
  for (const unit of text) {
    rawOffsets.push(at)
    at += unit === '\n' && raw.startsWith('\r\n', at) ? 2 : 1
  }
  rawOffsets.push(at)
  const bounds = [0, ...edits.flatMap(({ from, to }) => [from, to]), text.length].map(
    (offset) => rawOffsets[offset] ?? at,
  )
  return bounds.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: bounds[i + 1] ?? at }] : []))
}

test('a file of a million lines of mixed ends is remapped', () => {
  const { text, format } = decodeText(`${'a: 1\n'.repeat(1_000_000)}b: 2\r\n`)
  expect(remapFormat(format, text, [{ from: 500_000, to: 500_000, insert: 'x' }])).toEqual(format)
  const lines = remapFormat(format, text, [{ from: 5, to: 15, insert: '\n' }]).ends
  expect(lines).toEqual([
    { end: '\n', count: 999_999 },
    { end: '\r\n', count: 1 },
  ])
})

test('a new text ends its lines with LF', () => {
  expect(shown(encodeFile('a\nb\n', plainFormat))).toBe('"a\\nb\\n"')
})
