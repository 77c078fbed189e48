import { act, cleanup, render, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ComponentType, Suspense } from 'react'
import { afterEach, expect, test } from 'vitest'
import { loadRuleGroup } from '../config/rules/rule-groups'
import { docOf } from '../core/document/doc'
import { I18nProvider } from '../i18n/I18n'
import { loadMessages, loadWords } from '../i18n/load'
import { createStore } from '../state/store'
import { StoreProvider } from '../state/store-context'
import { createNotices, NoticesContext } from '../ui/notices'
import Changes from './Changes'
import Overrides from './Overrides'
import Problems from './Problems'
import type { PanelProps } from './panel-props'
import Resolved from './Resolved'

const i18n = { language: 'en' as const, messages: await loadMessages('en'), words: await loadWords('en') }
const rules = new Map([['base' as const, await loadRuleGroup('base')]])
afterEach(cleanup)

/** A panel on a file that was opened with one text and now has another. */
async function panelOf(Panel: ComponentType<PanelProps>, opened: string, text = opened) {
  const store = createStore(() => 0, { rules })
  store.restore({ doc: docOf(opened) })
  if (text !== opened) store.dispatch({ edits: [{ from: 0, to: opened.length, insert: text }], origin: 'editor' })
  const copied: string[] = []
  const copyText = async (what: string) => copied.push(what) > 0
  const shown = await act(async () =>
    render(
      <I18nProvider value={i18n}>
        <StoreProvider value={store}>
          <NoticesContext value={createNotices()}>
            <Suspense fallback="…">
              <Panel copyText={copyText} />
            </Suspense>
          </NoticesContext>
        </StoreProvider>
      </I18nProvider>,
    ),
  )
  const panel = within(shown.container)
  await waitFor(() => expect(panel.queryByText('…')).toBeNull())
  const user = userEvent.setup()
  const press = async (name: RegExp) => user.click(panel.getAllByRole('button', { name })[0] as HTMLElement)
  return {
    store,
    panel,
    user,
    press,
    copied,
    text: () => store.getState().doc.text,
    said: () => shown.container.textContent ?? '',
  }
}
type Shown = Awaited<ReturnType<typeof panelOf>>

const config = 'a: 1\nb: # why\n  c: x\nd: 3\n'

test.each<[string, string, RegExp, string]>([
  ['a value', config.replace('x', 'y'), /: b\.c$/, config],
  ['a key that is new', `${config}e: 5\n`, /: e$/, config],
  ['one of two', config.replace('1', '9').replace('3', '7'), /: a$/, config.replace('3', '7')],
  ['a key that is gone', config.replace('d: 3\n', ''), /: d$/, config],
])('Changes: its button takes back %s and nothing else', async (_, text, button, after) => {
  const shown = await panelOf(Changes, config, text)
  await shown.press(button)
  expect(shown.text()).toBe(after)
  expect(shown.panel.queryByRole('button', { name: button })).toBeNull()
})

test.each<[string, string, number]>([
  ['nothing', config, 0],
  ['only layout', config.replace('a: 1', 'a:   1'), 0],
  ['each value once', config.replace('1', '9').replace('x', 'z'), 2],
])('Changes: lists %s', async (_, text, count) => {
  const { panel } = await panelOf(Changes, config, text)
  expect(panel.queryAllByRole('listitem')).toHaveLength(count)
})

const wrong = 'trainer:\n  logger: 5\n  max_steps: x\n'

test('Problems: each issue of the store has a row; its place is where the user is sent; a repair is made and the row goes', async () => {
  const shown = await panelOf(Problems, 'trainer:\n  devicess: 1 # n\n')
  const rows = () => shown.panel.getAllByRole('listitem')
  const before = shown.store.getState().issues
  expect(rows().length).toBeGreaterThan(0)
  await shown.press(/^trainer\.devicess$/)
  expect(shown.store.getState().focus).toMatchObject({ path: ['trainer', 'devicess'], from: 'app', reveal: true })
  await shown.press(/^(?:Rename|Write|Change|Use).*devices\W*$/)
  expect(shown.text()).toBe('trainer:\n  devices: 1 # n\n')
  expect(before.some(({ code }) => code === 'unknown-key')).toBe(true)
  expect(shown.panel.queryByRole('button', { name: /^trainer\.devicess$/ })).toBeNull()
})

test('Problems: what is typed elsewhere is listed, and leaves when it is right', async () => {
  const shown = await panelOf(Problems, wrong)
  const at = () => shown.panel.queryAllByRole('button', { name: /^trainer\.logger$/ }).length
  expect(at()).toBe(1)
  const from = wrong.indexOf('5')
  await act(async () => shown.store.dispatch({ edits: [{ from, to: from + 1, insert: 'true' }], origin: 'editor' }))
  expect(at()).toBe(0)
})

const linked = 'name: run\npath: /results/${name}\nhome: ${oc.env:HOME}\nopen: ???\n'

test('Resolved: values for references; what has none is a way to its place; a variable gives it one', async () => {
  const shown = await panelOf(Resolved, linked)
  expect(shown.said()).toContain('path: /results/run')
  await shown.press(/^home$/)
  expect(shown.store.getState().focus).toMatchObject({ path: ['home'] })
  await shown.press(/HOME/)
  await shown.user.type(shown.panel.getByRole('textbox', { name: /HOME/ }), '/root')
  expect(shown.store.getState().env).toEqual({ HOME: '/root' })
  expect(shown.said()).toContain('home: /root')
  await shown.press(/[Cc]opy/)
  expect(shown.copied).toEqual(['name: run\npath: /results/run\nhome: /root\nopen: ???\n'])
  expect(shown.text()).toBe(linked)
})

const paste = async (shown: Shown, line: string) => {
  const box = shown.panel.getAllByRole('textbox').find((one) => one.tagName === 'TEXTAREA') as HTMLElement
  await shown.user.click(box)
  await shown.user.paste(line)
}

test.each<[string, string, string]>([
  ['a value', 'd=4', config.replace('3', '4')],
  ['a new key', '+e=5', `${config}e: 5\n`],
  ['a key that goes', '~d', config.replace('d: 3\n', '')],
  [
    'a whole command, what is no override left out',
    'python train.py --config-name=x d=4 nope=1',
    config.replace('3', '4'),
  ],
])('Overrides: a pasted line is applied to the text: %s', async (_, line, after) => {
  const shown = await panelOf(Overrides, config)
  await paste(shown, line)
  await waitFor(() => expect(shown.panel.queryByRole('button', { name: /Apply/ })).not.toBeNull())
  await shown.press(/Apply/)
  expect(shown.text()).toBe(after)
  shown.store.undo()
  expect(shown.text()).toBe(config)
})
