import { sectionOf } from '../../config/schema/specs'
import { type PathKey, pathKey } from '../../core/path'
import type { AppState } from '../store'
import { placesOf } from './field-view'

/** The code of the first error of each place that has one. */
export type ErrorCodes = ReadonlyMap<PathKey, string>

const none: ErrorCodes = new Map()
const bySection = new WeakMap<AppState['issues'], ReadonlyMap<string, ErrorCodes>>()

/** The errors of a section's places. */
export function errorsIn({ issues }: AppState, section: string): ErrorCodes {
  let sections = bySection.get(issues)
  if (sections === undefined) {
    sections = collect(issues)
    bySection.set(issues, sections)
  }
  return sections.get(section) ?? none
}

function collect(issues: AppState['issues']): ReadonlyMap<string, ErrorCodes> {
  const sections = new Map<string, Map<PathKey, string>>()
  for (const issue of issues) {
    if (issue.level !== 'error') continue
    for (const path of placesOf(issue)) {
      const id = sectionOf(path) ?? 'other'
      const codes = sections.get(id) ?? new Map<PathKey, string>()
      const key = pathKey(path)
      if (!codes.has(key)) codes.set(key, issue.code)
      sections.set(id, codes)
    }
  }
  return sections
}

export const sameErrors = (a: ErrorCodes, b: ErrorCodes): boolean =>
  a === b || (a.size === b.size && [...a].every(([key, code]) => b.get(key) === code))
