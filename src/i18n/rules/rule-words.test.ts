import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../config/check/check'
import { rules } from '../../config/rules/all'
import type { Family } from '../../config/schema/field'
import { parse } from '../../core/omegaconf/parse'
import { en } from '../app/en'
import { zh } from '../app/zh'
import { sentenceOf } from '../sentence'
import type { RuleWords } from '../words'
import { noWords } from '../words'

function read<T>(folder: string): Map<string, T> {
  const at = new URL(`.//${folder}/`, import.meta.url)
  const files = readdirSync(at).map((file) => JSON.parse(readFileSync(new URL(file, at), 'utf8')) as Record<string, T>)
  return new Map(files.flatMap((file) => Object.entries(file)))
}

const english = read<RuleWords>('en')
const chinese = read<RuleWords>('zh')
const sources = read<readonly string[]>('sources')
/** What is not a rule of `config/rules`, but speaks by the same words. */
const others = ['missing-value', 'placeholder', 'reads-differently']
const ids = [...new Set([...rules.map(({ id }) => id), ...others])].sort()

const named = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()
const shapeOf = ({ message, fix = '', variants = {} }: RuleWords) => ({
  message: named(message),
  fix: named(fix),
  variants: Object.fromEntries(Object.entries(variants).map(([name, sentence]) => [name, named(sentence)])),
})

test('every rule has words in both languages and says what it was read off', () => {
  const lacking = (words: ReadonlyMap<string, unknown>) => ids.filter((id) => !words.has(id))
  expect([lacking(english), lacking(chinese), lacking(sources)]).toEqual([[], [], []])
  expect([english, chinese, sources].map((words) => [...words.keys()].filter((id) => !ids.includes(id)))).toEqual([
    [],
    [],
    [],
  ])
  expect([...sources].filter(([, places]) => places.length === 0)).toEqual([])
})

test.each(ids)('%s names the same facts in both languages', (id) => {
  const [ours, theirs] = [english.get(id), chinese.get(id)]
  if (ours === undefined || theirs === undefined) throw new Error(`${id} has no words`)
  expect(shapeOf(theirs)).toEqual(shapeOf(ours))
  for (const sentence of [theirs.message, ...Object.values(theirs.variants ?? {})])
    expect(sentence).toMatch(/[\u4e00-\u9fff]/)
})

const areas = [
  'trainer-exp-manager',
  'optim-and-shared',
  'model-latent-diffusion',
  'data-and-imagen',
  'inference-and-recipes',
]

describe.each(areas)('what is said of the snippets of %s', (area) => {
  const file = new URL(`../../config/rules/facts/${area}.test-data.json`, import.meta.url)
  const rows = JSON.parse(readFileSync(file, 'utf8')) as { id: string; bad: string | null; family?: Family }[]

  test('has a number or name for every placeholder', () => {
    const bare = rows.flatMap(({ bad, family }) =>
      check(parse(bad ?? ''), family === undefined ? {} : { family }).flatMap((issue) =>
        [sentenceOf(issue, en, { ...noWords, rules: english }), sentenceOf(issue, zh, { ...noWords, rules: chinese })]
          .filter((sentence) => /\{\w+\}/.test(sentence) && english.has(issue.code))
          .map((sentence) => `${issue.code}: ${sentence}`),
      ),
    )
    expect([...new Set(bare)]).toEqual([])
  })

  test('is one of the sentences that the issue asks for', () => {
    const unknown = rows.flatMap(({ bad, family }) =>
      check(parse(bad ?? ''), family === undefined ? {} : { family }).flatMap(({ code, variant }) =>
        variant === undefined || english.get(code)?.variants?.[variant] !== undefined ? [] : [`${code}/${variant}`],
      ),
    )
    expect([...new Set(unknown)]).toEqual([])
  })
})
