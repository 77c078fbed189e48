import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { check } from '../check/check'
import { isFillIn } from '../view/fill-in'
import data from './official.test-data.json'

/** What is reported of an official config beyond notes, and why that is right. */
interface Found {
  readonly code: string
  readonly path: string
  readonly level: string
  readonly reason: string
}
/** A fault that the facts name, and the code that reports it, or why nothing has to. */
interface Fault {
  readonly from: string
  readonly path: string
  readonly by?: string
  readonly none?: string
}
const reviewed: Readonly<Record<string, { found: readonly Found[]; faults: readonly Fault[] }>> = data

const configs = fileURLToPath(new URL('../../../e2e/fixtures/nemo-configs', import.meta.url))
const files = readdirSync(configs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file: file.split('/').at(-1) ?? '', text: readFileSync(`${configs}/${file}`, 'utf8') }))

/** Every place that an issue speaks of, list items as `[]`. */
function placesOf({ path, places = [], facts }: Issue): string[] {
  const beside = Array.isArray(facts.keys) ? facts.keys.map((key) => [...path.slice(0, -1), String(key)]) : []
  return [path, ...places, ...beside].map((place) => printPath(place).replace(/\[\d+\]/g, '[]'))
}
const speaksOf = (issue: Issue, path: string): boolean =>
  placesOf(issue).some((place) => place === path || place.startsWith(`${path}.`))

test('every official config is reviewed', () => {
  expect(Object.keys(reviewed).sort()).toEqual(files.map(({ file }) => file).sort())
})

describe.each(files)('$file', ({ file, text }) => {
  const { found, faults } = reviewed[file] ?? { found: [], faults: [] }
  const issues = check(parse(text))
  const grave = issues.filter(({ level }) => level !== 'info')

  test('reports what is reviewed, and nothing else', () => {
    const said = grave.map(({ code, path, level }) => ({ code, path: printPath(path), level }))
    expect(said).toEqual(found.map(({ code, path, level }) => ({ code, path, level })))
  })

  test('has an error only for a fault of the file, or for what is to be filled in', () => {
    for (const [i, { code, level, reason }] of found.entries()) {
      const issue = grave[i]
      expect(reason === 'to fill in', code).toBe(issue !== undefined && isFillIn(issue))
      if (level === 'error' && reason !== 'to fill in') expect(faults.map(({ by }) => by)).toContain(code)
    }
  })

  test('reports every fault that the facts name, but for the exceptions', () => {
    for (const { path, by, none } of faults) {
      const about = issues.filter((issue) => speaksOf(issue, path)).map(({ code }) => code)
      if (by === undefined) expect([path, about, none]).toEqual([path, [], expect.stringMatching(/\w{4}/)])
      else expect(about, path).toContain(by)
    }
  })
})
