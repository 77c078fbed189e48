import { expect, test } from 'vitest'
import { docOf } from '../core/doc'
import { keepOnChange, restored } from './keep'
import type { Kept } from './ports'
import { createStore } from './store'

/** A storage that writes when it is told to, and a page that is left when it is told to. */
function storage() {
  const written: Kept[] = []
  let finish: (() => void) | null = null
  let leave = () => {}
  return {
    written,
    finish: async () => {
      finish?.()
      await Promise.resolve()
      await Promise.resolve()
    },
    leave: () => leave(),
    keep: (kept: Kept) => {
      written.push(kept)
      return new Promise<void>((done) => {
        finish = done
      })
    },
    keepAtOnce: (kept: Kept) => void written.push(kept),
    whenLeaving: (run: () => void) => {
      leave = run
      return () => {}
    },
  }
}

test('what is not written when the page is left is kept then, and restored', async () => {
  const store = createStore(() => 0)
  const disk = storage()
  keepOnChange(store, disk, () => null)
  store.restore(docOf('a: 1\n'), null)
  store.dispatch({ edits: [{ from: 3, to: 4, insert: '22' }], origin: 'form' })
  expect(disk.written.map(({ text }) => text)).toEqual(['a: 1\n'])
  disk.leave()
  expect(restored(disk.written.at(-1) ?? null)?.doc.text).toBe('a: 22\n')
  await disk.finish()
  await disk.finish()
  const count = disk.written.length
  disk.leave()
  expect(disk.written.length).toBe(count)
})
