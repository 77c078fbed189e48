import { describe, expect, test } from 'vitest'
import type { Issue } from '../core/issue'
import { en } from './app/en'
import { zh } from './app/zh'
import { cliEn } from './cli/cli.en'
import { cliZh } from './cli/cli.zh'
import { panelsEn } from './panels/panels.en'
import { panelsZh } from './panels/panels.zh'
import { sentenceOf } from './sentence'

/** Every sentence of a catalog by its dotted name, functions called with numbered words. */
function sentences(catalog: object, prefix = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] => {
    const name = `${prefix}${key}`
    if (typeof value === 'string') return [[name, value]]
    if (typeof value === 'function') return [[name, String(value('⟨1⟩', '⟨2⟩', '⟨3⟩'))]]
    return sentences(value as object, `${name}.`)
  })
}

describe.each([
  ['the app', en, zh],
  ['panels', panelsEn, panelsZh],
  ['the terminal', cliEn, cliZh],
])('%s', (_, english, chinese) => {
  test('both catalogs have the same sentences, none empty', () => {
    expect(sentences(chinese).map(([name]) => name)).toEqual(sentences(english).map(([name]) => name))
    for (const [name, sentence] of [...sentences(english), ...sentences(chinese)])
      expect(sentence.trim(), name).not.toBe('')
  })

  test('Chinese sentences are Chinese, but for names that are the same everywhere', () => {
    const latin = sentences(chinese).filter(([, sentence]) => !/[\u4e00-\u9fff、]/.test(sentence))
    const same = new Map(sentences(english))
    expect(latin.filter(([name, sentence]) => same.get(name) !== sentence && /[A-Za-z]{4}/.test(sentence))).toEqual([])
  })
})

describe('every issue has a sentence that says its facts', () => {
  const issue = (code: string, facts: Issue['facts']): Issue => ({ code, facts, path: [], span: null, level: 'error' })
  test.each<[string, Issue['facts'], RegExp, RegExp]>([
    ['type', { expected: ['int', 'list'], got: 'str' }, /whole number, list, found text/, /整数、列表.*文本/],
    [
      'type',
      { expected: ['float'], got: 'str', source: '.5e3' },
      /^\.5e3 is read as text; expected here: number/,
      /^\.5e3 会被读作文本，此处应为数值/,
    ],
    ['enum', { got: 'x', allowed: ['a', 'b'], near: 'a' }, /Did you mean a\? Allowed: a, b/, /是否想写 a？可选：a、b/],
    ['range', { got: '0', min: 1, max: 8 }, /at least 1 and at most 8/, /不小于 1且不大于 8/],
    ['length', { expected: 2, got: 3 }, /exactly 2 items, it has 3/, /2 项，现有 3 项/],
    ['pattern', { got: '5' }, /“5”/, /“5”/],
    ['null', { expected: ['string'] }, /expected text/, /文本/],
    ['unknown-key', { key: 'k', near: 'l' }, /k is no parameter here.*mean l/, /没有参数 k.*l/],
    ['unknown-key', { key: 'k', near: 'l', needed: true }, /reads k here.*mean l\? Without it/, /读取 k.*l.*缺少它/],
    ['unknown-key', { key: 'k', place: 'a.k' }, /It belongs at a\.k/, /它应位于 a\.k/],
    ['unknown-key', { key: 'k', class: 'C', near: 'l' }, /C has no parameter k.*mean l/, /C 没有参数 k.*l/],
    [
      'unknown-class-parameter',
      { key: 'k', class: 'C', names: ['D', 'E'] },
      /C has no parameter k.*to D, E/,
      /属于 D、E/,
    ],
    ['missing-class-parameter', { key: 'k', class: 'C' }, /C needs k/, /C 必须有参数 k/],
    ['missing-class', { key: 'k' }, /k names no class/, /k 没有指定类/],
    ['class-moved', { class: 'C', near: 'a.C' }, /C is not in this module/, /没有 C/],
    ['class-unlisted', { class: 'C', near: 'D' }, /C is not known.*mean D/, /C 能否.*D/],
    ['class-status', { class: 'C', status: 'no data source' }, /C needs data/, /C 所需的数据/],
    [
      'not-applicable',
      { key: 'k', name: 'n', names: ['a', 'b', 'c', 'd', 'e'] },
      /n does not accept k.*a, b, c and 2 more/,
      /n 不接受 k.*a、b、c 等 5 个/,
    ],
    [
      'not-applicable',
      { key: 'k', name: 'n', names: ['a'], keys: ['k', 'l'] },
      /n does not accept k, l; the run stops\.$/,
      /n 不接受 k、l，运行会因此中止。$/,
    ],
    ['unused-key', { key: 'k' }, /reads k/, /读取 k/],
    ['unused-key', { key: 'k', keys: ['k', 'l'] }, /reads k, l/, /读取 k、l/],
    ['removed-key', { key: 'k', since: 'v2', replacement: 'r' }, /k was removed in v2.*Use r/, /k 已在 v2.*r/],
    ['deprecated-key', { key: 'k', since: 'v2' }, /k is deprecated since v2/, /k 自 v2/],
    ['yaml-duplicate-key', { key: 'k', line: 3 }, /k is already set in line 3/, /k 已在第 3 行/],
    ['yaml-flow', { close: ']' }, /closing \]/, /\]/],
    ['yaml-open-quote', { quote: '"' }, /quote "/, /引号 "/],
    ['interpolation-syntax', {}, /malformed/, /格式有误/],
    ['something-new', {}, /something-new/, /something-new/],
  ])('%s', (code, facts, english, chinese) => {
    expect(sentenceOf(issue(code, facts), en)).toMatch(english)
    expect(sentenceOf(issue(code, facts), zh)).toMatch(chinese)
  })
})
