import { expect, test } from 'vitest'
import { currentNotices, dismissNotice, notify, subscribeNotices } from './notices'

const texts = () => currentNotices().map(({ text }) => text)

test('the last three stand, the same text once, and one can be sent away', () => {
  let heard = 0
  const stop = subscribeNotices(() => {
    heard += 1
  })
  for (const text of ['a', 'b', 'c']) notify({ text })
  expect(texts()).toEqual(['a', 'b', 'c'])
  notify({ text: 'd' })
  expect(texts()).toEqual(['b', 'c', 'd'])
  notify({ text: 'b' })
  expect(texts()).toEqual(['c', 'd', 'b'])
  dismissNotice(currentNotices()[1]?.id ?? -1)
  expect(texts()).toEqual(['c', 'b'])
  expect(heard).toBe(6)
  stop()
  notify({ text: 'e' })
  expect(heard).toBe(6)
})
