import { expect, test } from 'vitest'
import { keepRulesLoaded } from './rule-loading'
import { createStore } from './store'

test('where YAML 1.2 reads a value otherwise is said as soon as the second reader is there', async () => {
  const store = createStore(() => 0)
  store.dispatch({ edits: [{ from: 0, to: 0, insert: 'model:\n  mine: on\n' }], origin: 'editor' })
  const said = () => store.getState().issues.filter(({ code }) => code === 'reads-differently')
  expect(said()).toEqual([])
  const isThere = new Promise<void>((resolve) => {
    store.subscribe(({ readElsewhere }) => {
      if (readElsewhere !== null) resolve()
    })
  })
  const stop = keepRulesLoaded(store)
  await isThere
  stop()
  expect(said().map(({ facts }) => [facts.source, facts.value, facts.elsewhere])).toEqual([['on', 'true', "'on'"]])
})
