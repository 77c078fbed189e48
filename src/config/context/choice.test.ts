import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { parsePath, printPath } from '../../core/path'
import { check } from '../check/check'
import { checkSchema } from '../check/check-schema'
import { planFix } from '../fixes/fix'
import { allSpecs } from '../schema/specs'
import { decides, noLongerApplies } from './choice'
import facts from './choice.test-data.json'

const modules = 'nemo.collections.multimodal.modules.stable_diffusion'

const optim = `model:
  optim:
    name: NAME
    lr: 1e-4 # the peak
    weight_decay: 0.01
    betas: [0.9, 0.99]
    # decoupled
    adam_w_mode: true
    sched:
      name: SCHED
      warmup_steps: 10
      hold_steps: 5
      min_lr: 0
`
const schedule = optim.replace('NAME', 'adam').replace('adam_w_mode', 'amsgrad').replace('SCHED', 'NAME')
const sampling = `sampling:
  base:
    sampler: NAME
    discretization: EDMDiscretization
    s_churn: 0.0
    s_noise: 1.0
    eta: 1.0
    order: 4
    sigma_min: 0.1
`
const encoder = `model:
  cond_stage_config:
    _target_: ${modules}.encoders.modules.NAME
    version: a
    freeze: true
    layer: last
`

test.each([
  ['fused_adam', optim, 'model.optim.name', []],
  ['adamw', optim, 'model.optim.name', ['adam_w_mode']],
  ['sgd', optim, 'model.optim.name', ['betas', 'adam_w_mode']],
  ['rprop', optim, 'model.optim.name', ['weight_decay', 'betas', 'adam_w_mode']],
  ['no_such', optim, 'model.optim.name', []],
  ['${x}', optim, 'model.optim.name', []],
  ['WarmupHoldPolicy', schedule, 'model.optim.sched.name', []],
  ['WarmupPolicy', schedule, 'model.optim.sched.name', ['hold_steps']],
  ['StepLR', schedule, 'model.optim.sched.name', ['warmup_steps', 'hold_steps', 'min_lr']],
  ['EulerEDMSampler', sampling, 'sampling.base.sampler', ['eta', 'order']],
  ['DPMPP2MSampler', sampling, 'sampling.base.sampler', ['s_churn', 's_noise', 'eta', 'order']],
  ['EulerAncestralSampler', sampling, 'sampling.base.discretization', []],
  ['EulerAncestralSampler', sampling.replace('EDMD', 'LegacyDDPMD'), 'sampling.base.discretization', ['sigma_min']],
  ['FrozenOpenCLIPEmbedder', encoder, 'model.cond_stage_config._target_', []],
  ['FrozenCLIPEmbedder', encoder, 'model.cond_stage_config._target_', ['freeze']],
  ['ClassEmbedder', encoder, 'model.cond_stage_config._target_', ['version', 'freeze', 'layer']],
  ['MyOwn', encoder, 'model.cond_stage_config._target_', []],
])('%s leaves behind what it does not take', (name, text, at, left) => {
  const parsed = parse(text.replace('NAME', name).replace('SCHED', 'StepLR'))
  const path = parsePath(at) ?? []
  const paths = noLongerApplies(parsed, path)
  expect(paths.map((place) => printPath(place.slice(-1))).sort()).toEqual([...left].sort())
  const flagged = check(parsed).filter(({ code }) => code === 'not-applicable' || code === 'unknown-class-parameter')
  const flaggedPaths = flagged.flatMap((issue) => [issue.path, ...(issue.places ?? [])])
  for (const place of paths) expect(flaggedPaths.map(printPath)).toContain(printPath(place))
  const planned = planFix(parsed, { kind: 'all', fixes: paths.map((place) => ({ kind: 'remove', path: place })) })
  expect(planned.ok && noLongerApplies(planned.after, path)).toEqual([])
  if (planned.ok) expect(planned.after.nodes.size).toBeLessThanOrEqual(parsed.nodes.size - left.length)
})

test('what decides', () => {
  const ids = allSpecs()
    .filter(decides)
    .map(({ id }) => id)
  expect(ids.filter((id) => !id.endsWith('_target_'))).toEqual([
    'sampler',
    'discretization',
    'guider',
    'model.optim.name',
    'model.optim.sched.name',
    'infer.sampler_type',
    'sampling.base.sampler',
    'sampling.base.discretization',
    'sampling.base.guider',
    'sampling.refiner.sampler',
    'sampling.refiner.discretization',
    'sampling.refiner.guider',
  ])
  expect(ids.filter((id) => id.endsWith('_target_')).length).toBe(18)
})

describe('optimizers and schedules refuse what the facts do not list, and nothing else', () => {
  const keysAt = (path: string) => [
    ...new Set(facts.filter((fact) => fact.path === path).flatMap(({ takes }) => takes)),
  ]
  test.each(facts)('$name', ({ path, name, takes }) => {
    const isSchedule = path.endsWith('sched')
    const pad = isSchedule ? '      ' : '    '
    const keys = keysAt(path).filter((key) => !['name', 'args', '_target_', 'sched', 'cls'].includes(key))
    const lines = [`name: ${name}`, ...keys.map((key) => `${key}: '${'${x}'}'`)].map((line) => pad + line)
    const text = `model:\n  optim:\n${isSchedule ? '    sched:\n' : ''}${lines.join('\n')}\n`
    const refused = checkSchema(parse(text), null).filter(({ level }) => level === 'error')
    const refusedPaths = refused.flatMap((issue) => [issue.path, ...(issue.places ?? [])])
    expect(refusedPaths.map((place) => String(place.at(-1))).sort()).toEqual(
      keys.filter((key) => !takes.includes(key)).sort(),
    )
  })
})
