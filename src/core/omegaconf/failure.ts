import type { Path } from '../path'
import type { Span } from '../text'

/** Why an interpolation has no value, with what a sentence needs. Keys are as written in the expression. */
export type Reason =
  | { code: 'key-not-found'; key: string } // no such key
  | { code: 'missing'; key: string } // what it refers to is `???`
  | { code: 'cycle' } // it refers to itself, directly or through others
  | { code: 'parent'; key: string } // it refers to a dict or list that it stands in
  | { code: 'above-root'; key: string } // more dots than there are levels
  | { code: 'not-a-container'; key: string; parent: string } // `parent` is a scalar, so it has no `key`
  | { code: 'not-an-index'; key: string } // a list is indexed with something else than a number
  | { code: 'key-type'; type: string } // a `${…}` inside a key gives something else than text
  | { code: 'unknown-resolver'; name: string }
  | { code: 'no-variable'; name: string } // `oc.env` without a default, and the variable is not set
  | { code: 'arguments'; name: string } // too many, too few or of the wrong type
  | { code: 'operands'; name: string } // Python has no such operation on these types
  | { code: 'grammar'; text: string } // not readable as OmegaConf text
  | { code: 'too-deep' } // beyond what Python's stack holds
  | { code: 'too-large' }
  | { code: 'no-such-place'; key: string } // the place that was asked for does not exist

/** OmegaConf's exception class, when it is raised (while the file loads, while the place is read, inside a container that was reached), and why. */
export interface Failure {
  readonly error: string
  readonly stage: 'load' | 'access' | 'resolve'
  readonly reason: Reason
  /** Where the expression stands that has no value; null when that is no place of the text (made by a resolver). */
  readonly at: Path | null
  /** Which `${…}` of the string at `at` it is, as offsets in the value; null when the text as a whole is at fault. */
  readonly within: Span | null
}

/** Thrown inside this folder only; it becomes a `Failure` before anything is returned. No Error: a stack trace costs more than a step. */
export class ResolutionError {
  constructor(
    readonly error: string,
    readonly reason: Reason,
    public at: Path | null = null,
    public within: Span | null = null,
  ) {}
}

/** What OmegaConf wraps any other exception in. */
export const resolutionError = (reason: Reason): ResolutionError =>
  new ResolutionError('InterpolationResolutionError', reason)
