import type { Parsed } from '../parsed'
import type { Typed } from '../typed'
import { exceeds, type Limits } from '../yaml/limits'
import { parseYaml, unreadable } from '../yaml/parse'
import { YamlError } from '../yaml/yaml-error'
import { checkInterpolation } from './grammar'

export interface ReadOptions {
  /** A larger text is not read: it has the one problem `text-too-large` and is not `sound`. Without limits every text is read. */
  readonly limits?: Limits
}

/** The text as OmegaConf.load reads it: typed values, the place of each in the text, and what is wrong. Never throws. */
export function parse(text: string, { limits }: ReadOptions = {}): Parsed {
  if (limits !== undefined && exceeds(text, limits))
    return unreadable(text, new YamlError('text-too-large', 'not read', { from: 0, to: 0 }), checkInterpolation)
  return parseYaml(text, checkInterpolation)
}

/** The container in the oracle's encoding; a dict or a list. */
export const typedOf = (parsed: Parsed): Typed => parsed.typed
