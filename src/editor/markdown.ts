/** Text as Markdown that shows it as it is: no tags, links or emphasis come out of it. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+\-.!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Text as Markdown code, whatever back quotes are in it. */
export function codeMarkdown(text: string): string {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fence + pad + text.replace(/\s+/g, ' ') + pad + fence
}
