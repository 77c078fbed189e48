import { parse } from '../omegaconf/parse'
import type { Parsed, Refusal } from '../parsed'
import type { Path } from '../path'
import { applyEdits, composeEdits, type Edit } from '../text'
import { sameTyped, type Typed } from '../typed'
import { readSource } from '../yaml/plan-value'
import { type ApplyError, type ApplyOptions, applyToTyped } from './apply-typed'
import type { Override, OverrideError, ValueType } from './override'
import { parseOverride } from './parse-override'
import { planTyped, type Spelling } from './plan-typed'

/** Why nothing was applied. `index` counts the arguments, -1 for the config itself; `error` is the class that Hydra would raise. */
export type ApplyFailure = { readonly ok: false; readonly index: number; readonly error: string } & (
  | { readonly stage: 'load' } // the config is no dict that OmegaConf loads
  | ({ readonly stage: 'parse' } & OverrideError)
  | { readonly stage: 'sweep'; readonly code: ValueType } // several values: that takes `--multirun`
  | ({ readonly stage: 'apply' } & ApplyError)
  | { readonly stage: 'edit'; readonly refusal: Refusal; readonly path: Path } // Hydra would apply it, but it cannot be written into this text
)
export type Applied =
  | { readonly ok: true; readonly text: string; readonly edits: Edit[]; readonly parsed: Parsed }
  | ApplyFailure

/**
 * A config's text after command-line overrides, applied in turn as Hydra does, all or none. Everything else keeps its bytes; `edits` lead
 * from the text given to the new one.
 */
export function applyOverrides(text: string, args: readonly string[], options: ApplyOptions = {}): Applied {
  return applyToParsed(parse(text), args, options)
}

/** As `applyOverrides`, for a text that is parsed already. */
export function applyToParsed(parsed: Parsed, args: readonly string[], options: ApplyOptions = {}): Applied {
  if (!parsed.sound || parsed.typed.t !== 'dict')
    return { ok: false, stage: 'load', index: -1, error: loadError(parsed) }
  const read = readAll(args)
  return 'ok' in read ? read : applyAll(parsed, args, read, options)
}

const loadError = ({ problems }: Parsed): string =>
  String(problems.find(({ level }) => level === 'error')?.facts.error ?? 'ConfigCompositionException')

/** All arguments are read before any is applied, and sweeps are refused before that too. */
function readAll(args: readonly string[]): Override[] | ApplyFailure {
  const overrides: Override[] = []
  for (const [index, arg] of args.entries()) {
    const read = parseOverride(arg)
    if (!read.ok) return { ...read, stage: 'parse', index }
    overrides.push(read)
  }
  const index = overrides.findIndex(({ sweep }) => sweep)
  const code = overrides[index]?.value_type
  return code == null ? overrides : { ok: false, stage: 'sweep', index, error: 'ConfigCompositionException', code }
}

function applyAll(
  before: Parsed,
  args: readonly string[],
  overrides: readonly Override[],
  options: ApplyOptions,
): Applied {
  let parsed = before
  let edits: Edit[] = []
  for (const [index, override] of overrides.entries()) {
    const applied = applyToTyped(parsed.typed, override, options)
    if (!applied.ok) return { ok: false, stage: 'apply', index, ...applied.error }
    const planned = planTyped(parsed, applied.typed, spellingOf(args[index] ?? '', override))
    if (!planned.ok)
      return { ok: false, stage: 'edit', index, error: 'refused', refusal: planned.refusal, path: planned.path }
    edits = composeEdits(edits, planned.edits)
    parsed = planned.after
  }
  if (applyEdits(before.text, edits) === parsed.text) return { ok: true, text: parsed.text, edits, parsed }
  return { ok: false, stage: 'edit', index: -1, error: 'refused', refusal: 'unproven', path: [] }
}

/** The way a number was typed (`6.0e-4`), when YAML reads it as the same number. */
function spellingOf(arg: string, { value }: Override): Spelling | null {
  if (value === null || (value.t !== 'int' && value.t !== 'float')) return null
  const source = arg.slice(arg.indexOf('=') + 1).trim()
  const read: Typed | null = readSource(source)
  return read !== null && sameTyped(read, value) ? { typed: value, source } : null
}
