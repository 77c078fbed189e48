import type { Facts, Issue } from '../core/issue'
import type { Messages } from './messages'

/** What is said of a key that does not belong where it stands, or of the class that an object names. */
export function keySentence({ code, facts, level }: Issue, { issues }: Messages): string | null {
  const fact = (name: string): string => String(facts[name] ?? '')
  const several = keysOf(facts, issues)
  const takers = several === null && Array.isArray(facts.names) ? someOf(facts.names.map(String), issues) : ''
  const breaks = level === 'error'
  switch (code) {
    case 'unknown-key':
      return issues[code]({
        key: fact('key'),
        near: fact('near'),
        breaks,
        place: fact('place'),
        owner: fact('class'),
        isNeeded: facts.needed === true,
      })
    case 'unknown-class-parameter':
      return issues[code](fact('key'), fact('class'), takers, fact('near'))
    case 'not-applicable':
      return issues[code](several ?? fact('key'), fact('name'), takers, breaks)
    case 'missing-class-parameter':
      return issues[code](fact('key'), fact('class'))
    case 'missing-class':
      return issues[code](fact('key'))
    case 'unused-key':
      return issues[code](several ?? fact('key'), Array.isArray(facts.keys) ? facts.keys.length : 1)
    case 'class-moved':
      return issues[code](fact('class'))
    case 'class-unlisted':
      return issues[code](fact('class'), fact('near'))
    case 'class-status':
      return issues[code][fact('status') as keyof Messages['issues']['class-status']](fact('class'))
    default:
      return null
  }
}

/** The keys of an issue that several have in common, null when it has one. */
export const keysOf = ({ keys }: Facts, issues: Messages['issues']): string | null =>
  Array.isArray(keys) ? someOf(keys.map(String), issues) : null

/** The first of many names, so that a sentence stays one. */
const someOf = (names: readonly string[], { listJoin, andMore }: Messages['issues']): string =>
  names.length > 4 ? andMore(names.slice(0, 3).join(listJoin), names.length - 3) : names.join(listJoin)
