/** What a caret inside `${…}` is about to write, and what of it is written: a key, or the name of an environment variable. */
export interface ReferenceContext {
  readonly kind: 'key' | 'variable'
  readonly typed: string
  /** Behind `resolver:`, where no other resolver's name can stand. */
  readonly isArgument: boolean
}

const key = String.raw`[^\\\${}():\s'"]*`
const pattern = new RegExp(
  `\\$\\{\\s*(?:(oc\\.(?:select|deprecated|dict\\.keys|dict\\.values|env))\\s*:\\s*['"]?)?(${key})$`,
)

/** By the text in front of the caret; null outside of an open `${`. */
export function referenceContext(before: string): ReferenceContext | null {
  const match = pattern.exec(before)
  if (match === null) return null
  const [, resolver, typed = ''] = match
  return { kind: resolver === 'oc.env' ? 'variable' : 'key', typed, isArgument: resolver !== undefined }
}

/** How much behind the caret belongs to the word that is completed. */
export const wordAfter = (rest: string): string => /^[^\\${}():\s'",]*/.exec(rest)?.[0] ?? ''
