import { expect, test } from 'vitest'
import { defaultFile, docOf } from '../core/document/doc'
import { keepEnvironmentOnChange } from './drafts/keep'
import { createStore } from './store'
import { answerAt, resolvedOf } from './views/resolved'

test('a variable that is set gives a value to what asks for it, at once and across visits', () => {
  const kept: unknown[] = []
  const store = createStore(() => 0)
  const stop = keepEnvironmentOnChange(store, { keepEnvironment: (env) => kept.push(env) })
  store.restore({ doc: docOf('a: ${oc.env:DATA}/x\nb: ${a}\nc: ${nope}\n', defaultFile) })
  const codes = () => store.getState().issues.map(({ code }) => code)
  expect(codes()).toContain('unresolved-here')
  expect(answerAt(store.getState(), '/a')).toEqual({
    ok: false,
    facts: { reason: 'no-variable', name: 'DATA' },
    at: '',
  })
  expect(answerAt(store.getState(), '/b')).toMatchObject({ ok: false, at: 'a' })
  const text = store.getState().doc.text
  store.setEnvironment({ DATA: '/data' })
  expect(answerAt(store.getState(), '/b')).toEqual({ ok: true, value: { t: 'str', v: '/data/x' } })
  expect(codes()).not.toContain('unresolved-here')
  expect(codes()).toContain('interpolation')
  expect([store.getState().doc.text, kept]).toEqual([text, [{ DATA: '/data' }]])
  store.dispatch({ edits: [{ from: 0, to: 0, insert: 'd: 1\n' }], origin: 'editor' })
  expect(answerAt(store.getState(), '/a')).toMatchObject({ ok: true })
  expect(answerAt(store.getState(), '/d')).toBeNull()
  stop()
})

test('an answer is worked out once a text', () => {
  const store = createStore(() => 0, { env: { A: '1' } })
  store.restore({ doc: docOf('a: ${oc.env:A}\n', defaultFile) })
  const resolved = resolvedOf(store.getState())
  store.setFocus({ path: ['a'], from: 'form', reveal: false })
  expect(resolvedOf(store.getState())).toBe(resolved)
  store.setEnvironment({ A: '2' })
  expect(resolvedOf(store.getState())).not.toBe(resolved)
})
