import { expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { planFix } from '../fixes/fix'
import { planSuppression } from '../fixes/plan-suppression'
import { check } from './check'

const keyCodes = ['unused-key', 'not-applicable', 'training-keys-in-inference']
const found = (text: string): Issue[] => check(parse(text)).filter(({ code }) => keyCodes.includes(code))
const written = ({ code, path, places = [], facts }: Issue): string =>
  [code, printPath(path), ...places.map((place) => `+${printPath(place)}`), String(facts.keys ?? '')].join(' ').trim()

const unread = 'model:\n  monitor: loss\n  seed: 1\n  use_ema: false\n'
const sampled = 'sampling:\n  base:\n    sampler: DPMPP2MSampler\n    eta: 1.0\n    order: 4\n'
const drawn = 'trainer:\n  devices: 1\n  max_epochs: 1\n  max_steps: 2\ninfer:\n  seed: 1\n'

test.each<[string, string[], string]>([
  [unread, ['unused-key model.monitor +model.use_ema monitor,use_ema'], 'model:\n  seed: 1\n'],
  [
    sampled,
    ['not-applicable sampling.base.eta +sampling.base.order eta,order'],
    'sampling:\n  base:\n    sampler: DPMPP2MSampler\n',
  ],
  [
    drawn,
    ['training-keys-in-inference trainer.max_epochs +trainer.max_steps max_epochs,max_steps'],
    'trainer:\n  devices: 1\ninfer:\n  seed: 1\n',
  ],
  ['model:\n  monitor: loss\n  seed: 1\n', ['unused-key model.monitor'], 'model:\n  seed: 1\n'],
  [
    'model:\n  monitor: loss\n  data:\n    name: x\n',
    ['unused-key model.monitor', 'unused-key model.data.name'],
    'model:\n  data:\n    name: x\n',
  ],
])('%j: keys of one object are one issue with one repair', (text, issues, after) => {
  expect(found(text).map(written)).toEqual(issues)
  const fix = found(text)[0]?.fix
  const planned = fix === undefined ? null : planFix(parse(text), fix)
  expect(planned?.ok && planned.after.text).toBe(after)
})

test('what is inside an object that nothing reads is not said again', () => {
  expect(
    found('model:\n  data:\n    pbss_checkpoint_saving:\n      enable: x\n      save_frequency: 5\n').map(written),
  ).toEqual(['unused-key model.data.pbss_checkpoint_saving'])
})

test('a comment suppresses its own key; suppressing the issue suppresses all of them', () => {
  const one = unread.replace('loss', 'loss # t2i-config: ignore unused-key')
  expect(found(one).map(written)).toEqual(['unused-key model.use_ema'])
  const [issue] = found(unread)
  const planned = issue === undefined ? null : planSuppression(parse(unread), issue)
  const suppressed =
    'model:\n  monitor: loss # t2i-config: ignore unused-key\n  seed: 1\n  use_ema: false # t2i-config: ignore unused-key\n'
  expect(planned?.ok && planned.after.text).toBe(suppressed)
  expect(found(suppressed)).toEqual([])
})
