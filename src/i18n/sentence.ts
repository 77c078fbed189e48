import type { Fact, Facts, Fix, Issue } from '../core/issue'
import { type Path, printPath, samePath } from '../core/path'
import { interpolationSentence } from './interpolation-sentence'
import { keySentence, keysOf } from './key-sentence'
import type { Messages } from './messages'
import type { Words } from './words'

/** The value behind its type, text in quotes. */
const shownValue = (facts: Facts): string =>
  facts.value === undefined ? '' : facts.got === 'str' ? ` “${text(facts, 'value')}”` : ` ${text(facts, 'value')}`

const longest = 160
/** A fact in a sentence, the start of a very long one. */
const shown = (fact: Fact): string => {
  const whole = String(fact)
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole
}

const text = (facts: Facts, name: string): string => {
  const fact = facts[name]
  return fact === undefined || fact === null ? '' : shown(fact)
}
const list = (facts: Facts, name: string): readonly string[] => {
  const fact = facts[name]
  return Array.isArray(fact) ? fact.map(String) : []
}

/** An issue as a sentence in the language of the messages; what rules say stands in the words. */
export function sentenceOf(issue: Issue, messages: Messages, words?: Words): string {
  const { issues, kinds } = messages
  const { code, facts } = issue
  const rule = words?.rules.get(code)
  if (rule !== undefined) return filled(rule.variants?.[issue.variant ?? ''] ?? rule.message, facts, issues.listJoin)
  const kind = (name: string): string => (Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : name)
  const expected = list(facts, 'expected').map(kind).join(issues.listJoin)
  switch (code) {
    case 'type':
      return facts.source === undefined
        ? issues.type(expected, `${kind(text(facts, 'got'))}${shownValue(facts)}`)
        : issues.misread(text(facts, 'source'), kind(text(facts, 'got')), expected)
    case 'enum':
      return issues.enum(text(facts, 'got'), list(facts, 'allowed').join(issues.listJoin), text(facts, 'near'))
    case 'range':
      return issues.range(text(facts, 'got'), boundsOf(facts, issues))
    case 'pattern':
      return issues.pattern(text(facts, 'got'))
    case 'length':
      return issues.length(Number(facts.expected), Number(facts.got))
    case 'null':
      return issues.null(expected)
    case 'deprecated-key':
    case 'removed-key':
      return issues[code](text(facts, 'key'), text(facts, 'since'), text(facts, 'replacement'))
    case 'interpolation':
    case 'unresolved-here':
      return interpolationSentence(issue, messages)
    case 'yaml-duplicate-key':
      return issues[code](text(facts, 'key'), Number(facts.line))
    case 'yaml-tag-value':
      return issues[code](text(facts, 'tag'), text(facts, 'value'))
    default:
      return keySentence(issue, messages) ?? simple(code, facts, issues)
  }
}

/** What a repair of an issue does, for its button. */
export function fixTitle(
  { code, path, facts }: Issue,
  fix: Fix,
  { yaml, problems, issues }: Messages,
  words?: Words,
): string {
  const own = words?.rules.get(code)?.fix
  if (own !== undefined) return filled(own, facts, issues.listJoin)
  switch (fix.kind) {
    case 'set':
      return yaml.fixSet(nameOf(fix.path, path), fix.source.length > 60 ? `…${fix.source.slice(-44)}` : fix.source)
    case 'rename':
      return yaml.fixRename(fix.key)
    case 'remove':
      return yaml.fixRemove(String(fix.path.at(-1)))
    case 'all': {
      const keys = keysOf(facts, issues)
      if (keys !== null) return yaml.fixRemove(keys)
      const place = text(facts, 'place') || text(facts, 'replacement')
      return place === '' ? problems.fix : yaml.fixMove(place)
    }
    default:
      return code === 'yaml-duplicate-key' ? yaml.fixRemove(text(facts, 'key')) : problems.fix
  }
}

/** A place by its key, where another place is spoken of by its whole path. */
const nameOf = (path: Path, spoken: Path): string =>
  printPath(samePath(path, spoken) ? path.slice(path.findLastIndex((step) => typeof step === 'string')) : path)

/** A rule's sentence with `{name}` replaced by the fact of that name. */
const filled = (sentence: string, facts: Facts, listJoin: string): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : Array.isArray(fact) ? fact.join(listJoin) : shown(fact)
  })

const oneFact = ['character', 'quote', 'escape', 'close', 'name', 'tag'] as const

/** Sentences without facts, or with the one fact that their code has. */
function simple(code: string, facts: Facts, issues: Messages['issues']): string {
  const sentence: unknown = Object.hasOwn(issues, code) ? issues[code as keyof typeof issues] : undefined
  if (typeof sentence === 'string') return sentence
  if (typeof sentence !== 'function') return issues.other(code)
  const name = oneFact.find((fact) => facts[fact] !== undefined)
  return String(sentence(name === undefined ? '' : text(facts, name)))
}

function boundsOf(facts: Facts, { bounds, and }: Messages['issues']): string {
  return (['min', 'exclusiveMin', 'max', 'exclusiveMax', 'multipleOf'] as const)
    .filter((name) => facts[name] !== undefined)
    .map((name) => `${bounds[name]} ${text(facts, name)}`)
    .join(and)
}
