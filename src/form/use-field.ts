import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTextual } from '../config/context/options'
import type { FieldSpec } from '../config/schema/field'
import type { Refusal } from '../core/parsed'
import { type Path, type PathKey, pathKey, samePath } from '../core/path'
import { setField } from '../state/edits'
import type { AppState } from '../state/store'
import { useAppState, useStore } from '../state/store-context'
import { type FieldView, fieldView, focusAt, isBroken, sameFieldView } from '../state/views/field-view'
import { fieldName } from './field-name'
import { useFormHandle } from './form-store'
import { type Control, shownOf, sourceOfTyped } from './inputs/control'

/** What stands at a place; the caller renders again only when that changes. */
export function useFieldView(key: PathKey): FieldView {
  const select = useCallback((state: AppState) => fieldView(state, key), [key])
  return useAppState(select, sameFieldView)
}

export const useIsBroken = (): boolean => useAppState(isBroken)

/** Tells the other pane where the user is. */
export function useFocusPlace(path: Path): () => void {
  const store = useStore()
  return useCallback(() => {
    const { focus } = store.getState()
    // Who is sent here to an issue goes on from it.
    const sent = focus?.issue !== undefined && samePath(focus.path, path) ? { issue: focus.issue } : {}
    store.setFocus({ ...sent, path, from: 'form', reveal: true })
  }, [store, path])
}

export interface BoundInput {
  readonly name: string
  readonly ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => void
  readonly onChange: (event: { target: unknown; type?: string }) => void
  readonly onBlur: (event: { target: unknown; type?: string }) => void
  readonly defaultValue: string
}

/**
 * An input without a draft of its own: each input event is an edit of the text, and the text's value comes back into the input, unless
 * what stands there already means the same (`0.10 ` while typing), so that caret and spelling stay.
 */
export function useBoundInput(
  path: Path,
  spec: FieldSpec | null,
  control: Control,
  view: FieldView,
  refused: (refusal: Refusal | null) => void,
): BoundInput {
  const store = useStore()
  const { register } = useFormHandle()
  const textual = spec === null ? control === 'text' : isTextual(spec)
  const shown = shownOf(control, view, textual)
  const element = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const key = pathKey(path)
  const { ref, onChange, onBlur, name } = register(fieldName(key), {
    onChange: (event: { target: { value: string } }) => {
      const refusal = setField(store, path, sourceOfTyped(control, event.target.value, view, spec), { group: key })
      refused(refusal)
      // The same refusal once more renders nothing: the box would go on showing what is not in the text.
      if (refusal !== null && element.current !== null) writeValue(element.current, shown)
    },
  })
  useLayoutEffect(() => {
    const input = element.current
    if (input === null || input.value === shown) return
    const isSame =
      view.present &&
      document.activeElement === input &&
      sourceOfTyped(control, input.value, view, spec) === view.source
    if (!isSame) writeValue(input, shown)
  })
  return {
    name,
    ref: (input) => {
      element.current = input
      ref(input)
      if (input !== null && input.value !== shown && document.activeElement !== input) input.value = shown
    },
    onChange: (event) => void onChange(event),
    onBlur: (event) => void onBlur(event),
    defaultValue: shown,
  }
}

/** Puts a value that came from elsewhere into an input; the caret stays where it was. */
function writeValue(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const { selectionStart, selectionEnd } = input
  input.value = value
  if (document.activeElement === input) input.setSelectionRange(selectionStart, selectionEnd)
}

/** Whether the user is at a place; one that the app names scrolls into view and takes the keyboard, one of the YAML pane only scrolls. */
export function useHere(path: Path, row: RefObject<HTMLElement | null>): boolean {
  const focus = useAppState(useCallback((state: AppState) => focusAt(state, path), [path]))
  const { setFocus } = useFormHandle()
  useEffect(() => {
    if (focus === null) return
    row.current?.scrollIntoView({ block: focus.from === 'app' ? 'center' : 'nearest' })
    if (focus.from !== 'app' || (focus.keyboard ?? (focus.offset === undefined ? 'form' : 'text')) !== 'form') return
    setFocus(fieldName(pathKey(path)))
    if (!row.current?.contains(document.activeElement)) row.current?.querySelector<HTMLElement>(focusable)?.focus()
  }, [focus, path, row, setFocus])
  return focus !== null
}

const focusable = 'input, textarea, [role=switch], button'

/** Whether something that folds is open: as the user chose, else `byDefault`; being sent inside opens it for good. */
export function useFold(byDefault: boolean, sentInside: boolean): [open: boolean, toggle: () => void] {
  const [choice, setChoice] = useState<boolean | null>(null)
  useEffect(() => {
    if (sentInside) setChoice(true)
  }, [sentInside])
  const open = sentInside || (choice ?? byDefault)
  return [open, () => setChoice(!open)]
}
