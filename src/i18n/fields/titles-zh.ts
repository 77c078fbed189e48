import titles from './groups.zh.json'
import units from './units.zh.json'

/** What the form shows at once: titles of sections and groups, and units. */
export const titlesZh = { titles, units }
