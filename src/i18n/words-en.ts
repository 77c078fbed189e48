import titles from './groups.en.json'
import units from './units.en.json'

/** Each section's words are a file of data of its own, fetched beside the code. */
const files = import.meta.glob<string>('./fields/en/*.json', { eager: true, query: '?url', import: 'default' })

export const sources = { files: Object.values(files), titles, units }
