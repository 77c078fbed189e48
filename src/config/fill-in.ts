import type { Issue } from '../core/issue'

const codes: ReadonlySet<string> = new Set(['missing-value', 'placeholder'])

/** True for what the person has yet to give: `???` and placeholders such as `/path/to/…`. */
export const isFillIn = ({ code }: Issue): boolean => codes.has(code)
