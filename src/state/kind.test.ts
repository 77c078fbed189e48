import { expect, test } from 'vitest'
import type { Kind } from '../config/schema/family'
import { defaultFile, docOf } from '../core/document/doc'
import { activeOf, draftOf, readDraft, restored } from './drafts/draft'
import { createStore } from './store'

const sd =
  'model:\n  first_stage_key: images\n  unet_config:\n    from_pretrained: x\n    _target_: nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.openaimodel.UNetModel\n'
const pinned: Kind = { family: 'sdxl', task: 'infer' }

function storeOn(text: string) {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(text, defaultFile) })
  return store
}
const missing = (store: ReturnType<typeof storeOn>) =>
  store.getState().issues.filter(({ code }) => code === 'missing-class-parameter').length

test('a pinned kind decides what is checked until it is let go', () => {
  const store = storeOn(sd)
  const before = missing(store)
  expect(before).toBeGreaterThan(3)
  store.pin(pinned)
  expect([store.getState().pinned, missing(store)]).toEqual([pinned, 0])
  store.dispatch({ edits: [{ from: 0, to: 0, insert: '# a\n' }], origin: 'editor' })
  expect(missing(store)).toBe(0)
  store.pin(null)
  expect(missing(store)).toBe(before)
})

test('another document is recognised anew', () => {
  const store = storeOn(sd)
  store.pin(pinned)
  store.dispatch({ edits: [], origin: 'open', file: { ...defaultFile, name: 'b.yaml' } })
  expect(store.getState().pinned).toBeNull()
})

test('a reload keeps it, and nothing that is no kind', () => {
  const store = storeOn(sd)
  store.pin(pinned)
  const draft = { version: 2, tab: 'a', at: 0, serial: 0, active: 0, documents: [draftOf(store.getState())] }
  const pinnedIn = (change: object) => {
    const read = readDraft({ ...draft, documents: [{ ...draft.documents[0], ...change }] })
    return read === null ? undefined : restored(activeOf(read)).pinned
  }
  expect(pinnedIn({})).toEqual(pinned)
  expect(pinnedIn({ pinned: null })).toBeNull()
  expect(pinnedIn({ pinned: { family: 'sd9', task: 'train' } })).toBeNull()
})
