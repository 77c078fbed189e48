import type { Path } from './path'
import type { Edit, Span } from './text'

export type Level = 'error' | 'warning' | 'info'
export type Fact = string | number | boolean | null | readonly (string | number)[]
/** What a sentence needs to be written in any language; never a sentence itself. */
export type Facts = Readonly<Record<string, Fact>>

/** A one-click repair as data; it is planned and proven against the text of the moment when it is used. */
export type Fix =
  | { kind: 'set'; path: Path; source: string }
  | { kind: 'remove'; path: Path }
  | { kind: 'rename'; path: Path; key: string }
  | { kind: 'edits'; edits: readonly Edit[] }
  | { kind: 'all'; fixes: readonly Fix[] } // one after the other, as one step

/** Something wrong or noteworthy. `code` and `facts` become a sentence in `i18n/`; `span` is where it shows in the text. */
export interface Issue {
  readonly code: string
  readonly path: Path
  readonly span: Span | null
  readonly level: Level
  readonly facts: Facts
  /** The repair, where it is known at once; `repairOf` of config plans those of a text that does not load. */
  readonly fix?: Fix
  /** The other places involved. */
  readonly places?: readonly Path[]
  /** Which of the code's sentences, when it has several. */
  readonly variant?: string
}
