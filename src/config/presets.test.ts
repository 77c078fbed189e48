import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../core/yaml/parse'
import { check } from './check'
import { familyOf } from './family'
import { presets, presetText } from './presets'

test.each(presets)(
  '$id has the values of the official config, comments of its own, and no problem',
  async ({ id, official, family }) => {
    const parsed = parse(await presetText(id))
    const theirs = parse(readFileSync(new URL(`../../e2e/fixtures/nemo-configs/${official}`, import.meta.url), 'utf8'))
    expect(parsed.typed).toEqual(theirs.typed)
    expect(check(parsed)).toEqual([])
    expect(familyOf(parsed)).toBe(family)
    const words = (of: typeof parsed) =>
      of.comments.map(({ from, to }) => of.text.slice(from + 1, to).trim()).filter((word) => word.length > 12)
    expect(words(parsed).length).toBeGreaterThan(3)
    expect(words(parsed).filter((word) => words(theirs).includes(word))).toEqual([])
  },
)
