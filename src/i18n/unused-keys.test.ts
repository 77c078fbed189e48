import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { en } from './app/en'
import { cliEn } from './cli/cli.en'
import { panelsEn } from './panels/panels.en'

const catalogs = { app: en, panels: panelsEn, cli: cliEn }

/** Branches whose sentences are looked up by a code that other sources make, or that are handed on whole: any source may name the rest. */
const byCode: readonly string[] = [
  'issues',
  'refusals',
  'interpolation.reasons',
  'parts',
  'kind.status',
  'batch.unknown',
  'recipes.families',
  'overrides.reasons',
  'overrides.notes',
  'overrides.syntax',
  'overrides.apply',
  'help',
  'check.codes',
]

/** A branch whose codes come from the operating system. */
const fromOutside = 'files.reasons.'

const root = fileURLToPath(new URL('..', import.meta.url))
const isCatalog = (file: string) => /^i18n\/(app|panels|cli)\/[\w.]*(en|zh)\.ts$/.test(file)
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test(-support)?\.tsx?$/.test(file) && !isCatalog(file))
  .map((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8')
    return { text, words: new Set(text.match(/[\w$]+/g)) }
  })
type Source = (typeof sources)[number]

const names = ({ text, words }: Source, key: string): boolean =>
  /^\w+$/.test(key) ? words.has(key) : text.includes(`'${key}'`)

/** The sentences of a catalog as lists of keys. */
function leaves(branch: object, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(branch).flatMap(([key, below]) =>
    typeof below === 'object' ? leaves(below, [...path, key]) : [[...path, key]],
  )
}

/** One source names the sentence and every branch that it stands in; below a branch of codes any source names the rest. */
function isUsed(path: readonly string[]): boolean {
  const branch = byCode.find((one) => `${path.join('.')}.`.startsWith(`${one}.`))
  const rest = branch === undefined ? path : path.slice(branch.split('.').length)
  return sources.some((source) => rest.every((key) => names(source, key)))
}

test.each(Object.entries(catalogs))('every sentence of %s is shown somewhere', (_, catalog) => {
  const unused = leaves(catalog).filter((path) => !isUsed(path))
  expect(unused.map((path) => path.join('.')).filter((name) => !name.startsWith(fromOutside))).toEqual([])
})
