/**
 * The headless core: reading a NeMo/Hydra config as OmegaConf reads it and changing its text without touching anything else. Pure
 * functions on strings and plain data; they run in any JavaScript engine. Offsets are UTF-16 units of the text given. Bad text is
 * answered with problems or refusals, never thrown.
 */

/**
 * `{text, file, history, parsed, lastGood, opened}`: a text with its file and its undo history, changed by transactions. `undoDoc` stops at
 * the text that was opened; `goBackDoc` leads to the document before it.
 */
export {
  canUndo,
  type Doc,
  docOf,
  type FileInfo,
  formerFile,
  goBackDoc,
  newDoc,
  type Origin,
  openDoc,
  otherDocuments,
  redoDoc,
  savedDoc,
  type Transaction,
  transact,
  undoDoc,
} from './document/doc'
/** `decodeFile(bytes)` → LF text and format, or why not; `encodeFile(text, format)` → bytes, those that were opened when nothing was edited. */
export { type Decoded, decodeFile, decodeText, encodeFile, type FileFormat } from './document/file-format'
export { diffText } from './document/text-diff'
/** `applyOverrides(text, args)` → text, edits and parsed text after Hydra's command-line overrides, or which argument fails and why. */
export { type Applied, type ApplyFailure, applyOverrides } from './hydra/apply-overrides'
/** A pasted command line ↔ script, config, overrides and the rest of it; `printCommandLine` for `python` and `torchrun`. */
export { type CommandLine, type Launch, printCommandLine, readCommandLine } from './hydra/command-line'
/** `diffOverrides(baseText, text)` → the overrides that make of one config the other, and what none can express. */
export { type DiffReason, type DiffStep, diffOverrides, type OverrideDiff } from './hydra/diff-overrides'
/** What an override is; the encoding is that of the oracle. */
export {
  isHydraOverride,
  type Override,
  type OverrideError,
  type OverrideType,
  type OverrideValue,
} from './hydra/override'
/** `parseOverride(arg)` → `{ok: true, type, key, package, value_type, sweep, value, quoted?}` or the error with its position. */
export { parseOverride } from './hydra/parse-override'
/** `printOverride(path, typed, type?)` → the argument that is read back as exactly that value, or why there is none. */
export { type Inexpressible, printOverride } from './hydra/print-override'
/** `expandRuns(args)` → the table of runs that `--multirun` starts. */
export { expandRuns, type Runs } from './hydra/runs'
/** `shellQuote(arg)` → the argument as any POSIX shell passes it on unchanged. */
export { shellQuote } from './hydra/shell-words'
/** Something wrong, as a code with facts and a place; a one-click repair as data. */
export type { Facts, Fix, Issue, Level } from './issue'
/**
 * Interpolations as OmegaConf resolves them, types kept: `resolveAt(text, path, {env, resolvers})` → `{ok: true, value}` or
 * `{ok: false, error, stage, reason, at}`; `resolveAll` the whole config, as far as it goes; `resolution(parsed, …)` both over a text that
 * is read already. `env` is the environment of `oc.env`, empty by default; `resolvers` which of NeMo's are registered, both by default.
 */
export type { Failure, Reason } from './omegaconf/failure'
/** `parse(text)` → Parsed: values, the place of each, problems. `typedOf(parsed)` → the container as Typed. */
export { parse, typedOf } from './omegaconf/parse'
/**
 * Edits proven before they are returned: parsed again, the text says what was asked and all else is as before. `source` is YAML scalar
 * or flow source, spliced as given.
 */
export {
  planInsert,
  planListInsert,
  planListMove,
  planListRemove,
  planRemove,
  planRename,
  planSet,
} from './omegaconf/plan'
/** Plans for a place together with the values that refer to it; `planUnlink` writes out the value of a reference. */
export {
  planRemoveWithReferences,
  planRenameWithReferences,
  planUnlink,
  type ReferencePlan,
} from './omegaconf/plan-references'
/** `${…}` that name other places: what a config refers to, what refers to a place, how a reference to a place is written. */
export {
  isReferable,
  printReference,
  type Reference,
  referencesIn,
  referencesTo,
  retarget,
  variablesIn,
} from './omegaconf/references'
export {
  type Resolution,
  type Resolved,
  type ResolvedConfig,
  type ResolveOptions,
  resolution,
  resolveAll,
  resolveAt,
} from './omegaconf/resolve'
export type { NemoResolver } from './omegaconf/resolvers'
/** What a text means; `Plan` is `{ok: true, edits}` or `{ok: false, refusal}`. */
export type { NodeStyle, NodeView, Parsed, Plan, Refusal } from './parsed'
/** Places: `['model', 'optim', 'betas', 0]`, written `model.optim.betas[0]`. */
export { type Path, type PathKey, type PathStep, parsePath, pathKey, printPath } from './path'
/** `applyEdits(text, edits)` → text; `invertEdits(text, edits)` → edits on the new text that give the old one back. */
export {
  applyEdits,
  composeEdits,
  type Edit,
  invertEdits,
  lineStarts,
  mapOffset,
  offsetAt,
  type Position,
  positionAt,
  type Span,
} from './text'
/** Values with their Python type, in the encoding of the oracle files. */
export { floatOf, floatRepr, type Typed, type TypedScalar } from './typed'
/** `scalarSource(typed)` → one line of YAML that is read back as that value, quoted only where it must be. */
export { keySource, scalarSource, textSource } from './yaml/scalar'
