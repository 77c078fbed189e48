import type { editor, IRange } from 'monaco-editor/editor/editor.api.js'
import type { Edit } from '../core/text'

type Changed = (event: { readonly changes: readonly editor.IModelContentChange[] }) => void

/**
 * As much of Monaco's text model as is bound to the store, on a string with LF: offsets and positions, changes told last one first. Its
 * whole code would take longer to load than all other tests.
 */
export class TextModel {
  private readonly listeners = new Set<Changed>()
  /** How the text was changed by others than the user, and read as a whole. */
  readonly calls: ('applyEdits' | 'setValue' | 'getValue')[] = []

  constructor(private text: string) {}

  /** What Monaco's own callers are given. */
  get monaco(): editor.ITextModel {
    return this as unknown as editor.ITextModel
  }

  /** The text, for whoever looks at the screen. */
  get shown(): string {
    return this.text
  }

  /** The user changes the text at one caret or at several. */
  type(...edits: readonly Edit[]): void {
    this.change(edits)
  }

  getValue(): string {
    this.calls.push('getValue')
    return this.text
  }

  getValueLength(): number {
    return this.text.length
  }

  isDisposed(): boolean {
    return false
  }

  onDidChangeContent(listener: Changed): { dispose(): void } {
    this.listeners.add(listener)
    return { dispose: () => void this.listeners.delete(listener) }
  }

  getPositionAt(offset: number): { lineNumber: number; column: number } {
    const lines = this.text.slice(0, Math.max(0, offset)).split('\n')
    return { lineNumber: lines.length, column: (lines.at(-1) ?? '').length + 1 }
  }

  getLineMaxColumn(line: number): number {
    return (this.text.split('\n')[line - 1] ?? '').length + 1
  }

  setValue(text: string): void {
    this.calls.push('setValue')
    this.change([{ from: 0, to: this.text.length, insert: text }])
  }

  applyEdits(edits: readonly { readonly range: IRange; readonly text: string }[]): void {
    this.calls.push('applyEdits')
    this.change(
      edits.map(({ range, text }) => ({
        from: this.offsetAt(range.startLineNumber, range.startColumn),
        to: this.offsetAt(range.endLineNumber, range.endColumn),
        insert: text,
      })),
    )
  }

  private offsetAt(line: number, column: number): number {
    const before = this.text.split('\n').slice(0, line - 1)
    return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  }

  private change(edits: readonly Edit[]): void {
    const changes = edits.toReversed().map(({ from, to, insert }) => {
      const [start, end] = [this.getPositionAt(from), this.getPositionAt(to)]
      return {
        range: {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
        rangeOffset: from,
        rangeLength: to - from,
        text: insert,
      }
    })
    for (const { rangeOffset, rangeLength, text } of changes)
      this.text = this.text.slice(0, rangeOffset) + text + this.text.slice(rangeOffset + rangeLength)
    for (const listener of [...this.listeners]) listener({ changes })
  }
}
