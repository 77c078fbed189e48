import { composeEdits, type Edit, invertEdits, mapOffset, type Span } from './text'

/** One step back or forward: edits on the text of its moment, and what stands beside the text once they are made. */
export interface Step<Beside> {
  readonly edits: readonly Edit[]
  readonly beside: Beside
  /** Characters that it holds. */
  readonly size: number
}

/** The steps back and forward of one document, the next one last. */
export interface History<Beside> {
  readonly past: readonly Step<Beside>[]
  readonly future: readonly Step<Beside>[]
  /** What the next change must go on with to join the last step; null when nothing may. */
  readonly joint: Joint | null
}

interface Joint {
  readonly origin: string
  readonly group: string | undefined
  /** Milliseconds. */
  readonly at: number
  /** Where the step changed the text, in the text of now. */
  readonly touched: readonly Span[]
}

/** A change as it is recorded. */
export interface Change<Beside> {
  readonly edits: readonly Edit[]
  readonly origin: string
  readonly at: number
  readonly group?: string | undefined
  /** Never joins a step, and none joins it. */
  readonly alone: boolean
  readonly before: { readonly text: string; readonly beside: Beside }
  readonly after: { readonly text: string; readonly beside: Beside }
  /** Characters that `before.beside` holds on its own. */
  readonly besideSize: number
}

export const emptyHistory: History<never> = { past: [], future: [], joint: null }

/** Changes in one place less than this many milliseconds apart are one step. */
export const groupingTime = 500
export const maxSteps = 1000
/** What all steps back may hold together, 50 MB in memory; the last one is kept whatever its size. */
export const maxHeldCharacters = 25_000_000

/** The history with one change more, which can be a step of its own or part of the last one. What could be redone is gone. */
export function record<Beside>(
  history: History<Beside>,
  change: Change<Beside>,
  isSame: (a: Beside, b: Beside) => boolean,
): History<Beside> {
  const back = invertEdits(change.before.text, change.edits)
  const { past, joint } = history
  const last = past.at(-1)
  if (last !== undefined && joint !== null && joins(joint, change)) {
    const edits = composeEdits(back, last.edits)
    const isNothing = edits.every(({ from, to, insert }) => change.after.text.slice(from, to) === insert)
    if (isNothing && isSame(last.beside, change.after.beside))
      return { past: past.slice(0, -1), future: [], joint: null }
    const joined = { edits, beside: last.beside, size: sizeOf(edits) + change.besideSize }
    return {
      past: bounded([...past.slice(0, -1), joined]),
      future: [],
      joint: jointOf(change, touchedBy(joint, change)),
    }
  }
  const step = { edits: back, beside: change.before.beside, size: sizeOf(back) + change.besideSize }
  const isOpen = !change.alone && !isPaste(change)
  return { past: bounded([...past, step]), future: [], joint: isOpen ? jointOf(change, back) : null }
}

/** One step taken: the history then, and the edits that lead there from `text`. Null when there is none. */
export function travel<Beside>(
  { past, future }: History<Beside>,
  direction: 'undo' | 'redo',
  now: { readonly text: string; readonly beside: (step: Step<Beside>) => Beside },
): { history: History<Beside>; step: Step<Beside> } | null {
  const step = (direction === 'undo' ? past : future).at(-1)
  if (step === undefined) return null
  const edits = invertEdits(now.text, step.edits)
  const back = { edits, beside: now.beside(step), size: sizeOf(edits) }
  const history =
    direction === 'undo'
      ? { past: past.slice(0, -1), future: [...future, back], joint: null }
      : { past: [...past, back], future: future.slice(0, -1), joint: null }
  return { history, step }
}

const jointOf = <Beside>({ origin, group, at }: Change<Beside>, touched: readonly Span[]): Joint => ({
  origin,
  group,
  at,
  touched: touched.map(({ from, to }) => ({ from, to })),
})

/** True when a change goes on when and where the last one was: in the same group, or at the places just typed at. */
function joins<Beside>(joint: Joint, change: Change<Beside>): boolean {
  const pause = change.at - joint.at
  const isSoon = pause >= 0 && pause < groupingTime
  if (change.alone || !isSoon || change.origin !== joint.origin || change.group !== joint.group) return false
  if (change.group !== undefined) return true
  return (
    change.edits.length === joint.touched.length &&
    change.edits.every((edit, i) => goesOn(edit, joint.touched[i] ?? { from: -1, to: -1 }))
  )
}

/** A key's worth of text at the place just typed at; more only in place of what was typed, as an input method composes. */
const goesOn = (edit: Edit, { from, to }: Span): boolean =>
  isTyped(edit)
    ? edit.from <= to && edit.to >= from
    : !edit.insert.includes('\n') && edit.from >= from && edit.to <= to && edit.from < edit.to

const typedAtOnce = /^(?:|.|\n[ \t]*|\[\]|\{\}|\(\)|''|"")$/su

/** What one key gives: a character, a line break with indentation, a bracket or quote that the editor closes. */
const isTyped = ({ insert }: Edit): boolean => typedAtOnce.test(insert)

const isPaste = <Beside>({ edits, group }: Change<Beside>): boolean => group === undefined && !edits.every(isTyped)

function touchedBy<Beside>({ touched }: Joint, { before, edits }: Change<Beside>): Span[] {
  return invertEdits(before.text, edits).map((span, i) => {
    const { from, to } = touched[i] ?? span
    const earlier =
      touched[i] === undefined ? span : { from: mapOffset(edits, from), to: mapOffset(edits, to, 'after') }
    return { from: Math.min(span.from, earlier.from), to: Math.max(span.to, earlier.to) }
  })
}

const sizeOf = (edits: readonly Edit[]): number => edits.reduce((sum, { insert }) => sum + insert.length, 0)

function bounded<Beside>(past: readonly Step<Beside>[]): readonly Step<Beside>[] {
  let first = Math.max(past.length - 1, 0)
  let held = past[first]?.size ?? 0
  while (first > 0 && past.length - first < maxSteps) {
    held += past[first - 1]?.size ?? 0
    if (held > maxHeldCharacters) break
    first--
  }
  return first === 0 ? past : past.slice(first)
}
