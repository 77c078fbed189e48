import { expect, test } from 'vitest'
import { stepTo } from './list-keys'

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Tab', 0, 3, null],
  ['ArrowDown', -1, 0, null],
] as const)('%s from %i of %i goes to %s', (key, index, count, place) => {
  expect(stepTo(key, index, count)).toBe(place)
})
