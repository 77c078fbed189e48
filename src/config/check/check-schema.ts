import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { familyOf } from '../schema/family'
import type { Family } from '../schema/field'
import { keyIssues } from './keys'
import { placesOf } from './places'
import { targetIssues } from './targets'
import { valueIssues } from './values'

/** What the schema alone says of a text: its keys, their values, and the classes that are built of them. `intended` as for `placesOf`. */
export function checkSchema(parsed: Parsed, family: Family | null = familyOf(parsed), intended = parsed): Issue[] {
  const names = { parsed, intended, family }
  const places = placesOf(parsed, intended)
  const keys = keyIssues(names, places)
  return [...keys, ...valueIssues(parsed, places), ...targetIssues(names, places, keys)]
}
