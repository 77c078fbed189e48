import { expect, test } from 'vitest'
import { createNotices } from './notices'

function place() {
  const log: string[] = []
  return {
    log,
    add: ({ id, data, timeout }: { id: string; data: { text: string }; timeout: number }) =>
      log.push(`${id}: ${data.text} ${timeout}`),
    close: (id: string) => log.push(`close ${id}`),
  }
}

test('what is said before there is a place for it waits, in order', () => {
  const notices = createNotices()
  let heard = 0
  notices.subscribe(() => {
    heard += 1
  })
  notices.dismiss('topic')
  expect([notices.isWanted(), heard]).toEqual([false, 0])
  notices.notify({ text: 'a' })
  notices.notify({ text: 'b', topic: 'topic', level: 'error' })
  expect([notices.isWanted(), heard]).toEqual([true, 1])
  const first = place()
  const leave = notices.connect(first)
  notices.notify({ text: 'c', stays: true })
  expect(first.log).toEqual(['close topic', 'a: a 4500', 'topic: b 9000', 'c: c 0'])
  leave()
  notices.notify({ text: 'd' })
  const second = place()
  notices.connect(second)
  expect(second.log).toEqual(['d: d 4500'])
})

test('a notice is taken away by what it returned, and what waits can be dropped', () => {
  const notices = createNotices()
  notices.notify({ text: 'lost' })
  notices.drop()
  expect(notices.isWanted()).toBe(false)
  const shown = place()
  notices.connect(shown)
  notices.dismiss(notices.notify({ text: 'a', action: { label: 'b', run: () => undefined } }))
  expect(shown.log).toEqual(['a: a 9000', 'close a'])
})
