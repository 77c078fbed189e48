import { readdirSync, readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import { expect, test } from 'vitest'
import { en } from '../../i18n/app/en'
import { cliEn } from '../../i18n/cli/cli.en'
import { folderOf } from '../folder.test-support'

const schema = new URL(
  '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  import.meta.url,
)
const isDate = (text: string) => !Number.isNaN(Date.parse(text))
const isUri = (text: string) => URL.canParse(text)
const isReference = (text: string) => URL.canParse(text, 'file:///folder/') && !/[\s<>"{}|\\^`]/.test(text)
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': isDate },
})
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: { readonly physicalLocation: { artifactLocation: { uri: string }; region: object } }[]
}
interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly help?: { readonly text: string }
}

async function sarifOf(files: Record<string, string>, args: readonly string[] = []) {
  const { out } = await folderOf(files).t2i(['check', ...Object.keys(files), '--format', 'sarif', ...args])
  const log = JSON.parse(out)
  expect(validate(log) ? [] : validate.errors).toEqual([])
  const [run] = log.runs
  return { rules: run.tool.driver.rules as Rule[], results: run.results as Result[] }
}

const conf = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
const officials = readdirSync(conf, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))

test.each(['en', 'zh'])('a log of all official configs is SARIF 2.1.0, in %s', async (lang) => {
  const files = Object.fromEntries(officials.map((name) => [name, readFileSync(new URL(name, conf), 'utf8')]))
  const { rules, results } = await sarifOf(files, ['--lang', lang])
  expect(results.length).toBeGreaterThan(100)
  for (const { ruleId, ruleIndex, locations } of results) {
    expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(officials).toContain(locations[0]?.physicalLocation.artifactLocation.uri)
  }
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { id, shortDescription } of rules) {
    expect(shortDescription.text).not.toMatch(/\{\w+\}|undefined/)
    expect(shortDescription.text).not.toBe(id)
    if (lang === 'zh') expect(shortDescription.text).toMatch(/\p{Script=Han}/u)
  }
  expect(rules.some(({ help }) => /nemo\/.+\.py:\d+/.test(help?.text ?? ''))).toBe(true)
})

test('a file without issues, none at all, and one that is no YAML', async () => {
  expect(await sarifOf({ a: '' })).toEqual({ rules: [], results: [] })
  expect((await sarifOf({ a: 'a: [1\nb: 2\n' })).results).toEqual([
    {
      ruleId: 'yaml-flow',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.stringMatching(/.+/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a' },
            region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 3 },
          },
        },
      ],
    },
  ])
})

const names: [string, string][] = [
  ['./conf/../a b.yaml', 'a%20b.yaml'],
  ['\u00fc,%:.yaml', '%C3%BC%2C%25%3A.yaml'],
  ['a{b}|<c>^`d.yaml', 'a%7Bb%7D%7C%3Cc%3E%5E%60d.yaml'],
]

test.each(names)('the address of %s', async (name, uri) => {
  const { results } = await sarifOf({ [name]: 'optimm: 1\n' })
  expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
})

test('an absolute name and standard input', async () => {
  const folder = folderOf({ a: 'optimm: 1\n' })
  const { out } = await folder.t2i(['check', `${folder.path}/a`, '-', '--format', 'sarif'], { stdin: 'optimm: 1\n' })
  const log = JSON.parse(out)
  expect(validate(log) ? [] : validate.errors).toEqual([])
  const uris = log.runs[0].results.map((result: Result) => result.locations[0]?.physicalLocation.artifactLocation.uri)
  expect(uris).toEqual([expect.stringMatching(/^file:\/\/\/.+\/a$/), '%3Cstdin%3E'])
})

test('every code whose sentence needs facts has a description', () => {
  const needFacts = Object.entries(en.issues).filter(([, sentence]) => typeof sentence === 'function')
  const codes = needFacts.map(([code]) => code).filter((code) => code !== 'other' && code !== 'andMore')
  expect(codes.filter((code) => !Object.hasOwn(cliEn.check.codes, code))).toEqual([])
})
