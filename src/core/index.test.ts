import { expect, test } from 'vitest'
import {
  applyEdits,
  decodeFile,
  encodeFile,
  invertEdits,
  parse,
  planSet,
  resolveAll,
  resolveAt,
  scalarSource,
  typedOf,
} from './index'

test('a value of a file is changed and nothing else, by the headless core alone', () => {
  const bytes = new TextEncoder().encode('# steps\r\ntrainer:\r\n  devices: 1   # GPUs\r\n')
  const decoded = decodeFile(bytes)
  if (!decoded.ok) throw new Error(decoded.reason)
  const plan = planSet(decoded.text, ['trainer', 'devices'], scalarSource({ t: 'int', v: '8' }))
  if (!plan.ok) throw new Error(plan.refusal)
  const text = applyEdits(decoded.text, plan.edits)
  expect(new TextDecoder().decode(encodeFile(text, decoded.format))).toBe(
    '# steps\r\ntrainer:\r\n  devices: 8   # GPUs\r\n',
  )
  expect(typedOf(parse(text))).toEqual({
    t: 'dict',
    v: [
      [
        { t: 'str', v: 'trainer' },
        {
          t: 'dict',
          v: [
            [
              { t: 'str', v: 'devices' },
              { t: 'int', v: '8' },
            ],
          ],
        },
      ],
    ],
  })
  expect(applyEdits(text, invertEdits(decoded.text, plan.edits))).toBe(decoded.text)
})

test('interpolations are resolved by the headless core alone', () => {
  const text = 'lr: 1e-4\nopt: {lr: "${lr}", home: "${oc.env:HOME}", batch: "${multiply:2,4}"}\n'
  expect(resolveAt(text, ['opt', 'lr'])).toEqual({ ok: true, value: { t: 'float', v: '0.0001' } })
  expect(resolveAt(text, ['opt', 'home'], { env: { HOME: '/root' } })).toEqual({
    ok: true,
    value: { t: 'str', v: '/root' },
  })
  expect(resolveAt(text, ['opt', 'home'], { env: {}, resolvers: [] })).toMatchObject({
    ok: false,
    error: 'InterpolationResolutionError',
    stage: 'access',
  })
  expect(resolveAt(text, ['opt', 'batch'], { resolvers: [] })).toMatchObject({
    ok: false,
    error: 'UnsupportedInterpolationType',
  })
  expect([...resolveAll(text).failures.keys()]).toEqual(['/opt/home'])
})
