import titles from './groups.zh.json'
import units from './units.zh.json'
import { type FieldWords, wordsOf } from './words'

const files = import.meta.glob<Record<string, FieldWords>>('./fields/zh/*.json', { eager: true, import: 'default' })

export const words = wordsOf(Object.values(files), titles, units)
