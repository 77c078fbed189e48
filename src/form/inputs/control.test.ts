import { expect, test } from 'vitest'
import { isTextual } from '../../config/context/options'
import { specAt } from '../../config/schema/specs'
import { docOf } from '../../core/document/doc'
import { pathKey } from '../../core/path'
import { setField } from '../../state/edits'
import { createStore } from '../../state/store'
import { fieldView } from '../../state/views/field-view'
import { controlOf, shownOf, sourceOfTyped } from './control'

/** A place of a config with one value: its control and what that shows, then what becomes of the value when something is typed. */
function placeIn(place: string, source: string | null) {
  const path = place.split('.')
  const store = createStore(() => 0)
  const indented = path.map((key, i) => `${'  '.repeat(i)}${key}:`).join('\n')
  store.restore({ doc: docOf(source === null ? '' : `${indented}${source === '' ? '' : ` ${source}`}\n`) })
  const spec = specAt(path)
  const view = () => fieldView(store.getState(), pathKey(path))
  const control = () => controlOf(spec, view())
  const textual = (now: ReturnType<typeof control>) => (spec === null ? now === 'text' : isTextual(spec))
  return {
    control,
    shown: () => shownOf(control(), view(), textual(control())),
    type(typed: string): string {
      expect(setField(store, path, sourceOfTyped(control(), typed, view(), spec))).toBeNull()
      const { parsed, text } = store.getState().doc
      const span = parsed.nodes.get(pathKey(path))?.valueSpan
      return text.slice(span?.from, span?.to)
    },
  }
}

const [text, textOrNull, whole, float, floatOrNull] = [
  'infer.out_path',
  'exp_manager.exp_dir',
  'trainer.devices',
  'trainer.max_steps',
  'trainer.limit_val_batches',
]
const [flag, closed, named, pair, own] = [
  'model.inductor',
  'trainer.precision',
  'model.optim.name',
  'model.data.train.augmentations.center_crop_h_w',
  'my_own.key',
]

test.each([
  // Absent, null, an empty text, a value of its type, one of another type, a reference.
  [text, null, 'text', ''],
  [text, 'null', 'text', ''],
  [text, "''", 'text', ''],
  [text, "'it''s'", 'text', "it's"],
  [text, '1e-4', 'source', '1e-4'],
  [text, '${name}', 'text', '${name}'],
  [textOrNull, null, 'text', ''],
  [textOrNull, '', 'text', ''],
  [textOrNull, '~', 'text', ''],
  [textOrNull, '""', 'text', ''],
  [float, null, 'source', ''],
  [float, 'null', 'source', ''],
  [float, "''", 'source', "''"],
  [float, '1e-4', 'source', '1e-4'],
  [float, "'1'", 'source', "'1'"],
  [flag, null, 'switch', ''],
  [flag, 'null', 'switch', ''],
  [flag, 'on', 'switch', 'on'],
  [flag, "''", 'source', "''"],
  [flag, '1', 'source', '1'],
  [flag, '${trainer.logger}', 'source', '${trainer.logger}'],
  [closed, 'null', 'choice', ''],
  [closed, "'16'", 'choice', "'16'"],
  [named, null, 'choice', ''],
  [named, "'adam'", 'choice', 'adam'],
  [named, '5', 'choice', '5'],
  [pair, null, 'pair', ''],
  [pair, 'null', 'pair', ''],
  [pair, '512, 256', 'pair', '512, 256'],
  [pair, "'512,'", 'pair', '512,'],
  [pair, "''", 'choice', ''],
  [pair, '512', 'choice', '512'],
  [own, 'null', 'source', ''],
  [own, "''", 'text', ''],
  [own, "'a'", 'text', 'a'],
  [own, '5', 'source', '5'],
  [own, 'true', 'switch', 'true'],
])('%s: %s is edited as %s and shown as “%s”', (place, source, control, shown) => {
  const field = placeIn(place, source)
  expect([field.control(), field.shown()]).toEqual([control, shown])
})

test.each([
  // Nothing typed is null; an empty text only where null is no value.
  [text, 'x', '', "''"],
  [text, "'x'", '', "''"],
  [text, '"x"', '', '""'],
  [textOrNull, 'x', '', 'null'],
  [textOrNull, "''", '', 'null'],
  [float, '5', '', 'null'],
  [floatOrNull, '5', '', 'null'],
  [closed, '16', '', 'null'],
  [named, 'adam', '', "''"],
  [pair, '512, 256', '', "''"],
  [own, 'a', '', "''"],
  [own, '5', '', 'null'],
  // Blanks are a text, but no number.
  [text, 'x', ' ', "' '"],
  [textOrNull, 'x', ' ', "' '"],
  [float, '5', '  ', 'null'],
  [own, '5', ' ', 'null'],
  // A text is written so that it stays one; anything else as it is typed, if it is one value.
  [text, 'x', 'null', "'null'"],
  [textOrNull, 'x', 'null', "'null'"],
  [textOrNull, 'null', '5', "'5'"],
  [text, null, 'x', 'x'],
  [float, '5', ' 1e-4 ', '1e-4'],
  [float, '5', 'null', 'null'],
  [float, '5', "''", "''"],
  [float, '5', 'a: b', "'a: b'"],
  [float, '5', '[', "'['"],
  [whole, '1', '[0, 1]', '[0, 1]'],
  [closed, '16', "'16'", "'16'"],
  [own, 'a', '5', "'5'"],
  [own, '5', 'a', 'a'],
  [own, '5', 'null', 'null'],
])('%s: where %s stands, “%s” is written as %s', (place, before, typed, after) => {
  expect(placeIn(place, before).type(typed)).toBe(after)
})

const texts = ['x', "'x y'", '"a: b"', "'16'", "'???'", '${name}', '???']
const others = ['16', '1e-4', '0.', 'true', "'16'", '${name}', '???']

test.each([
  [text, texts],
  [textOrNull, texts],
  [named, texts],
  [float, others],
  [flag, others],
  [closed, others],
  [own, [...texts, ...others]],
])('%s: what a control shows, typed again, is spelt as before', (place, sources) => {
  const again = sources.map((source) => {
    const field = placeIn(place, source)
    return field.type(field.shown())
  })
  expect(again).toEqual(sources)
})
