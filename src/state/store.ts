import { checkWith } from '../config/check/check-with'
import type { RuleGroup } from '../config/rules/rule-groups'
import { type Kind, scriptFamily } from '../config/schema/family'
import { type Environment, noVariables } from '../config/view/resolution'
import type { Rule } from '../config/view/rule'
import {
  closedDoc,
  type Doc,
  goBackDoc,
  newDoc,
  openDoc,
  readDoc,
  redoDoc,
  savedDoc,
  type Transaction,
  transact,
  transactAll,
  undoDoc,
} from '../core/document/doc'
import { diffText } from '../core/document/text-diff'
import type { Issue } from '../core/issue'
import type { Parsed } from '../core/parsed'
import type { Path } from '../core/path'
import { composeEdits, type Edit } from '../core/text'
import type { SecondReader } from '../core/yaml12/second-reader'
import type { TabDraft } from './drafts/draft'
import { readOptions } from './large-text'
import type { DiskFile } from './ports'

/** The place the user is at; `from` tells which pane said so, `reveal` asks the other to scroll to it. */
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
interface LastChange {
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
  /** What `oc.env` sees: set by the user, not by the document. */
  readonly env: Environment
  /** What the user says the document is; null while that is recognised from its text. */
  readonly pinned: Kind | null
  /** The rules that are loaded, by group. */
  readonly rules: ReadonlyMap<RuleGroup, readonly Rule[]>
  /** How programs that read YAML 1.2 read a plain scalar; null until that is loaded. */
  readonly readElsewhere: SecondReader | null
  /** True when rules that the text needs could not be had. */
  readonly rulesFailed: boolean
  /** Where the documents lie that are open or can be gone back to, by the id of their file. */
  readonly disks: ReadonlyMap<string, DiskFile>
  /** False when the browser does not keep what is written: then only the page holds it. */
  readonly draftsKept: boolean
  /** Unsaved texts that no open tab has any more. */
  readonly others: readonly TabDraft[]
  /** Counts how often undo was asked for where the document is as it was opened. */
  readonly undoStops: number
}

/** A document as it is brought from elsewhere: a draft of an earlier visit or of another tab. */
interface BroughtDocument {
  readonly doc: Doc
  readonly focus?: Focus | null
  readonly pinned?: Kind | null
  readonly disks?: ReadonlyMap<string, DiskFile>
}

type Change = Omit<Transaction, 'at'>

/**
 * From a key to the screen: the pane that is typed into paints its own echo first. What is typed is handed to `later`, and is taken up once
 * that frame is painted: text, reading and the other pane then, the check after the frame that shows those. Who asks for the state
 * meanwhile, or changes it, gets all of that at once.
 */
export interface Store {
  /** The newest state; what is still to be taken up or checked is so before. Not for rendering. */
  getState(): AppState
  /** The state that is shown; what is typed may be ahead of it by a frame, and the issues behind it. */
  shown(): AppState
  /** Takes up what is typed, by `work`, once its echo is painted. Later work of the same key takes its place. */
  later(key: string, work: () => void): void
  /** Resolves once what is typed by now has been taken up. */
  whenTakenUp(): Promise<void>
  /** Calls after each change; returns how to stop. */
  subscribe(listener: (state: AppState, previous: AppState) => void): () => void
  /** The one way the text changes. `after` is the new text already parsed, where the caller has it. Empty edits without a file or name change nothing. */
  dispatch(change: Change, after?: Parsed): void
  /** What is typed key by key, each on the text that the one before gives: steps of their own, read once. */
  dispatchTyped(keys: readonly (readonly Edit[])[]): void
  /** One step back within the document; nothing where it is as it was opened. */
  undo(): void
  redo(): void
  /** Back to the document that was open before this one, as it was left; redo leads here again. */
  goBack(): void
  /** Another document takes the place of this one, which can be gone back to. */
  open(document: BroughtDocument): void
  /** What is typed next is a step of its own: the user has left the field. */
  endStep(): void
  /** Reads a text that is too large to be read at each change. */
  readNow(): void
  setFocus(focus: Focus | null): void
  setEnvironment(env: Environment): void
  /** Says what kind of config the document is; null leaves it to its text. Opening another document does too. */
  pin(kind: Kind | null): void
  /** Rules that have been loaded; from now on they are checked too. */
  addRules(group: RuleGroup, rules: readonly Rule[]): void
  /** The second reader has been loaded; from now on it is said where it reads otherwise. */
  addSecondReader(readElsewhere: SecondReader): void
  /** Rules that the text needs could not be had. */
  failRules(): void
  /** The document lies there now (null: nowhere that it could be written to). */
  setDisk(id: string, disk: DiskFile | null): void
  /** What was just saved, at some moment before, is what the file holds: "changed" marks start from there. */
  markSaved(saved: Pick<Doc, 'text' | 'file' | 'parsed'>): void
  setDraftsKept(kept: boolean): void
  setOthers(others: readonly TabDraft[]): void
  /** Starts over from a document, which nothing was before. */
  restore(document: BroughtDocument): void
}

