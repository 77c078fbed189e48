import { expect, test } from 'vitest'
import { clampShare, shareAfterKey } from './split-share'

const limits = { whole: 1000, minFirst: 300, minSecond: 200 }

test.each([
  [0.5, 0.5],
  [0.1, 0.2],
  [0, 0.2],
  [0.9, 0.7],
  [1, 0.7],
])('a share of %d of 1000 px becomes %d', (wanted, share) => {
  expect(clampShare(wanted, limits)).toBeCloseTo(share)
})

test('without room for both parts each gets half', () => {
  expect(clampShare(0.9, { ...limits, whole: 400 })).toBe(0.5)
})

test.each([
  ['ArrowLeft', false, 0.52],
  ['ArrowRight', false, 0.48],
  ['ArrowUp', true, 0.6],
  ['ArrowDown', true, 0.4],
  ['Home', false, 0.7],
  ['End', false, 0.2],
  ['Enter', false, null],
] as const)('%s (far: %s) from a half leads to %s', (key, far, share) => {
  const after = shareAfterKey(key, far, 0.5, limits)
  expect(after === null ? null : Math.round(after * 100) / 100).toBe(share)
})
