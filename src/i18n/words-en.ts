import titles from './groups.en.json'
import units from './units.en.json'

/** The words of each section and of each topic of rules are files of data of their own, fetched beside the code. */
const files = import.meta.glob<string>('./fields/en/*.json', { eager: true, query: '?url', import: 'default' })
const rules = import.meta.glob<string>('./rules/en/*.json', { eager: true, query: '?url', import: 'default' })
const sources = import.meta.glob<string>('./rules/sources/*.json', { eager: true, query: '?url', import: 'default' })

export const wordSources = {
  files: Object.values(files),
  rules: Object.values(rules),
  sources: Object.values(sources),
  titles,
  units,
}
