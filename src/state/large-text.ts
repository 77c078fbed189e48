import type { ReadOptions } from '../core/omegaconf/parse'
import type { Parsed } from '../core/parsed'
import { lineFeeds } from '../core/text'
import { exceeds, type Limits } from '../core/yaml/limits'

/** A larger text takes too long to be read and checked at each key; a config of 10,000 lines has two thirds of it. */
const atEachKey: Limits = { units: 1_000_000, places: 20_000 }

/** How the app reads a text by itself. */
export const readOptions: ReadOptions = { limits: atEachKey }

/** True when the app has not read a text because of its size. */
export const isUnread = ({ problems }: Parsed): boolean => problems[0]?.code === 'text-too-large'

const large = new WeakMap<Parsed, boolean>()

/** True for a text that is read only when the user asks for it. */
export function isLarge(parsed: Parsed): boolean {
  const known = large.get(parsed)
  if (known !== undefined) return known
  const found = exceeds(parsed.text, atEachKey)
  large.set(parsed, found)
  return found
}

/** Beyond this the full editor alone takes longer than a user waits for a key. */
const longestLine = 200_000
const fullEditor = { units: 3_000_000, lines: 100_000 }
/** Beyond this the browser's own text area does. */
const textArea = { units: 1_000_000, lines: 20_000 }

/** Which editor a text is shown in without asking. */
export function editorFor(text: string): 'full' | 'plain' | 'none' {
  if (fits(text, fullEditor) && !hasLineOver(text, longestLine)) return 'full'
  return fits(text, textArea) && !hasLineOver(text, longestLine) ? 'plain' : 'none'
}

/** The editor that is shown, and whether the user asked for it. */
export interface EditorChoice {
  readonly chosen: ReturnType<typeof editorFor>
  readonly isAsked: boolean
}

const rank: Readonly<Record<EditorChoice['chosen'], number>> = { none: 0, plain: 1, full: 2 }
const typing: ReadonlySet<string> = new Set(['editor', 'form', 'fix'])

/** Of a state, what an editor depends on. */
interface Shown {
  readonly doc: { readonly text: string }
  readonly lastChange: { readonly origin: string } | null
}

/** The editor for the text of now: one that was asked for, or typed in, stays until another document comes. */
export function nextChoice(before: EditorChoice, { doc, lastChange }: Shown): EditorChoice {
  const chosen = editorFor(doc.text)
  const origin = lastChange?.origin ?? 'open'
  const stays = typing.has(origin) || (before.isAsked && (origin === 'undo' || origin === 'redo'))
  return stays && rank[before.chosen] >= rank[chosen] ? before : { chosen, isAsked: false }
}

const fits = (text: string, { units, lines }: { units: number; lines: number }): boolean =>
  text.length <= units && lineFeeds(text, lines) <= lines

function hasLineOver(text: string, units: number): boolean {
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    if (at - from > units) return true
    from = at + 1
  }
  return text.length - from > units
}

/** What a notice says of a text's size. */
export const sizeOfText = (text: string): { readonly megabytes: string; readonly lines: string } => ({
  megabytes: (text.length / 1_000_000).toFixed(1),
  lines: (lineFeeds(text) + 1).toLocaleString('en'),
})
