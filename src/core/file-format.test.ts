import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFile, decodeText, encodeFile, maxFileSize, plainFormat, remapFormat } from './file-format'
import { applyEdits } from './text'

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
    { seed: 1, numRuns: 500 },
  )
})

test.each([
  { what: 'NUL', bytes: [97, 10, 0], line: 2 },
  { what: 'a lone continuation byte', bytes: [97, 10, 10, 0x80], line: 3 },
  { what: 'a cut sequence', bytes: [0xe4, 0xb8], line: 1 },
  { what: 'an overlong form', bytes: [0xc0, 0xaf], line: 1 },
  { what: 'a surrogate', bytes: [0xed, 0xa0, 0x80], line: 1 },
  { what: 'UTF-16', bytes: [0xff, 0xfe, 97, 0], line: 1 },
])('$what is refused with its line', ({ bytes, line }) => {
  expect(decodeFile(new Uint8Array(bytes))).toEqual({ ok: false, reason: 'binary', line })
})

test('a file beyond the limit is refused with its size', () => {
  expect(decodeFile(new Uint8Array(maxFileSize + 1))).toEqual({ ok: false, reason: 'too-large', size: maxFileSize + 1 })
})

test.each([
  { raw: 'a\r\nb\nc\r\nd\n', from: 2, to: 3, insert: 'x', want: 'a\r\nx\nc\r\nd\n' },
  { raw: 'a\r\nb\nc\r\nd\n', from: 1, to: 1, insert: '\nnew', want: 'a\r\nnew\r\nb\nc\r\nd\n' },
  { raw: 'a\r\nb\nc\r\nd\n', from: 2, to: 4, insert: '', want: 'a\r\nc\r\nd\n' },
  { raw: 'a\r\nb\r\n', from: 3, to: 3, insert: '\nc', want: 'a\r\nb\r\nc\r\n' },
  { raw: 'a\nb\n', from: 0, to: 4, insert: '', want: '' },
])('$raw keeps its line ends after an edit', ({ raw, from, to, insert, want }) => {
  const { text, format } = decodeText(raw)
  const edits = [{ from, to, insert }]
  expect(shown(encodeFile(applyEdits(text, edits), remapFormat(format, text, edits)))).toBe(JSON.stringify(want))
})

test('a new text ends its lines with LF', () => {
  expect(shown(encodeFile('a\nb\n', plainFormat))).toBe('"a\\nb\\n"')
})
