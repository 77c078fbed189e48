import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Issue, Level } from '../../../core/issue'
import { parse } from '../../../core/omegaconf/parse'
import type { Parsed } from '../../../core/parsed'
import { isWithin, type Path, pathKey, printPath, samePath } from '../../../core/path'
import type { Span } from '../../../core/text'
import { sameTyped, type Typed } from '../../../core/typed'
import { planFix } from '../../fixes/fix'
import { repairOf } from '../../fixes/repair-syntax'
import { isFillIn } from '../../view/fill-in'
import { check } from '../check'

/** A config to make mistakes in, with what is said of it as it is. */
export interface Config {
  readonly name: string
  readonly parsed: Parsed
  readonly issues: readonly Issue[]
}

/** One mistake made in a config, and what must be said of it. */
export interface Mutation {
  readonly text: string
  /** Where the issue must be. */
  readonly path: Path
  /** What of the text the issue must cover: the key or value that stands there, or a stretch; null when nothing does. */
  readonly covers: 'key' | 'value' | Span | null
  /** The codes of which exactly one issue must be reported. */
  readonly codes: readonly string[]
  /** The worst level that it may have; any, when left out. */
  readonly level?: Level
  /** The right name that must be suggested. */
  readonly near?: string
  /** What the issue's fix must bring back: every byte, or every value. */
  readonly restores?: 'bytes' | 'values'
  /** Places whose value is another one than before, or gone. */
  readonly touched: readonly Path[]
}

export type Random = () => number
/** A mistake that can be made in a config; null when chance made none. */
type Mistake = (random: Random) => Mutation | null
export type Kind = (config: Config) => Mistake[]

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const folders = ['../../../../e2e/fixtures/nemo-configs', '../../recipes/texts'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)

/** The official configs and the allRecipes. */
export function configs(): Config[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => {
        const parsed = parse(readFileSync(`${folder}/${file}`, 'utf8'))
        return { name: `${folder.split('/').at(-1)}/${file}`, parsed, issues: check(parsed) }
      }),
  )
}

export const splice = (text: string, { from, to }: Span, insert: string): string =>
  text.slice(0, from) + insert + text.slice(to)

/**
 * An issue that comes or goes with a mistake at another place, and why that is right. `reads`: it goes, or is another one, when one of
 * these places has another value.
 */
export interface Inherent {
  readonly code: string
  readonly reads: RegExp
  readonly why: string
}

const lineOf = ({ level, code, path }: Issue): string => `${level} ${code} ${printPath(path)}`

/**
 * The same for what is said of several keys, though the first of them is another one now, and for what asks in other words for the same
 * value.
 */
const isSaidOf = (issue: Issue, others: readonly Issue[]): boolean =>
  others.some(
    (other) =>
      (other.code === issue.code || (isFillIn(other) && isFillIn(issue))) &&
      other.level === issue.level &&
      [other.path, ...(other.places ?? [])].some((place) =>
        [issue.path, ...(Array.isArray(issue.facts.keys) ? (issue.places ?? []) : [])].some((own) =>
          samePath(own, place),
        ),
      ),
  )

/** What is not as it should be after a mistake; empty when all is. */
export function deviations(before: Config, mutation: Mutation, inherent: readonly Inherent[]): string[] {
  const after = parse(mutation.text)
  const issues = check(after)
  const isExpected = ({ code, path }: Issue) =>
    mutation.codes.includes(code) &&
    (samePath(path, mutation.path) || (mutation.covers === null && isWithin(path, mutation.path)))
  const touched = mutation.touched.map(printPath)
  const isInherent = ({ code }: Issue) =>
    inherent.some((it) => it.code === code && touched.some((path) => it.reads.test(path)))
  const isOld = (issue: Issue) => isSaidOf(issue, before.issues)
  const expected = issues.filter((issue) => isExpected(issue) && !isOld(issue))
  const come = issues.filter((issue) => !isOld(issue) && !expected.includes(issue) && !isInherent(issue))
  const gone = before.issues.filter(
    (issue) => !isSaidOf(issue, issues) && !isExplained(mutation, issue) && !isInherent(issue),
  )
  const [found] = expected
  return [
    ...(expected.length === 1 ? [] : [`${expected.length} issues instead of one`]),
    ...(found === undefined ? [] : ofExpected(before, mutation, after, found)),
    ...come.map((issue) => `new: ${lineOf(issue)} ${JSON.stringify(issue.facts)}`),
    ...gone.map((issue) => `gone: ${lineOf(issue)}`),
  ]
}

/** A value whose keys are in one order, so that a key which is back may stand elsewhere. */
function sorted(typed: Typed): Typed {
  if (typed.t === 'list') return { t: 'list', v: typed.v.map(sorted) }
  if (typed.t !== 'dict') return typed
  const entries = typed.v.map(([key, value]): [Typed, Typed] => [key, sorted(value)])
  return { t: 'dict', v: entries.sort(([a], [b]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
}

/** What was said of a place that has changed. */
const isExplained = ({ touched }: Mutation, { path, places = [] }: Issue): boolean =>
  touched.some((touch) => [path, ...places].some((place) => isWithin(place, touch) || isWithin(touch, place)))

function ofExpected(before: Config, mutation: Mutation, after: Parsed, issue: Issue): string[] {
  const { level, near, restores } = mutation
  const wrong: string[] = []
  const wanted = spanOf(mutation, after)
  const { span } = issue
  if (wanted !== null && (span?.from !== wanted.from || span.to !== wanted.to))
    wrong.push(
      `covers ‘${after.text.slice(span?.from, span?.to)}’ instead of ‘${after.text.slice(wanted.from, wanted.to)}’`,
    )
  if (level !== undefined && issue.level !== level) wrong.push(`is of level ${issue.level} instead of ${level}`)
  const named = issue.facts.near ?? issue.facts.place
  if (near !== undefined && named !== near) wrong.push(`suggests ${String(named)} instead of ${near}`)
  if (restores === undefined) return wrong
  const fix = repairOf(after, issue)
  const planned = fix === null ? null : planFix(after, fix)
  if (planned?.ok !== true) return [...wrong, `no fix: ${JSON.stringify(fix)}`]
  const isBack =
    restores === 'bytes'
      ? planned.after.text === before.parsed.text
      : sameTyped(sorted(planned.after.typed), sorted(before.parsed.typed))
  return isBack ? wrong : [...wrong, `the fix ${JSON.stringify(fix)} does not bring back the ${restores}`]
}

function spanOf({ path, covers }: Mutation, after: Parsed): Span | null {
  if (covers !== 'key' && covers !== 'value') return covers
  const node = after.nodes.get(pathKey(path))
  return (covers === 'key' ? node?.keySpan : node?.valueSpan) ?? null
}
