import type { Issue } from '../core/issue'
import type { Messages } from '../i18n/messages'
import type { Words } from '../i18n/words'
import type { Store } from '../state/store'

/** What hover, completion, quick fixes and definitions draw from. */
export interface Service {
  readonly store: Store
  readonly words: Words
  readonly messages: Messages
  readonly sentenceOf: (issue: Issue) => string
}
