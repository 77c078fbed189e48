import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { parse, typedOf } from '../omegaconf/parse'
import type { Typed } from '../typed'
import { blockLines } from '../yaml/block-lines'
import { writeDocument } from './write-document'

/** Written and read back; the Resolved panel, which knows the place of each line, shows the same text but for very long keys. */
function expectExact(typed: Typed, name = ''): void {
  const text = writeDocument(typed)
  expect(typedOf(parse(text)), name).toEqual(typed)
  const shown = blockLines(typed).map((line) => `${line.text}\n`)
  if (shown.every((line) => line.length < 1000)) expect(text, name).toBe(shown.join(''))
}

const folder = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
const official = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

test.each(official)('%s', (file) => {
  expectExact(typedOf(parse(readFileSync(new URL(file, folder), 'utf8'))))
})

describe.each(['documents', 'scalars'])('what OmegaConf makes of the recorded %s', (name) => {
  const { cases } = JSON.parse(readFileSync(new URL(`../oracle/${name}.json`, import.meta.url), 'utf8')) as {
    cases: { id: string; yaml?: string; ok: boolean }[]
  }

  test('is written and read back', () => {
    const values = cases.flatMap(({ id, yaml, ok }) => (ok && yaml !== undefined ? [{ id, parsed: parse(yaml) }] : []))
    expect(values.length).toBeGreaterThan(200)
    for (const { id, parsed } of values) if (parsed.sound) expectExact(parsed.typed, id)
  })
})

const scalar: fc.Arbitrary<Typed> = fc.oneof(
  fc.constant<Typed>({ t: 'null' }),
  fc.boolean().map((v): Typed => ({ t: 'bool', v })),
  fc.bigInt().map((v): Typed => ({ t: 'int', v: String(v) })),
  fc.constantFrom('0.5', '1e-08', 'inf', '-inf', '-0.0', '1e+16').map((v): Typed => ({ t: 'float', v })),
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('on', '1', '- a', 'a: b', '', 'x # y', '1e3', '~', '017', '%a', '--- x'),
    )
    .map((v): Typed => ({ t: 'str', v: v.toWellFormed().replaceAll('${', '$ {') })),
)
const { node } = fc.letrec<{ node: Typed }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }).map((v): Typed => ({ t: 'list', v })),
    fc
      .dictionary(fc.string({ maxLength: 6 }), tie('node'), { maxKeys: 3 })
      .map(
        (dict): Typed => ({ t: 'dict', v: Object.entries(dict).map(([key, value]) => [{ t: 'str', v: key }, value]) }),
      ),
  ),
}))

test('any value is written and read back', () => {
  fc.assert(
    fc.property(node, (typed) => expectExact({ t: 'dict', v: [[{ t: 'str', v: 'k' }, typed]] })),
    { seed: 5, numRuns: share(500) },
  )
})

test('a key of more than 1,024 characters gets its question mark', () => {
  const typed: Typed = {
    t: 'dict',
    v: [
      [
        { t: 'str', v: 'k'.repeat(2000) },
        { t: 'int', v: '1' },
      ],
    ],
  }
  expect(typedOf(parse(writeDocument(typed)))).toEqual(typed)
})
