import { expect, test } from 'vitest'
import { applyEdits, decodeFile, encodeFile, invertEdits, parse, planSet, scalarSource, typedOf } from './index'

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
