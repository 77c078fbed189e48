import { describe, expect, test } from 'vitest'
import { applyOverrides } from '../hydra/apply-overrides'
import { diffOverrides } from '../hydra/diff-overrides'
import { parseOverride } from '../hydra/parse-override'
import { parse } from '../omegaconf/parse'
import { planInsert, planRemove, planRename, planSet } from '../omegaconf/plan'
import { resolveAll, resolveAt } from '../omegaconf/resolve'

const chain = (length: number, link: (name: string, before: string) => string): string =>
  `k0: &k0 {a: x}\n${Array.from({ length }, (_, i) => `${link(`k${i + 1}`, `k${i}`)}\n`).join('')}`

/** Nested further than any stack holds, in the text or through aliases. */
const texts: readonly (readonly [string, string, string | undefined])[] = [
  ['lists left open', '['.repeat(10_000), 'yaml-too-deep'],
  ['lists in lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml-too-deep'],
  ['maps in maps', '{a: '.repeat(10_000), 'yaml-too-deep'],
  ['block maps', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'yaml-too-deep'],
  ['dashes', `${'- '.repeat(5000)}x`, 'yaml-too-deep'],
  ['explicit keys', `${'? '.repeat(5000)}x`, 'yaml-too-deep'],
  ['aliases of aliases', chain(300, (name, before) => `${name}: &${name} [*${before}]`), 'yaml-too-deep'],
  ['maps of aliases', chain(300, (name, before) => `${name}: &${name} {a: *${before}}`), 'yaml-too-deep'],
  ['a hundred aliases of aliases', chain(100, (name, before) => `${name}: &${name} [*${before}]`), undefined],
  ['many anchors on nothing', '&a '.repeat(10_000), 'yaml-indent'],
]

describe('what nests too deeply is told, not thrown', () => {
  test.each(texts)('%s', (_, text, problem) => {
    const parsed = parse(text)
    expect(parsed.problems[0]?.code).toBe(problem)
    const path = [...([...parsed.nodes.values()].at(-1)?.path ?? [])]
    for (const plan of [
      planSet(text, path, '1'),
      planRemove(text, path),
      planRename(text, path, 'q'),
      planInsert(text, [], { key: 'q', source: '1' }),
    ])
      expect(plan).not.toMatchObject({ refusal: 'internal' })
    resolveAll(text)
    resolveAt(text, path)
    applyOverrides(text, ['k0=1'])
    diffOverrides('a: 1\n', text)
    parseOverride(`a=${text}`)
  })
})

test('a place too deep to be made is refused', () => {
  const path = Array.from({ length: 3000 }, () => 'a')
  expect(planSet('b: 1\n', path, '1')).toEqual({ ok: false, refusal: 'unproven' })
  expect(planSet('b: 1\n', ['b'], '['.repeat(10_000))).toEqual({ ok: false, refusal: 'source' })
  expect(applyOverrides('b: 1\n', [`+${path.join('.')}=1`])).toMatchObject({ ok: false, code: 'too-deep' })
})
