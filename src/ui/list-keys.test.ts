import { expect, test } from 'vitest'
import { findByLetter, stepTo } from './list-keys'

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

const labels = ['adamw', 'adam', 'sgd', 'Adafactor']
test.each([
  ['a', -1, 0],
  ['a', 0, 1],
  ['A', 1, 3],
  ['a', 3, 0],
  ['s', 0, 2],
  ['x', 0, null],
] as const)('the letter %s from %i finds %s', (letter, index, place) => {
  expect(findByLetter(letter, index, labels)).toBe(place)
})
