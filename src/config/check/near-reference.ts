import { parseInterpolation } from '../../core/omegaconf/grammar'
import { printReference } from '../../core/omegaconf/references'
import type { Parsed } from '../../core/parsed'
import { isWithin, type Path, pathKey } from '../../core/path'
import { nearest } from '../schema/nearest'

/** Places that all guesses of one text may look at together: some hundred guesses in a config, a few in a giant one. */
const mostLookedAt = 200_000

interface Written {
  readonly path: Path
  readonly reference: string
}

/** Finds for the broken references of one text what they were probably meant to be; for the last of very many it gives null. */
export class NearReferences {
  private lookedAt = 0
  private known: readonly Written[] | null = null

  constructor(private readonly parsed: Parsed) {}

  /**
   * The reference that a broken one was probably meant to be: beside the value or at the root (dots too many or too few), the only key of
   * that name elsewhere, or one spelt nearly like it. Null when there is none.
   */
  of(referrer: Path, expression: string): string | null {
    const read = parseInterpolation(expression)
    const [only, ...others] = read.ok ? read.text : []
    if (only === undefined || typeof only === 'string' || only.kind !== 'node' || others.length > 0) return null
    const keys = only.keys.map(({ name }) => (typeof name === 'string' ? name : ''))
    if (keys.includes('')) return null
    const isThere = (path: Path) => this.parsed.nodes.has(pathKey(path)) && !isWithin(referrer, path)
    const sibling = [...referrer.slice(0, -1), ...keys]
    if (only.dots === 0 && isThere(sibling)) return `\${.${keys.join('.')}}`
    if (only.dots > 0 && isThere(keys)) return `\${${keys.join('.')}}`
    return this.lookedAt > mostLookedAt ? null : this.elsewhere(referrer, keys.join('.'))
  }

  private elsewhere(referrer: Path, word: string): string | null {
    this.lookedAt += this.written.length
    const candidates = this.written.filter(({ path }) => !isWithin(referrer, path)).map(({ reference }) => reference)
    const sameEnd = candidates.filter((reference) => reference.endsWith(`.${word}}`))
    if (sameEnd.length === 1) return sameEnd[0] ?? null
    return nearest(`\${${word}}`, candidates, word.length < 6 ? 1 : 2)
  }

  /** Every place that a reference can name. */
  private get written(): readonly Written[] {
    if (this.known === null) {
      const { nodes } = this.parsed
      const isList = (path: Path) => nodes.get(pathKey(path))?.kind === 'list'
      this.known = [...nodes.values()].flatMap(({ path }) => {
        const reference = printReference(path, isList)
        return reference === null ? [] : [{ path, reference }]
      })
    }
    return this.known
  }
}
