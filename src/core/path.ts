/** One step into a config: a string key, an int/float key or list index (number), or a bool key. `null` never names a place: OmegaConf refuses such keys. */
export type PathStep = string | number | boolean | null
export type Path = readonly PathStep[]
/** A path as a map key; made by `pathKey`, equal exactly when the paths are. */
export type PathKey = string

const stepKey = (step: PathStep): string =>
  typeof step === 'string' ? `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/~n${String(step)}`

export function pathKey(path: Path): PathKey {
  let key = ''
  for (const step of path) key += stepKey(step)
  return key
}

/** The key of the child of `parent` at `step`, without walking the whole path again. */
export const childKey = (parent: PathKey, step: PathStep): PathKey => parent + stepKey(step)

export const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, i) => Object.is(step, b[i]))

/** True when `path` is `ancestor` or lies inside it. */
export const isWithin = (path: Path, ancestor: Path): boolean =>
  path.length >= ancestor.length && ancestor.every((step, i) => Object.is(step, path[i]))

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

/** Reads `printPath`'s form back, or null when it is not one. */
export function parsePath(written: string): Path | null {
  const path: PathStep[] = []
  const step = /([A-Za-z_$*][\w$*-]*)|\[(-?\d+(?:\.\d+)?|true|false)\]|\[("(?:[^"\\]|\\.)*")\]/y
  let at = 0
  while (at < written.length) {
    if (written[at] === '.' && path.length > 0) at++
    step.lastIndex = at
    const match = step.exec(written)
    if (match === null) return null
    if (match[1] !== undefined) path.push(match[1])
    else if (match[2] !== undefined)
      path.push(match[2] === 'true' ? true : match[2] === 'false' ? false : Number(match[2]))
    else {
      try {
        path.push(JSON.parse(match[3] ?? '""') as string)
      } catch {
        return null
      }
    }
    at = step.lastIndex
  }
  return path
}
