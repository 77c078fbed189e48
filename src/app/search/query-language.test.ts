import { expect, test } from 'vitest'
import { languageOf } from './query-language'

test.each([
  ['学习率 lr', 'zh'],
  ['lr', 'en'],
  ['a', null],
  ['1.5', null],
])('%s is written in %s', (query, language) => {
  expect(languageOf(query)).toBe(language)
})
