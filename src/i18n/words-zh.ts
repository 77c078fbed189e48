import titles from './groups.zh.json'
import units from './units.zh.json'

/** The words of each section and of each topic of rules are files of data of their own, fetched beside the code. */
const files = import.meta.glob<string>('./fields/zh/*.json', { eager: true, query: '?url', import: 'default' })
const rules = import.meta.glob<string>('./rules/zh/*.json', { eager: true, query: '?url', import: 'default' })
const sources = import.meta.glob<string>('./rules/sources/*.json', { eager: true, query: '?url', import: 'default' })

export const wordSources = {
  files: Object.values(files),
  rules: Object.values(rules),
  sources: Object.values(sources),
  titles,
  units,
}
