import { type ApplyFailure, applyOverrides } from '../core/hydra/apply-overrides'
import { type CommandLine, readCommandLine } from '../core/hydra/command-line'
import { parseOverride } from '../core/hydra/parse-override'
import { expandRuns, type Runs } from '../core/hydra/runs'
import { composeEdits, type Edit } from '../core/text'
import { shownParsed } from './field-view'
import type { AppState, Store } from './store'

/** One override of a pasted command line: it can be applied, it is a sweep, or why it cannot be applied. */
export interface PastedOverride {
  readonly arg: string
  readonly outcome: 'applies' | 'sweep' | ApplyFailure
}

/** What a pasted command line would do to the open config. `edits`: of those that can be applied, in turn. */
export interface PastedCommand {
  readonly line: CommandLine
  readonly overrides: readonly PastedOverride[]
  /** What `--multirun` starts, null without a sweep. */
  readonly runs: Runs | null
  readonly edits: readonly Edit[]
  readonly text: string
}

/** Reads a command line against the config of a state. Sweeps and what cannot be applied are told and left out. */
export function readPasted(state: AppState, pasted: string): PastedCommand {
  const line = readCommandLine(pasted)
  let { text } = shownParsed(state)
  let edits: Edit[] = []
  const overrides = line.overrides.map((arg): PastedOverride => {
    const read = parseOverride(arg)
    if (read.ok && read.sweep) return { arg, outcome: 'sweep' }
    const applied = applyOverrides(text, [arg], { env: state.env })
    if (!applied.ok) return { arg, outcome: applied }
    edits = composeEdits(edits, applied.edits)
    text = applied.text
    return { arg, outcome: 'applies' }
  })
  const hasSweep = overrides.some(({ outcome }) => outcome === 'sweep')
  return { line, overrides, runs: hasSweep ? expandRuns(line.overrides) : null, edits, text }
}

/** Applies what can be applied, as one step that undo takes back. */
export function applyPasted(store: Store, { edits }: PastedCommand): void {
  store.dispatch({ edits, origin: 'fix' })
}
