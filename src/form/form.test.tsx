import { act, cleanup, render, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { docOf } from '../core/document/doc'
import { I18nProvider } from '../i18n/I18n'
import { loadMessages, loadWords } from '../i18n/load'
import { createStore } from '../state/store'
import { StoreProvider } from '../state/store-context'
import { ConfigForm } from './ConfigForm'

const i18n = { language: 'en' as const, messages: await loadMessages('en'), words: await loadWords('en') }
const whenIdle = (run: () => void) => {
  queueMicrotask(run)
  return () => {}
}
// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => {}
afterEach(cleanup)

/** The form on a text, as a user has it: rows by their place, controls by role and label. */
function formOf(text: string) {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(text) })
  const { container } = render(
    <I18nProvider value={i18n}>
      <StoreProvider value={store}>
        <ConfigForm whenIdle={whenIdle} />
      </StoreProvider>
    </I18nProvider>,
  )
  const row = async (place: string) => {
    const found = await waitFor(() => {
      const element = container.querySelector<HTMLElement>(`[data-path="${place}"]`)
      if (element === null) throw new Error(`no row of ${place}`)
      return element
    })
    return within(found)
  }
  return { store, row, user: userEvent.setup(), page: within(document.body), text: () => store.getState().doc.text }
}
type Form = ReturnType<typeof formOf>

async function fill({ row, user }: Form, place: string, typed: string) {
  const box = (await row(place)).getAllByRole('textbox')[0] as HTMLElement
  await user.clear(box)
  if (typed !== '') await user.type(box, typed)
}
const press = async ({ row, user }: Form, place: string, name: RegExp) =>
  user.click((await row(place)).getAllByRole('button', { name })[0] as HTMLElement)

type Row = readonly [name: string, before: string, act: (form: Form) => Promise<unknown>, after: string]
const named = 'name: x # note\n'
const trainer = 'trainer:\n  max_steps: 1e-4 # n\n  logger: False\n'
const list = 'model:\n  optim:\n    betas:\n    - 0.9 # first\n    - 0.99\n'
const own = 'my_own:\n  k: 1 # n\n'

test.each<Row>([
  ['text', named, (form) => fill(form, 'name', 'a: b'), "name: 'a: b' # note\n"],
  ['nothing for a text', named, (form) => fill(form, 'name', ''), 'name: null # note\n'],
  [
    'a number keeps its spelling',
    trainer,
    (form) => fill(form, 'trainer.max_steps', '5e-10'),
    trainer.replace('1e-4', '5e-10'),
  ],
  [
    'a switch keeps its spelling',
    trainer,
    async (form) => form.user.click((await form.row('trainer.logger')).getByRole('switch')),
    trainer.replace('False', 'True'),
  ],
  ['an item', list, (form) => fill(form, 'model.optim.betas[1]', '0.5'), list.replace('0.99', '0.5')],
  ['an item more', list, (form) => press(form, 'model.optim.betas', /Add item/), `${list}    - 0\n`],
  [
    'an item moved up with its comment',
    list,
    (form) => press(form, 'model.optim.betas[1]', /Move up/),
    'model:\n  optim:\n    betas:\n    - 0.99\n    - 0.9 # first\n',
  ],
  [
    'an item moved down',
    list,
    (form) => press(form, 'model.optim.betas[0]', /Move down/),
    'model:\n  optim:\n    betas:\n    - 0.99\n    - 0.9 # first\n',
  ],
  [
    'an item removed',
    list,
    (form) => press(form, 'model.optim.betas[0]', /Remove/),
    'model:\n  optim:\n    betas:\n    - 0.99\n',
  ],
  ['a value of a key that nobody knows', own, (form) => fill(form, 'my_own.k', '2'), own.replace('1', '2')],
])('what is done in a row is done in the text, and one undo takes it back: %s', async (_, before, change, after) => {
  const form = formOf(before)
  await change(form)
  expect(form.text()).toBe(after)
  ;(document.activeElement as HTMLElement).blur()
  while (form.store.getState().doc.text !== before && form.store.getState().undoStops === 0) form.store.undo()
  expect(form.text()).toBe(before)
})

test('a new key of a free map; one that is there is refused in words', async () => {
  const form = formOf(own)
  await press(form, 'my_own', /Add key/)
  const box = () => form.page.getByRole('textbox', { name: i18n.messages.form.newKey })
  await form.user.type(box(), 'k{Enter}')
  expect(form.page.getByText(i18n.messages.refusals['key-exists'])).toBeDefined()
  await form.user.type(box(), '2{Enter}')
  expect(form.text()).toBe(`${own}  k2: null\n`)
})

test('a row shows what the text says now; while that cannot be read it shows what it said, and takes nothing', async () => {
  const form = formOf(trainer)
  const box = async () => (await form.row('trainer.max_steps')).getByRole('textbox') as HTMLInputElement
  expect((await box()).value).toBe('1e-4')
  await form.user.click(await box())
  await act(async () => form.store.dispatch({ edits: [{ from: 22, to: 26, insert: '0.' }], origin: 'editor' }))
  expect((await box()).value).toBe('0.')
  const read = form.text()
  await act(async () => form.store.dispatch({ edits: [{ from: 0, to: 0, insert: '"' }], origin: 'editor' }))
  await form.user.type(await box(), '7')
  expect([(await box()).value, (await box()).readOnly, form.text()]).toEqual(['0.', true, `"${read}`])
})

test('a changed row says so and goes back to what the file had', async () => {
  const form = formOf(named)
  await fill(form, 'name', 'y')
  await press(form, 'name', new RegExp(i18n.messages.form.revert))
  expect(form.text()).toBe(named)
  expect((await form.row('name')).queryByRole('button', { name: new RegExp(i18n.messages.form.revert) })).toBeNull()
})

test('what is wrong at a place stands in its row', async () => {
  const form = formOf('trainer:\n  logger: 5\n')
  expect((await form.row('trainer.logger')).getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
})
