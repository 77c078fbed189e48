import type { Path } from '../path'
import { stepOfKey, type Typed } from '../typed'
import { dictKeyText, literalText, printKey } from './print-override'
import { shellQuote } from './shell-words'

/** What the arguments take on a command line, quotes and blanks included. */
export const costOf = (args: readonly string[]): number =>
  args.reduce((sum, arg) => sum + shellQuote(arg).length + 1, 0)

interface Addition {
  /** The value as it stands in a list or dict; null when it has no such form. */
  readonly literal: string | null
  /** The shortest arguments that add it; null when there are none. */
  readonly args: readonly string[] | null
  /** As `args`, but for a dict never its own literal: one argument a key. */
  readonly spread: readonly string[] | null
}

/** The ways to add a value where there is none: as one literal, or key by key, whichever is shorter, at every level. */
export function additionsOf(path: Path, typed: Typed, sign: string): Addition {
  const key = printKey(path)
  if (typed.t !== 'dict') {
    const literal = literalText(typed)
    return { literal, args: literal === null || key === null ? null : [argOf(sign, key, literal)], spread: null }
  }
  const children = typed.v.map(([name, value]) => {
    const { literal, args } = additionsOf([...path, stepOfKey(name)], value, sign)
    const text = dictKeyText(name)
    return { args, literal: text === null || literal === null ? null : `${text}:${literal}` }
  })
  const literal = children.some((child) => child.literal === null)
    ? null
    : `{${children.map((child) => child.literal).join(',')}}`
  const spread =
    children.length === 0 || children.some(({ args }) => args === null)
      ? null
      : children.flatMap(({ args }) => args ?? [])
  const whole = literal === null || key === null ? null : [argOf(sign, key, literal)]
  return { literal, spread, args: cheaper(whole, spread) }
}

function cheaper(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  return costOf(b) < costOf(a) ? b : a
}

/** `k=` for an empty text, which inside a list or dict needs quotes. */
export const argOf = (sign: string, key: string, literal: string): string =>
  `${sign}${key}=${literal === '""' ? '' : literal}`
