/** What the user was doing in one editor, for the next to go on with. */
export interface Handover {
  /** UTF-16 offsets; `anchor` is where the selection began. */
  readonly anchor: number
  readonly caret: number
  /** Lines scrolled out at the top, with fractions. */
  readonly scrolledLines: number
  readonly hasFocus: boolean
}

/** The state of a text area whose lines are `lineHeight` px high. */
export function handoverOf(area: HTMLTextAreaElement, lineHeight: number): Handover {
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area
  const isBackward = selectionDirection === 'backward'
  return {
    anchor: isBackward ? selectionEnd : selectionStart,
    caret: isBackward ? selectionStart : selectionEnd,
    scrolledLines: scrollTop / lineHeight,
    hasFocus: document.activeElement === area,
  }
}
