import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import type { Path } from '../path'
import { floatRepr, type Typed, typedStr } from '../typed'
import type { OverrideType } from './override'
import { parseOverride } from './parse-override'
import { printOverride } from './print-override'

interface Case {
  id: string
  value: Typed
  candidates: { text: string; round_trips: boolean }[]
  any_round_trips: boolean
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL('../oracle/overrides-render.json', import.meta.url), 'utf8'),
)

test.each(cases.map((row) => [`${row.id} ${JSON.stringify(row.value).slice(0, 70)}`, row] as const))('%s', (_, row) => {
  const printed = printOverride(['k'], row.value)
  expect(printed.ok).toBe(row.any_round_trips)
  if (!printed.ok) return
  expect(parseOverride(printed.text)).toMatchObject({ ok: true, value_type: 'element', value: row.value })
  const known = row.candidates.find(({ text }) => `k=${text}` === printed.text)
  expect(known?.round_trips ?? true).toBe(true)
})

const int = (v: string): Typed => ({ t: 'int', v })
const float = (v: string): Typed => ({ t: 'float', v })
test.each<[Path, Typed, OverrideType, string]>([
  [['model', 'optim', 'lr'], float('1e-05'), 'change', 'model.optim.lr=1e-5'],
  [['lr'], float('0.0001'), 'change', 'lr=1e-4'],
  [['lr'], float('0.5'), 'change', 'lr=0.5'],
  [['steps'], float('1000000.0'), 'change', 'steps=1e6'],
  [['model', 'betas', 1], float('0.999'), 'change', 'model.betas.1=0.999'],
  [['trainer', 'devices'], int('8'), 'add', '+trainer.devices=8'],
  [['trainer', 'devices'], int('8'), 'force_add', '++trainer.devices=8'],
  [['trainer', 'devices'], int('8'), 'del', '~trainer.devices'],
  [['name'], typedStr('a b'), 'change', 'name=a b'],
  [['name'], typedStr('64, 64'), 'change', 'name="64, 64"'],
  [['name'], typedStr('say "hi", now'), 'change', `name='say "hi", now'`],
  [['name'], typedStr('${a.${b}}'), 'change', 'name="${a.${b}}"'],
  [['name'], typedStr('${a.b}/x'), 'change', 'name=${a.b}/x'],
  [['name'], typedStr('8'), 'change', 'name="8"'],
  [['name'], typedStr(''), 'change', 'name='],
  [['names'], { t: 'list', v: [typedStr(''), typedStr('a-b')] }, 'change', `names=["",a-b]`],
  [['$x', 'a-b', '5'], { t: 'dict', v: [] }, 'add', '+$x.a-b.5={}'],
  [['radius'], { t: 'dict', v: [[int('7'), typedStr('x')]] }, 'add', '+radius={7:x}'],
  [['m'], { t: 'dict', v: [[typedStr('a:b'), int('1')]] }, 'add', '+m={a\\:b:1}'],
])('%j as %j (%s) is %s', (path, typed, type, text) => {
  expect(printOverride(path, typed, type)).toEqual({ ok: true, text })
})

test.each<[Path, Typed, string]>([
  [['a b'], int('1'), 'key'],
  [['a.b'], int('1'), 'key'],
  [['学习率'], int('1'), 'key'],
  [['a', ''], int('1'), 'key'],
  [['7'], int('1'), 'key'],
  [[], int('1'), 'key'],
  [['a', true], int('1'), 'key'],
  [['a', -1], int('1'), 'key'],
  [['a'], { t: 'bytes', v: 'aGk=' }, 'type'],
  [['a'], { t: 'path', v: 'x' }, 'type'],
  [['a'], { t: 'dict', v: [[typedStr('学习率'), int('1')]] }, 'dict-key'],
  [['a'], { t: 'dict', v: [[typedStr('1'), int('1')]] }, 'dict-key'],
  [['a'], typedStr('\0'), 'character'],
  [['a'], typedStr('\ud800'), 'character'],
  [['a'], int('9'.repeat(5000)), 'too-long'],
])('%j as %j has no override: %s', (path, typed, reason) => {
  expect(printOverride(path, typed)).toEqual({ ok: false, reason })
})

const character = fc.constantFrom(...'ab1-.,:=\'"\\${}[]() \t\n#?|*~é中')
const scalar: fc.Arbitrary<Typed> = fc.oneof(
  fc.constant<Typed>({ t: 'null' }),
  fc.boolean().map((v): Typed => ({ t: 'bool', v })),
  fc.bigInt().map((v): Typed => ({ t: 'int', v: String(v) })),
  fc.double().map((v): Typed => ({ t: 'float', v: floatRepr(v) })),
  fc.string({ unit: character, maxLength: 12 }).map(typedStr),
  fc.constantFrom('null', 'TRUE', 'inf', '1e5', '-3', '.5', '${a}', '${a', '???').map(typedStr),
)
const tree = fc.letrec<{ value: Typed }>((tie) => ({
  value: fc.oneof(
    { arbitrary: scalar, weight: 4 },
    fc.array(tie('value'), { maxLength: 3 }).map((v): Typed => ({ t: 'list', v })),
    fc
      .uniqueArray(fc.tuple(fc.string({ unit: character, minLength: 1, maxLength: 3 }), tie('value')), {
        maxLength: 3,
        selector: ([key]) => key,
      })
      .map((entries): Typed => ({ t: 'dict', v: entries.map(([key, value]) => [typedStr(key), value]) })),
  ),
})).value

test('whatever is printed is read back as that value, and all but odd dict keys are printed', () => {
  let printedCount = 0
  fc.assert(
    fc.property(tree, (typed) => {
      const printed = printOverride(['k'], typed)
      if (!printed.ok) {
        expect(printed.reason).toBe('dict-key')
        return
      }
      printedCount++
      const read = parseOverride(printed.text)
      expect(read).toMatchObject({ ok: true, key: 'k', type: 'change', value_type: 'element', value: typed })
    }),
    { seed: 31, numRuns: share(2500) },
  )
  expect(printedCount).toBeGreaterThan(share(1800))
})
