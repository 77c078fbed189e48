import { type ApplyFailure, applyToParsed } from '../core/hydra/apply-overrides'
import { type CommandLine, readCommandLine } from '../core/hydra/command-line'
import { parseOverride } from '../core/hydra/parse-override'
import { expandRuns, type Runs } from '../core/hydra/runs'
import { composeEdits, type Edit } from '../core/text'
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

/**
 * Reads a command line against the config of a state. Sweeps and what cannot be applied are told and left out; to a text that cannot be
 * read nothing can be applied.
 */
export function readPasted({ doc, env }: Pick<AppState, 'doc' | 'env'>, pasted: string): PastedCommand {
  const line = readCommandLine(pasted)
  let { parsed } = doc
  let edits: Edit[] = []
  const overrides = line.overrides.map((arg): PastedOverride => {
    const read = parseOverride(arg)
    const isSweep = read.ok && read.sweep
    const applied = applyToParsed(parsed, [isSweep ? firstOf(arg) : arg], { env })
    if (!applied.ok) return { arg, outcome: applied.stage === 'sweep' ? 'sweep' : applied }
    if (isSweep) return { arg, outcome: 'sweep' }
    edits = composeEdits(edits, applied.edits)
    parsed = applied.parsed
    return { arg, outcome: 'applies' }
  })
  const hasSweep = overrides.some(({ outcome }) => outcome === 'sweep')
  return { line, overrides, runs: hasSweep ? expandRuns(line.overrides) : null, edits, text: parsed.text }
}

/** What the first run of a sweep gets; the sweep itself when its runs are not known. */
function firstOf(sweep: string): string {
  const runs = expandRuns([sweep])
  return (runs.ok ? runs.runs[0]?.[0] : undefined) ?? sweep
}

/** Applies what can be applied to the text of now, as one step that undo takes back; returns what was read. */
export function applyPasted(store: Store, pasted: string): PastedCommand {
  const command = readPasted(store.getState(), pasted)
  store.dispatch({ edits: command.edits, origin: 'fix' })
  return command
}
