import { composeEdits, type Edit } from './text'

/** One step back: edits on the text of then that restore the text before it, and whatever else changed with it. */
export interface Step<Extra> {
  readonly inverse: readonly Edit[]
  readonly extra: Extra
  readonly group: string | null
  /** Milliseconds; when the step was last added to. */
  readonly at: number
  /** Where the step's last change ended, in the text after it. */
  readonly end: number
}

/** The steps back and forward of one document, oldest first. */
export interface History<Extra> {
  readonly past: readonly Step<Extra>[]
  readonly future: readonly Step<Extra>[]
}

export const emptyHistory: History<never> = { past: [], future: [] }

/** Typing in one place within this many milliseconds is one step. */
export const groupingTime = 500
const maxSteps = 1000

/** Adds a step; joins it to the last one when both have the same group and follow each other in time. */
export function record<Extra>(history: History<Extra>, step: Step<Extra>): History<Extra> {
  const last = history.past.at(-1)
  const joins =
    last !== undefined && step.group !== null && last.group === step.group && step.at - last.at < groupingTime
  if (!joins) return { past: [...history.past, step].slice(-maxSteps), future: [] }
  const joined: Step<Extra> = { ...step, inverse: composeEdits(step.inverse, last.inverse), extra: last.extra }
  return { past: [...history.past.slice(0, -1), joined], future: [] }
}
