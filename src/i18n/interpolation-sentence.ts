import type { Facts, Issue } from '../core/issue'
import type { Messages } from './messages'

type Words = Pick<Messages, 'interpolation' | 'kinds' | 'issues'>

const text = (facts: Facts, name: string): string => String(facts[name] ?? '')

/** Why an interpolation has no value: the facts of an issue, or the reason of a failure with its `code` as `reason`. */
export function reasonSentence(facts: Facts, { interpolation: { reasons }, kinds, issues }: Words): string {
  const code = text(facts, 'reason')
  switch (code) {
    case 'not-a-container':
      return reasons[code](text(facts, 'parent'), text(facts, 'key'))
    case 'cycle':
      return reasons[code](Array.isArray(facts.through) ? facts.through.join(issues.listJoin) : '')
    case 'key-type': {
      const type = text(facts, 'type')
      return reasons[code](Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : type)
    }
    default: {
      const sentence: unknown = Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : undefined
      if (typeof sentence === 'string') return sentence
      const name = ['key', 'name', 'text'].find((fact) => facts[fact] !== undefined) ?? ''
      return typeof sentence === 'function' ? String(sentence(text(facts, name))) : issues.other(code)
    }
  }
}

/** Of a list, so many are named; the others are counted. */
const named = 3

/** Places as a list in a sentence: `a, b, c, 4 more`. */
export function placesText(places: readonly string[], { interpolation, issues }: Words): string {
  const shown = places.slice(0, named)
  if (places.length > named) shown.push(interpolation.more(places.length - named))
  return shown.join(issues.listJoin)
}

/** The sentence of an issue `interpolation` or `unresolved-here`. */
export function interpolationSentence({ code, facts }: Issue, words: Words): string {
  const { interpolation } = words
  const near = text(facts, 'near')
  const places = Array.isArray(facts.places) ? facts.places.map(String) : []
  return [
    interpolation[code === 'interpolation' ? 'fails' : 'open'](text(facts, 'expression'), reasonSentence(facts, words)),
    near === '' ? '' : interpolation.near(near),
    places.length === 0 ? '' : interpolation.dependents(placesText(places, words)),
  ].join('')
}
