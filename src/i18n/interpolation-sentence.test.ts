import { describe, expect, test } from 'vitest'
import { check } from '../config/check/check'
import type { Reason } from '../core/omegaconf/failure'
import { parse } from '../core/omegaconf/parse'
import { en } from './app/en'
import { zh } from './app/zh'
import { reasonSentence } from './interpolation-sentence'
import { sentenceOf } from './sentence'

/** One of each reason; the type makes the list complete. */
const reasons: { [Code in Reason['code']]: Omit<Extract<Reason, { code: Code }>, 'code'> } = {
  'key-not-found': { key: 'KEY' },
  missing: { key: 'KEY' },
  cycle: {},
  parent: { key: 'KEY' },
  'above-root': { key: 'KEY' },
  'not-a-container': { key: 'KEY', parent: 'PARENT' },
  'not-an-index': { key: 'KEY' },
  'key-type': { type: 'int' },
  'unknown-resolver': { name: 'NAME' },
  'no-variable': { name: 'NAME' },
  arguments: { name: 'NAME' },
  operands: { name: 'NAME' },
  grammar: { text: 'TEXT' },
  'too-deep': {},
  'too-large': {},
  'no-such-place': { key: 'KEY' },
}

describe('why an interpolation has no value', () => {
  test.each(Object.entries(reasons))('%s', (code, facts) => {
    for (const messages of [en, zh]) {
      const sentence = reasonSentence({ reason: code, ...facts }, messages)
      expect(sentence).not.toContain(code === 'grammar' ? 'grammar' : messages.issues.other(code))
      expect(sentence).toMatch(/[.。]$/)
      for (const fact of Object.values(facts))
        if (code !== 'above-root' && code !== 'key-type') expect(sentence).toContain(fact)
    }
    expect(reasonSentence({ reason: code, ...facts }, zh)).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('as an issue', () => {
  test.each([
    [
      'a: ${nam}\nname: x\nb: ${a}\n',
      '${nam} cannot be resolved, which stops the run. There is no key nam. Did you mean ${name}? Also without a value for this reason: b.',
      '${nam} 无法解析，运行会因此中止。没有键 nam。是否想写 ${name}？因此同样没有值的还有：b。',
    ],
    [
      'a: ${b}\nb: ${a}\n',
      '${b} cannot be resolved, which stops the run. It refers to itself through b.',
      '${b} 无法解析，运行会因此中止。它经由 b 引用了自身。',
    ],
    [
      `a: \${oc.env:X}\n${['b', 'c', 'd', 'e', 'f'].map((key) => `${key}: \${a}\n`).join('')}`,
      '${oc.env:X} has no value here. The environment variable X is not set here. Also without a value for this reason: b, c, d, 2 more.',
      '${oc.env:X} 在此处没有值。此处未设置环境变量 X。因此同样没有值的还有：b、c、d、另外 2 处。',
    ],
  ])('%j', (text, english, chinese) => {
    const issues = check(parse(text)).filter(({ code }) => code === 'interpolation' || code === 'unresolved-here')
    expect(issues.map((issue) => sentenceOf(issue, en))).toEqual([english])
    expect(issues.map((issue) => sentenceOf(issue, zh))).toEqual([chinese])
  })
})
