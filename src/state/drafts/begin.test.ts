import { describe, expect, test } from 'vitest'
import { docOf } from '../../core/document/doc'
import type { Platform } from '../ports'
import { createStore } from '../store'
import { begin } from './begin'
import { draftOf } from './draft'

/** A draft of a tab, changed since it was opened unless `saved`. */
function draft(tab: string, at: number, how: 'changed' | 'saved' = 'changed') {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(`name: ${tab}\n`) })
  if (how === 'changed') store.dispatch({ edits: [{ from: 0, to: 0, insert: '# \n' }], origin: 'form' })
  store.setDisk('', { handle: 'h', name: 'a.yaml', seen: null })
  return { tab, value: { version: 2, tab, at, serial: 7, active: 0, documents: [draftOf(store.getState())] } }
}

interface Browser {
  /** The name that this tab has from before; what it was duplicated from. */
  readonly tab?: string
  readonly copyOf?: string
  readonly open?: readonly string[] | null
  readonly stored: readonly { tab: string; value: unknown }[] | null
}

/** What a visit begins with in a browser like this, and which drafts are left there. */
async function visit({ tab = 'new', copyOf, open = [], stored }: Browser) {
  const left = new Map((stored ?? []).map((one) => [one.tab, one.value]))
  const platform: Pick<Platform, 'drafts' | 'tabs'> = {
    tabs: {
      claim: async () => ({ tab, copyOf: copyOf ?? null }),
      adopt: async (name) => !(open ?? []).includes(name),
      open: async () => (open === null ? null : new Set([tab, ...open])),
    },
    drafts: {
      readAll: async () => {
        if (stored === null) throw new Error('denied')
        return stored
      },
      write: async (name, value) => void left.set(name, value),
      writeAtOnce: () => true,
      remove: async (name) => void left.delete(name),
    },
  }
  const { document, others, broken, ...rest } = await begin(platform)
  return {
    ...rest,
    text: document?.text.split('\n').at(-2) ?? null,
    disks: Object.keys(document?.disks ?? {}),
    others: others.map((other) => other.tab),
    broken: broken.map((one) => one.tab),
    left: [...left.keys()],
    values: left,
  }
}

describe('a visit begins', () => {
  test('with nothing, where nothing is kept', async () => {
    expect(await visit({ stored: [] })).toMatchObject({ tab: 'new', text: null, isCopy: false, draftsKept: true })
    const denied = { tab: 'new', text: null, isCopy: false, others: [], broken: [], draftsKept: false }
    expect(await visit({ stored: null })).toMatchObject(denied)
  })

  test('with its own draft after a reload, though another is newer', async () => {
    const stored = [draft('mine', 1), draft('other', 2)]
    expect(await visit({ tab: 'mine', open: ['other'], stored })).toMatchObject({
      tab: 'mine',
      serial: 7,
      text: 'name: mine',
      isCopy: false,
      others: [],
    })
  })

  test('with a copy of what an open tab has, without its place on the disk', async () => {
    const expected = { tab: 'new', serial: 0, text: 'name: other', isCopy: true, disks: [] }
    expect(await visit({ open: ['other'], stored: [draft('other', 2)] })).toMatchObject(expected)
    expect(await visit({ open: null, stored: [draft('other', 2)] })).toMatchObject({ ...expected, others: [] })
    const stored = [draft('other', 1), draft('newer', 2)]
    expect(await visit({ copyOf: 'other', open: ['other', 'newer'], stored })).toMatchObject(expected)
  })

  test('as the tab that was closed last, and offers what others left unsaved', async () => {
    const stored = [draft('old', 1), draft('last', 3), draft('seen', 2, 'saved'), draft('here', 2)]
    expect(await visit({ open: ['here'], stored })).toMatchObject({
      tab: 'last',
      serial: 7,
      text: 'name: last',
      isCopy: false,
      disks: [''],
      others: ['old'],
      left: ['old', 'last', 'here'],
    })
  })

  test('with what equal drafts say once', async () => {
    const copy = (tab: string, at: number, of: string) => ({ ...draft(of, at), tab })
    const stored = [draft('last', 9), copy('a', 3, 'last'), copy('b', 2, 'x'), copy('c', 1, 'x')]
    expect(await visit({ stored })).toMatchObject({ tab: 'last', others: ['b'], left: ['last', 'b'] })
  })

  test('with what is readable; the rest is set aside where nothing overwrites it', async () => {
    const stored = [{ tab: 'mine', value: { version: 2 } }, { tab: 'x', value: 'text' }, draft('closed', 1)]
    const begun = await visit({ tab: 'mine', stored })
    expect(begun).toMatchObject({ tab: 'closed', text: 'name: closed', broken: ['mine', 'x'] })
    const alone = await visit({ tab: 'mine', stored: stored.slice(0, 2) })
    expect(alone).toMatchObject({ tab: 'mine', text: null, broken: ['mine-unreadable', 'x'] })
    expect(alone.values.get('mine-unreadable')).toEqual({ unreadable: { version: 2 } })
  })

  test('with at most twenty drafts left of closed tabs', async () => {
    const stored = Array.from({ length: 30 }, (_, i) => draft(`t${i}`, i))
    const { others, left } = await visit({ stored })
    expect([others.length, others[0], left.length]).toEqual([20, 't28', 21])
  })
})
