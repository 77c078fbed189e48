import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { diffText } from '../core/document/text-diff'
import { lineAt, mapOffset } from '../core/text'
import type { AppState, Store } from '../state/store'
import { pathAtOffset, spanOfPlace } from '../state/views/place'
import { oncePerFrame } from './once-per-frame'
import styles from './YamlPane.module.css'

/** Of the text area, in px; the same as the full editor's, so that no line moves when that takes over. */
export const plainLineHeight = 20

interface PlainPaneProps {
  readonly store: Store
  readonly label: string
  /** False when another editor takes over for the text of a state. */
  readonly staysFor: (state: AppState) => boolean
  readonly area: RefObject<HTMLTextAreaElement | null>
}

/** The text in a plain text area: there at once, and what stays when the full editor cannot be loaded. */
export function PlainPane({ store, label, area, staysFor }: PlainPaneProps) {
  const [first] = useState(() => store.shown().doc.text)
  useTextOf(store, area, staysFor)
  usePlaceOf(store, area)
  return (
    <textarea
      ref={area}
      className={styles.area}
      aria-label={label}
      defaultValue={first}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      onInput={({ currentTarget: { value } }) =>
        store.dispatch({ edits: diffText(store.getState().doc.text, value), origin: 'editor' })
      }
      onKeyDown={(event) => travelByKey(event, store)}
    />
  )
}

/** Ctrl/Cmd+Z, Ctrl/Cmd+Shift+Z and Ctrl+Y walk the document's history instead of the text area's own. */
function travelByKey(event: KeyboardEvent, store: Store): void {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  event.preventDefault()
  if (key === 'z' && !event.shiftKey) store.undo()
  else store.redo()
}

/** The store's text comes into the area, caret and scroll kept; what an input method is composing is never torn away. */
function useTextOf(
  store: Store,
  area: RefObject<HTMLTextAreaElement | null>,
  staysFor: (state: AppState) => boolean,
): void {
  useLayoutEffect(() => {
    const input = area.current
    if (input === null) return
    let composing = false
    let waiting = false
    const show = (state: AppState, previous: AppState | null) => {
      const { doc, lastChange } = state
      if (input.value === doc.text || !staysFor(state)) return
      waiting = composing
      if (composing) return
      const isNext = lastChange !== null && previous !== null && input.value === previous.doc.text
      write(input, doc.text, isNext ? lastChange.edits : diffText(input.value, doc.text))
    }
    const begin = () => {
      composing = true
    }
    const end = () => {
      composing = false
      if (waiting) show(store.getState(), null)
    }
    const travel = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') store.undo()
      else store.redo()
    }
    input.addEventListener('compositionstart', begin)
    input.addEventListener('compositionend', end)
    input.addEventListener('beforeinput', travel)
    show(store.shown(), null)
    const stop = store.subscribe(show)
    return () => {
      stop()
      input.removeEventListener('compositionstart', begin)
      input.removeEventListener('compositionend', end)
      input.removeEventListener('beforeinput', travel)
    }
  }, [store, area, staysFor])
}

function write(input: HTMLTextAreaElement, text: string, edits: Parameters<typeof mapOffset>[0]): void {
  const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = input
  input.value = text
  input.setSelectionRange(mapOffset(edits, selectionStart), mapOffset(edits, selectionEnd), selectionDirection)
  input.scrollTop = scrollTop
  input.scrollLeft = scrollLeft
}

/** The caret says where the user is; a place that the form or the app names scrolls into view. */
function usePlaceOf(store: Store, area: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const input = area.current
    if (input === null) return
    const report = oncePerFrame(() => {
      const { doc, focus } = store.getState()
      const offset = input.selectionEnd
      if (document.activeElement !== input || focus?.offset === offset || input.value !== doc.text) return
      const path = doc.parsed.sound ? pathAtOffset(doc.parsed, offset) : (focus?.path ?? [])
      store.setFocus({ path, from: 'editor', reveal: false, offset })
    })
    const moved = () => {
      if (document.activeElement === input) report.ask()
    }
    const show = ({ doc, focus }: AppState) => {
      if (focus === null || focus.from === 'editor' || !focus.reveal) return
      const offset = focus.offset ?? spanOfPlace(doc.parsed, focus.path)?.from
      if (offset === undefined) return
      if (focus.offset !== undefined) input.setSelectionRange(offset, offset)
      scrollTo(input, lineAt(doc.text, offset))
    }
    show(store.shown())
    const stop = store.subscribe((state, previous) => {
      if (state.focus !== previous.focus) show(state)
    })
    document.addEventListener('selectionchange', moved)
    return () => {
      stop()
      report.cancel()
      document.removeEventListener('selectionchange', moved)
    }
  }, [store, area])
}

/** A line (from 1) into the middle, unless it is in view. */
function scrollTo(input: HTMLTextAreaElement, line: number): void {
  const top = (line - 1) * plainLineHeight
  if (top >= input.scrollTop && top + plainLineHeight <= input.scrollTop + input.clientHeight) return
  input.scrollTop = top - input.clientHeight / 2
}
