import type { Facts } from '../issue'
import type { Span } from '../text'

/** What is wrong with a text as YAML; each has a sentence in `i18n/`. */
export type YamlCode =
  | 'yaml-character' // a character that YAML forbids · {character}
  | 'yaml-tab' // a tab where only spaces may stand
  | 'yaml-bad-start' // a character that cannot begin a value · {character}
  | 'yaml-no-colon' // a line that should be `key: value` has no colon
  | 'yaml-colon-here' // `: ` inside a value, or a key that may not stand here
  | 'yaml-dash-here' // `- ` where no list may start
  | 'yaml-question-here' // `? ` where no key may start
  | 'yaml-open-quote' // a quote that is never closed · {quote}
  | 'yaml-escape' // an unknown escape in double quotes · {escape}
  | 'yaml-block-header' // what follows `|` or `>` is neither indicator nor comment
  | 'yaml-name' // an anchor or alias without a proper name
  | 'yaml-tag-syntax' // a malformed tag
  | 'yaml-directive' // a malformed or misplaced `%` line
  | 'yaml-indent' // something stands at an indentation where nothing can continue · {found}
  | 'yaml-flow' // a comma or closing bracket is missing · {close}
  | 'yaml-value' // a value was expected · {found}
  | 'yaml-document' // `---` was expected
  | 'yaml-multi-document' // more than one document
  | 'yaml-alias' // an alias without its anchor · {name}
  | 'yaml-anchor' // an anchor name used twice · {name}
  | 'yaml-duplicate-key' // · {key, line}
  | 'yaml-merge' // `<<` with something that is no map
  | 'yaml-tag' // a tag that OmegaConf does not know, or that does not fit · {tag}
  | 'yaml-tag-value' // a value that its tag cannot read · {tag, value}
  | 'yaml-number-length' // an integer of more digits than Python reads or prints
  | 'yaml-key-type' // a null, list or map as key
  | 'yaml-value-type' // a value of a type that OmegaConf refuses · {tag}
  | 'yaml-top-level' // the text is one scalar, neither map nor list
  | 'yaml-too-deep'
  | 'yaml-too-large' // aliases blow the text up
  | 'yaml-long-paths' // long keys around so much that their paths do not fit into memory
  | 'text-too-large' // larger than the limits that the caller set, so it was not read
  | 'yaml-recursive' // an alias inside its own anchor
  | 'internal' // a bug of ours: reading failed
  | 'interpolation-syntax' // a malformed `${…}`

/** Thrown inside `core/yaml` while reading and turned into an issue at its border. `error` is Python's exception class, `at` and `to` are offsets. */
export class YamlError extends Error {
  readonly at: number
  readonly to: number

  /** `where`: an offset, of which the character is wrong, or a span. */
  constructor(
    readonly code: YamlCode,
    readonly error: string,
    where: number | Span,
    readonly facts: Facts = {},
  ) {
    super(code)
    const { from, to } = typeof where === 'number' ? { from: where, to: where + 1 } : where
    this.at = from
    this.to = to
  }
}
