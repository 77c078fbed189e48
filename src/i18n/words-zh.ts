import titles from './groups.zh.json'
import units from './units.zh.json'

/** Each section's words are a file of data of its own, fetched beside the code. */
const files = import.meta.glob<string>('./fields/zh/*.json', { eager: true, query: '?url', import: 'default' })

export const sources = { files: Object.values(files), titles, units }
