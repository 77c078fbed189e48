import { expect, test } from 'vitest'
import type { Preferences } from './ports'
import { readEnvironment, readPreferences } from './preferences'

const defaults: Preferences = { language: 'zh', theme: 'system', yamlShare: 0.4, yamlPaneOpen: true }
const own: Preferences = { language: 'en', theme: 'dark', yamlShare: 0.6, yamlPaneOpen: false }

test.each<[string, unknown, Preferences]>([
  ['all of them', own, own],
  ['nothing', null, defaults],
  ['a text', 'dark', defaults],
  ['a list', [], defaults],
  ['a language that is gone', { ...own, language: 'fr' }, { ...own, language: 'zh' }],
  ['a theme of another type', { ...own, theme: 1 }, { ...own, theme: 'system' }],
  ['a share outside', { ...own, yamlShare: 7 }, { ...own, yamlShare: 0.4 }],
  ['no share', { language: 'en' }, { ...defaults, language: 'en' }],
  ['a key of a later version', { ...own, later: true }, own],
])('preferences: %s', (_, kept, expected) => {
  expect(readPreferences(kept, defaults)).toEqual(expected)
})

test.each<[string, unknown, Record<string, string>]>([
  ['texts', { HOME: '/root', EMPTY: '' }, { HOME: '/root', EMPTY: '' }],
  ['a number among them', { A: 'x', B: 3 }, { A: 'x' }],
  ['a list', ['x'], {}],
  ['nothing', null, {}],
])('environment: %s', (_, kept, expected) => {
  expect(readEnvironment(kept)).toEqual(expected)
})
