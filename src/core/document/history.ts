import { composeEdits, type Edit, invertEdits, mapOffset, type Span } from '../text'

/** One step back or forward: edits on the text of its moment, and what holds beside the text once they are made. */
export interface Step<Context> {
  readonly edits: readonly Edit[]
  readonly context: Context
  /** Characters that it holds. */
  readonly size: number
  /** It leads to another document: never joined with its neighbours. */
  readonly isOpening: boolean
}

/** The steps back and forward of one document, the next one last. */
export interface History<Context> {
  readonly past: readonly Step<Context>[]
  readonly future: readonly Step<Context>[]
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
export interface Change<Context> {
  readonly edits: readonly Edit[]
  readonly origin: string
  readonly at: number
  /** Changes of one group that follow each other are one step, whatever the time between them, until `closeStep`. */
  readonly group?: string | undefined
  /** Never joins a step, and none joins it. */
  readonly alone: boolean
  readonly isOpening: boolean
  readonly before: { readonly text: string; readonly context: Context }
  readonly after: { readonly text: string; readonly context: Context }
  /** Characters that `before.context` holds on its own. */
  readonly contextSize: number
}

export const emptyHistory: History<never> = { past: [], future: [], joint: null }

/** Typing in one place with less than this many milliseconds between the keys is one step. */
const groupingTime = 500
/** How far back single steps reach; the edits of one document before that are kept as one step, so that its first text is never lost. */
export const maxSteps = 1000
/** What all steps back may hold together, 50 MB in memory; what leads to the first text of the document of now is kept whatever its size. */
export const maxHeldCharacters = 25_000_000

/** The history with one change more, which can be a step of its own or part of the last one. What could be redone is gone. */
export function record<Context>(
  history: History<Context>,
  change: Change<Context>,
  isSame: (a: Context, b: Context) => boolean,
): History<Context> {
  const back = invertEdits(change.before.text, change.edits)
  const { past, joint } = history
  const last = past.at(-1)
  if (last !== undefined && joint !== null && joins(joint, change)) {
    const edits = composeEdits(back, last.edits)
    const isNothing = edits.every(({ from, to, insert }) => change.after.text.slice(from, to) === insert)
    if (isNothing && isSame(last.context, change.after.context))
      return { past: past.slice(0, -1), future: [], joint: null }
    const joined = { edits, context: last.context, size: sizeOf(edits), isOpening: false }
    return {
      past: bounded([...past.slice(0, -1), joined]),
      future: [],
      joint: jointOf(change, touchedBy(joint, change)),
    }
  }
  const size = sizeOf(back) + change.contextSize
  const step = { edits: back, context: change.before.context, size, isOpening: change.isOpening }
  const isOpen = !change.alone && !isPaste(change)
  return { past: bounded([...past, step]), future: [], joint: isOpen ? jointOf(change, back) : null }
}

/** One step taken: the history then, and the edits that lead there from `text`. Null when there is none. */
export function travel<Context>(
  { past, future }: History<Context>,
  direction: 'undo' | 'redo',
  now: { readonly text: string; readonly context: (step: Step<Context>) => Context },
): { history: History<Context>; step: Step<Context> } | null {
  const step = (direction === 'undo' ? past : future).at(-1)
  if (step === undefined) return null
  const edits = invertEdits(now.text, step.edits)
  const back = { edits, context: now.context(step), size: sizeOf(edits), isOpening: step.isOpening }
  const history =
    direction === 'undo'
      ? { past: past.slice(0, -1), future: [...future, back], joint: null }
      : { past: [...past, back], future: future.slice(0, -1), joint: null }
  return { history, step }
}

const jointOf = <Context>({ origin, group, at }: Change<Context>, touched: readonly Span[]): Joint => ({
  origin,
  group,
  at,
  touched: touched.map(({ from, to }) => ({ from, to })),
})

/** What comes next is a step of its own: the user has left the place, or what stands there was saved. */
export const closeStep = <Context>(history: History<Context>): History<Context> =>
  history.joint === null ? history : { ...history, joint: null }

/** True when a change goes on with the last one: in the same group, or soon and at the places just typed at. */
function joins<Context>(joint: Joint, change: Change<Context>): boolean {
  if (change.alone || change.origin !== joint.origin || change.group !== joint.group) return false
  if (change.group !== undefined) return true
  const pause = change.at - joint.at
  return (
    pause >= 0 &&
    pause < groupingTime &&
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

const isPaste = <Context>({ edits, group }: Change<Context>): boolean => group === undefined && !edits.every(isTyped)

function touchedBy<Context>({ touched }: Joint, { before, edits }: Change<Context>): Span[] {
  return invertEdits(before.text, edits).map((span, i) => {
    const { from, to } = touched[i] ?? span
    const earlier =
      touched[i] === undefined ? span : { from: mapOffset(edits, from), to: mapOffset(edits, to, 'after') }
    return { from: Math.min(span.from, earlier.from), to: Math.max(span.to, earlier.to) }
  })
}

const sizeOf = (edits: readonly Edit[]): number => edits.reduce((sum, { insert }) => sum + insert.length, 0)

interface Limits {
  readonly steps: number
  readonly characters: number
}

/**
 * The steps back within the limits, the newest ones singly. The oldest are joined into one as long as they belong to one document; former
 * documents are forgotten only where the characters do not suffice for them.
 */
export function bounded<Context>(
  past: readonly Step<Context>[],
  { steps, characters }: Limits = { steps: maxSteps, characters: maxHeldCharacters },
): readonly Step<Context>[] {
  let kept = past
  let held = past.reduce((sum, { size }) => sum + size, 0)
  while (kept.length > 1 && (kept.length > steps || held > characters)) {
    const at =
      held > characters
        ? 0
        : Math.max(
            kept.findIndex((_, i) => areJoinable(kept, i)),
            0,
          )
    const [older, newer] = kept.slice(at, at + 2) as [Step<Context>, Step<Context>]
    const joined = areJoinable(kept, at) ? joinedStep(older, newer) : null
    held += (joined?.size ?? newer.size) - older.size - newer.size
    kept = joined === null ? kept.slice(1) : [...kept.slice(0, at), joined, ...kept.slice(at + 2)]
  }
  return kept
}

/** True when the step at an index and the next one are of one document. */
const areJoinable = <Context>(steps: readonly Step<Context>[], index: number): boolean =>
  steps[index]?.isOpening === false && steps[index + 1]?.isOpening === false

/** Two steps back as one, the later one first. */
function joinedStep<Context>(earlier: Step<Context>, later: Step<Context>): Step<Context> {
  const edits = composeEdits(later.edits, earlier.edits)
  return { edits, context: earlier.context, size: sizeOf(edits), isOpening: false }
}
