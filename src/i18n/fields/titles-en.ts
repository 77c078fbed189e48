import titles from './groups.en.json'
import units from './units.en.json'

/** What the form shows at once: titles of sections and groups, and units. */
export const titlesEn = { titles, units }