type Checked = Pick<AppState, 'env' | 'pinned' | 'rules' | 'readElsewhere'> & { readonly doc: Pick<Doc, 'parsed'> }

/** What is wrong with a document, by the rules that are loaded. */
export const issuesOf = ({ doc, env, pinned, rules, readElsewhere }: Checked): Issue[] =>
  checkWith([...rules.values()].flat(), doc.parsed, {
    env,
    readElsewhere,
    ...(pinned === null ? {} : { family: scriptFamily(pinned) }),
  })

const noRules: AppState['rules'] = new Map()
const noDisks: AppState['disks'] = new Map()

interface StoreOptions {
  readonly env?: Environment
  /** Rules may come later, by `addRules`. */
  readonly rules?: AppState['rules']
  /** Told of what fails in a listener or in the check (a bug); the text is taken all the same. */
  readonly onFault?: (error: unknown) => void
  /** Calls once the next frame is painted. Without it everything is taken up at once. */
  readonly afterPaint?: (run: () => void) => void
}

/** A store on an empty document. `now` gives milliseconds. */
export function createStore(now: () => number, options: StoreOptions = {}): Store {
  const { env = noVariables, rules = noRules, onFault = () => undefined, afterPaint } = options
  const listeners = new Set<(state: AppState, previous: AppState) => void>()
  const doc = newDoc()
  const issues = issuesOf({ doc, env, pinned: null, rules, readElsewhere: null })
  let state: AppState = {
    doc,
    revision: 0,
    lastChange: null,
    issues,
    focus: null,
    env,
    pinned: null,
    rules,
    readElsewhere: null,
    rulesFailed: false,
    disks: noDisks,
    draftsKept: true,
    others: [],
    undoStops: 0,
  }
  /** What is typed and not taken up, by key. */
  const typed = new Map<string, () => void>()
  let isAsked = false
  /** How many works are under way: one that asks for the state, or changes it, lets those behind it go first. */
  let takingUp = 0
  let isUnchecked = false

  function publish(next: AppState) {
    const previous = state
    state = next
    for (const listener of [...listeners]) {
      try {
        listener(next, previous)
      } catch (error) {
        onFault(error)
      }
    }
  }

  function checked(next: Checked): readonly Issue[] {
    isUnchecked = false
    try {
      return issuesOf(next)
    } catch (error) {
      onFault(error)
      return [{ code: 'internal', path: [], span: null, level: 'error', facts: {} }]
    }
  }

  function publishText(next: Doc, edits: readonly Edit[], origin: Transaction['origin'], pinned = state.pinned) {
    const revision = state.revision + 1
    const isSame = next.parsed === state.doc.parsed && pinned === state.pinned
    if (takingUp > 0 && !isSame) isUnchecked = true
    const issues = isSame || takingUp > 0 ? state.issues : checked({ ...state, doc: next, pinned })
    publish({ ...state, doc: next, revision, lastChange: { edits, origin, revision }, issues, pinned })
  }

  function ask() {
    if (isAsked || afterPaint === undefined) return
    isAsked = true
    afterPaint(() => {
      isAsked = false
      if (typed.size > 0) takeUp()
      else check()
      if (typed.size > 0 || isUnchecked) ask()
    })
  }

  /** Takes up what is typed; the check is still to come. */
  function takeUp() {
    takingUp += 1
    for (const [key, work] of typed) {
      typed.delete(key)
      try {
        work()
      } catch (error) {
        onFault(error)
      }
    }
    takingUp -= 1
  }

  function check() {
    if (isUnchecked) publish({ ...state, issues: checked(state) })
  }

  return {
    getState() {
      takeUp()
      if (takingUp === 0) check()
      return state
    },
    shown: () => state,
    later(key, work) {
      if (afterPaint === undefined) return work()
      typed.set(key, work)
      ask()
    },
    whenTakenUp: () =>
      new Promise((done) => {
        if (typed.size === 0 || afterPaint === undefined) done()
        else afterPaint(() => done())
      }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch(change, after) {
      takeUp()
      if (change.edits.length === 0 && change.file === undefined && change.rename === undefined) return
      const pinned = change.file === undefined ? state.pinned : null
      publishText(
        transact(state.doc, { ...change, at: now() }, after, readOptions),
        change.edits,
        change.origin,
        pinned,
      )
    },
    dispatchTyped(keys) {
      // Nothing goes before them: they are typed on the text that is there.
      const [first = [], ...rest] = keys
      const edits = rest.reduce<readonly Edit[]>((all, next) => composeEdits(all, next), first)
      if (edits.length === 0) return
      const typedKeys = keys.map((own) => ({ edits: own, origin: 'editor' as const, at: now() }))
      publishText(transactAll(state.doc, typedKeys, readOptions), edits, 'editor')
    },
    undo() {
      takeUp()
      const step = undoDoc(state.doc, readOptions)
      if (step === null) publish({ ...state, undoStops: state.undoStops + 1 })
      else publishText(step.doc, step.edits, 'undo')
    },
    redo() {
      takeUp()
      const step = redoDoc(state.doc, readOptions)
      if (step !== null) publishText(step.doc, step.edits, 'redo')
    },
    goBack() {
      takeUp()
      const step = goBackDoc(state.doc, readOptions)
      if (step !== null) publishText(step.doc, step.edits, 'undo', null)
    },
    open({ doc: other, focus = null, pinned = null, disks = noDisks }) {
      takeUp()
      const edits = diffText(state.doc.text, other.text)
      const next = openDoc(state.doc, other)
      state = { ...state, disks: new Map([...state.disks, ...disks]) }
      publishText(next, edits, 'open', pinned)
      publish({ ...state, focus })
    },
    endStep() {
      takeUp()
      const doc = closedDoc(state.doc)
      if (doc !== state.doc) publish({ ...state, doc })
    },
    readNow() {
      takeUp()
      const doc = readDoc(state.doc)
      publish({ ...state, doc, issues: checked({ ...state, doc }) })
    },
    setEnvironment(next) {
      publish({ ...state, env: next, issues: checked({ ...state, env: next }) })
    },
    pin(kind) {
      publish({ ...state, pinned: kind, issues: checked({ ...state, pinned: kind }) })
    },
    addRules(group, more) {
      const all = new Map(state.rules).set(group, more)
      publish({ ...state, rules: all, rulesFailed: false, issues: checked({ ...state, rules: all }) })
    },
    addSecondReader(readElsewhere) {
      publish({ ...state, readElsewhere, issues: checked({ ...state, readElsewhere }) })
    },
    failRules() {
      publish({ ...state, rulesFailed: true })
    },
    setFocus(focus) {
      publish({ ...state, focus })
    },
    setDisk(id, disk) {
      const disks = new Map(state.disks)
      if (disk === null) disks.delete(id)
      else disks.set(id, disk)
      publish({ ...state, disks })
    },
    markSaved(saved) {
      takeUp()
      if (saved.file.id === state.doc.file.id) publish({ ...state, doc: savedDoc(state.doc, saved) })
    },
    setDraftsKept(draftsKept) {
      if (draftsKept !== state.draftsKept) publish({ ...state, draftsKept })
    },
    setOthers(others) {
      publish({ ...state, others })
    },
    restore({ doc: restored, focus = null, pinned = null, disks = noDisks }) {
      takeUp()
      const edits = [{ from: 0, to: state.doc.text.length, insert: restored.text }]
      state = { ...state, disks }
      publishText(restored, edits, 'open', pinned)
      publish({ ...state, focus })
    },
  }
}
