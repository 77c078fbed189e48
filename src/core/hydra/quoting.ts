import type { Quote } from './override'

const marks: Readonly<Record<Quote, string>> = { single: "'", double: '"' }

/** A string in quotes: the quote itself is escaped, and backslashes only right before one or at the end. hydra: QuotedString.with_quotes */
export function quoteText(text: string, quote: Quote): string {
  const mark = marks[quote]
  const inside = text.replace(/\\+(?:[^\\]|$)|['"]/g, (part) => {
    const run = part.startsWith('\\') ? part.replace(/[^\\]$/, '') : ''
    const next = part.slice(run.length)
    return next === mark ? `${run}${run}\\${mark}` : next === '' ? run + run : part
  })
  return mark + inside + mark
}

/** What a quoted token means. hydra: _unescape_quoted_string */
export function unquote(token: string): { t: 'str'; v: string; quote: Quote } {
  const mark = token[0] ?? ''
  const v = token.slice(1, -1).replace(/\\+(?:[^\\]|$)/g, (part) => {
    const run = part.replace(/[^\\]$/, '').length
    const next = part.slice(run)
    return next === mark || next === '' ? '\\'.repeat(run >> 1) + next : part
  })
  return { t: 'str', v, quote: mark === "'" ? 'single' : 'double' }
}
