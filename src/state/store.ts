import { checkWith } from '../config/check-with'
import { type Kind, scriptFamily } from '../config/family'
import { type Environment, noVariables } from '../config/resolution'
import type { Rule } from '../config/rules/rule'
import type { RuleGroup } from '../config/rules/rule-groups'
import { type Doc, newDoc, readDoc, redoDoc, savedDoc, type Transaction, transact, undoDoc } from '../core/doc'
import type { Issue } from '../core/issue'
import type { Parsed } from '../core/parsed'
import type { Path } from '../core/path'
import type { Edit } from '../core/text'
import { readOptions } from './large-text'

/** The place the person is at; `from` tells which pane said so, `reveal` asks the other to scroll to it. */
export interface Focus {
  readonly path: Path
  readonly from: 'form' | 'editor' | 'app'
  readonly reveal: boolean
  /** Where the caret stands in the text (UTF-16 offset), when the editor said so. */
  readonly offset?: number
  /** The issue that is shown there. */
  readonly issue?: Issue
  /** Who gets the keyboard, when it is not the text for an offset and the form for a place alone. */
  readonly keyboard?: 'form' | 'list'
}

/** How the text of `revision` came from the one before it. */
export interface LastChange {
  readonly edits: readonly Edit[]
  readonly origin: Transaction['origin']
  readonly revision: number
}

export interface AppState {
  readonly doc: Doc
  /** Counts changes of the text. */
  readonly revision: number
  readonly lastChange: LastChange | null
  readonly issues: readonly Issue[]
  readonly focus: Focus | null
  /** What `oc.env` sees: set by the person, not by the document. */
  readonly env: Environment
  /** What the person says the document is; null while that is recognised from its text. */
  readonly pinned: Kind | null
  /** The rules that are loaded, by group. */
  readonly rules: ReadonlyMap<RuleGroup, readonly Rule[]>
  /** True when rules that the text needs could not be had. */
  readonly rulesFailed: boolean
}

export type Change = Omit<Transaction, 'at'>

export interface Store {
  getState(): AppState
  /** Calls after each change; returns how to stop. */
  subscribe(listener: (state: AppState, previous: AppState) => void): () => void
  /** The one way the text changes. `after` is the new text already parsed, where the caller has it. Empty edits without a file or name change nothing. */
  dispatch(change: Change, after?: Parsed): void
  undo(): void
  redo(): void
  /** Reads a text that is too large to be read at each change. */
  readNow(): void
  setFocus(focus: Focus | null): void
  setEnvironment(env: Environment): void
  /** Says what kind of config the document is; null leaves it to its text. Opening another document does too. */
  pin(kind: Kind | null): void
  /** Rules that have been loaded; from now on they are checked too. */
  addRules(group: RuleGroup, rules: readonly Rule[]): void
  /** Rules that the text needs could not be had. */
  failRules(): void
  /** The text of now is what the file holds: "changed" marks start from here. */
  markSaved(): void
  /** Starts over from a document kept earlier. */
  restore(doc: Doc, focus: Focus | null, pinned?: Kind | null): void
}

type Checked = Pick<AppState, 'env' | 'pinned' | 'rules'> & { readonly doc: Pick<Doc, 'parsed'> }

/** What is wrong with a document, by the rules that are loaded. */
export const issuesOf = ({ doc, env, pinned, rules }: Checked): Issue[] =>
  checkWith([...rules.values()].flat(), doc.parsed, {
    env,
    ...(pinned === null ? {} : { family: scriptFamily(pinned) }),
  })

const noRules: AppState['rules'] = new Map()

/** A store on an empty document. `now` gives milliseconds; `rules` may come later, by `addRules`. */
export function createStore(now: () => number, env: Environment = noVariables, rules = noRules): Store {
  const listeners = new Set<(state: AppState, previous: AppState) => void>()
  const doc = newDoc()
  const issues = issuesOf({ doc, env, pinned: null, rules })
  let state: AppState = {
    doc,
    revision: 0,
    lastChange: null,
    issues,
    focus: null,
    env,
    pinned: null,
    rules,
    rulesFailed: false,
  }

  function publish(next: AppState) {
    const previous = state
    state = next
    for (const listener of [...listeners]) listener(state, previous)
  }

  function publishText(next: Doc, edits: readonly Edit[], origin: Transaction['origin'], pinned = state.pinned) {
    const revision = state.revision + 1
    const isSame = next.parsed === state.doc.parsed && pinned === state.pinned
    const issues = isSame ? state.issues : issuesOf({ ...state, doc: next, pinned })
    publish({ ...state, doc: next, revision, lastChange: { edits, origin, revision }, issues, pinned })
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch(change, after) {
      if (change.edits.length === 0 && change.file === undefined && change.rename === undefined) return
      const pinned = change.file === undefined ? state.pinned : null
      publishText(
        transact(state.doc, { ...change, at: now() }, after, readOptions),
        change.edits,
        change.origin,
        pinned,
      )
    },
    undo() {
      const step = undoDoc(state.doc, readOptions)
      if (step !== null) publishText(step.doc, step.edits, 'undo')
    },
    redo() {
      const step = redoDoc(state.doc, readOptions)
      if (step !== null) publishText(step.doc, step.edits, 'redo')
    },
    readNow() {
      const doc = readDoc(state.doc)
      publish({ ...state, doc, issues: issuesOf({ ...state, doc }) })
    },
    setEnvironment(next) {
      publish({ ...state, env: next, issues: issuesOf({ ...state, env: next }) })
    },
    pin(kind) {
      publish({ ...state, pinned: kind, issues: issuesOf({ ...state, pinned: kind }) })
    },
    addRules(group, more) {
      const all = new Map(state.rules).set(group, more)
      publish({ ...state, rules: all, rulesFailed: false, issues: issuesOf({ ...state, rules: all }) })
    },
    failRules() {
      publish({ ...state, rulesFailed: true })
    },
    setFocus(focus) {
      publish({ ...state, focus })
    },
    markSaved() {
      publish({ ...state, doc: savedDoc(state.doc) })
    },
    restore(restored, focus, pinned = null) {
      const edits = [{ from: 0, to: state.doc.text.length, insert: restored.text }]
      publishText(restored, edits, 'open', pinned)
      publish({ ...state, focus })
    },
  }
}
