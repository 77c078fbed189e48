import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { isComposed } from './composed'

test.each([
  ['name: a\n', false],
  ['defaults:\n  - _self_\nname: a\n', false],
  ['defaults:\n  - override hydra/launcher: nemo_launcher\nname: a\n', false],
  ['defaults:\n  - sd_train\n  - _self_\nname: a\n', true],
  ['defaults:\n  - db: mysql\nname: a\n', true],
  ['defaults: sd_train\nname: a\n', false],
])('%j', (text, expected) => {
  expect(isComposed(parse(text))).toBe(expected)
})

test('what a file lacks may be in one that it includes; what stands in it is checked', () => {
  const own = 'trainer:\n  devices: 0\nexp_manager:\n  ema:\n    enable: true\n    every_n_steps: 0\n'
  const composed = `defaults:\n  - sd_train\n  - _self_\n${own}`
  const errors = (text: string) =>
    check(parse(text))
      .filter(({ level }) => level === 'error')
      .map(({ code, path }) => `${code} ${printPath(path)}`)
  expect(errors(own)).toEqual(
    expect.arrayContaining([
      'trainer-precision-missing trainer.precision',
      'logger-conflict trainer.logger',
      'trainer-devices-invalid trainer.devices',
      'ema-every-n-steps exp_manager.ema.every_n_steps',
    ]),
  )
  expect(errors(composed)).toEqual([
    'trainer-devices-invalid trainer.devices',
    'ema-every-n-steps exp_manager.ema.every_n_steps',
  ])
})
