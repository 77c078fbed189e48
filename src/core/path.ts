/** One step into a config: a string key, an int/float key or list index (number), or a bool key. `null` never names a place: OmegaConf refuses such keys. */
export type PathStep = string | number | boolean | null
export type Path = readonly PathStep[]
/** A path as a map key; made by `pathKey`, equal exactly when the paths are. */
export type PathKey = string

/** Python compares 1, 1.0 and True as one key: equal for keys that are the same there. */
export const sameKey = (step: string | number | boolean): string | number =>
  typeof step === 'boolean' ? Number(step) : step

function stepKey(step: PathStep): string {
  if (typeof step !== 'string') return `/~n${String(step)}`
  const isPlain = !step.includes('~') && !step.includes('/')
  return isPlain ? `/${step}` : `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export function pathKey(path: Path): PathKey {
  let key = ''
  for (const step of path) key += stepKey(step)
  return key
}

/** The key of the child of `parent` at `step`, without walking the whole path again. */
export const childKey = (parent: PathKey, step: PathStep): PathKey => parent + stepKey(step)

/** Python has one zero among its keys; NaN is taken for equal to itself, so that its place can be named. */
const sameStep = (a: PathStep, b: PathStep | undefined): boolean => a === b || Object.is(a, b)

export const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, i) => sameStep(step, b[i]))

/** True when `path` is `ancestor` or lies inside it. */
export const isWithin = (path: Path, ancestor: Path): boolean =>
  path.length >= ancestor.length && ancestor.every((step, i) => sameStep(step, path[i]))

const plainKey = /^[A-Za-z_$*][\w$*-]*$/

/** The written form: `model.optim.betas[0]`, `radius[7]`, `a["b.c"]`, `flags[true]`. The empty path is ''. */
export function printPath(path: Path): string {
  let out = ''
  for (const step of path) {
    if (typeof step !== 'string') out += `[${String(step)}]`
    else if (plainKey.test(step)) out += out === '' ? step : `.${step}`
    else out += `[${JSON.stringify(step)}]`
  }
  return out
}

const stepAt =
  /(?<first>[A-Za-z_$*][\w$*-]*)|\.(?<name>[A-Za-z_$*][\w$*-]*)|\[(?<word>-?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|Infinity)|NaN|true|false|null)\]|\[(?<quoted>"(?:[^"\\]|\\.)*")\]/y
const words: Readonly<Record<string, PathStep>> = { true: true, false: false, null: null }

/** Reads `printPath`'s form back, or null when it is not one. */
export function parsePath(written: string): Path | null {
  const path: PathStep[] = []
  let at = 0
  while (at < written.length) {
    stepAt.lastIndex = at
    const { first, name, word, quoted } = stepAt.exec(written)?.groups ?? {}
    if (path.length === 0 ? name !== undefined : first !== undefined) return null
    const step = first ?? name ?? (quoted === undefined ? wordStep(word) : quotedStep(quoted))
    if (step === undefined) return null
    path.push(step)
    at = stepAt.lastIndex
  }
  return path
}

const wordStep = (word: string | undefined): PathStep | undefined =>
  word === undefined ? undefined : Object.hasOwn(words, word) ? words[word] : Number(word)

function quotedStep(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}
