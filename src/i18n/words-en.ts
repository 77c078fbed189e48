import titles from './groups.en.json'
import units from './units.en.json'
import { type FieldWords, wordsOf } from './words'

const files = import.meta.glob<Record<string, FieldWords>>('./fields/en/*.json', { eager: true, import: 'default' })

export const words = wordsOf(Object.values(files), titles, units)
