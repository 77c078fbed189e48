import { useLayoutEffect, useRef } from 'react'
import { useController } from 'react-hook-form'
import { isTextual } from '../config/context/options'
import type { FieldSpec } from '../config/schema/field'
import type { Refusal } from '../core/parsed'
import { type Path, pathKey } from '../core/path'
import { setField } from '../state/edits'
import { useStore } from '../state/store-context'
import type { FieldView } from '../state/views/field-view'
import { fieldName } from './field-name'
import { type Control, shownOf, sourceOfTyped } from './inputs/control'
import { useSectionForm } from './SectionForm'

export type TextBox = HTMLInputElement | HTMLTextAreaElement

export interface BoundField {
  readonly name: string
  /** What the control shows: what is typed, while the text means just that, else what the text holds. */
  readonly value: string
  readonly invalid: boolean
  readonly ref: (box: TextBox | null) => void
  /** The user makes this of the field, key by key; one undo step with what is typed before and after. The text follows once it is painted. */
  readonly type: (typed: string) => void
  /** The same for what is chosen: the text follows at once. */
  readonly set: (typed: string) => void
  readonly onBlur: () => void
}

interface Place {
  readonly path: Path
  readonly spec: FieldSpec | null
  readonly view: FieldView
  readonly refused: (refusal: Refusal | null) => void
}

/**
 * A field whose every input is an edit of the text. What the text holds comes back into it, unless what stands there already means the
 * same (`0.10 ` while typing), so that caret and spelling stay.
 */
export function useBoundField(control: Control, { path, spec, view, refused }: Place): BoundField {
  const store = useStore()
  const form = useSectionForm()
  const key = pathKey(path)
  const name = fieldName(key)
  const shown = shownOf(control, view, spec === null ? control === 'text' : isTextual(spec))
  const { field, fieldState } = useController({ name, control: form.control, defaultValue: shown })
  const box = useRef<TextBox | null>(null)
  const isAhead = useRef(false)
  const caret = useRef<readonly [number | null, number | null] | null>(null)
  const typed = field.value
  useLayoutEffect(() => {
    if (typed === shown || isAhead.current) return
    const isFocused = box.current !== null && document.activeElement === box.current
    if (isFocused && view.present && sourceOfTyped(control, typed, view, spec) === view.source) return
    if (isFocused) caret.current = [box.current?.selectionStart ?? null, box.current?.selectionEnd ?? null]
    form.setValue(name, shown)
  }, [typed, shown, view, control, spec, form, name])
  // A value from elsewhere leaves the caret where it was.
  useLayoutEffect(() => {
    if (caret.current === null || typed !== shown) return
    box.current?.setSelectionRange(...caret.current)
    caret.current = null
  }, [typed, shown])
  const set = (next: string) => {
    const refusal = setField(store, path, sourceOfTyped(control, next, view, spec), { group: key })
    refused(refusal)
    form.setValue(name, refusal === null ? next : shown)
  }
  return {
    name,
    value: typed,
    invalid: fieldState.invalid,
    ref: (element) => {
      box.current = element
      field.ref(element)
    },
    type: (next) => {
      field.onChange(next)
      isAhead.current = true
      store.later(key, () => {
        isAhead.current = false
        set(next)
      })
    },
    set,
    onBlur: field.onBlur,
  }
}
