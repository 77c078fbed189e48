import { expect, test } from 'vitest'
import { keyCaps } from './keys'

test.each([
  ['Mod+S', ['Ctrl', 'S'], ['⌘', 'S']],
  ['Mod+Shift+Z', ['Ctrl', 'Shift', 'Z'], ['⌘', '⇧', 'Z']],
  ['Ctrl+M', ['Ctrl', 'M'], ['⌃', 'M']],
  ['F8', ['F8'], ['F8']],
])('%s', (shortcut, elsewhere, onApple) => {
  expect(keyCaps(shortcut, false)).toEqual(elsewhere)
  expect(keyCaps(shortcut, true)).toEqual(onApple)
})
