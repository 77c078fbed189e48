import { readdirSync, readFileSync } from 'node:fs'
import Ajv, { type AnySchema } from 'ajv'
import Ajv2020 from 'ajv/dist/2020'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { jsonSchemaOf, type SchemaWords } from './json-schema'
import { schemaData } from './schema-data'

const configs = new URL('../../../e2e/fixtures/nemo-configs/', import.meta.url)
const files = readdirSync(configs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
const wordsFolder = new URL('../../i18n/fields/en/', import.meta.url)
const words: SchemaWords = Object.assign(
  {},
  ...readdirSync(wordsFolder).map((file) => JSON.parse(readFileSync(new URL(file, wordsFolder), 'utf8'))),
)

/** What the facts say of these files: arguments that Lightning 2 removed. */
const faults: Record<string, string> = {
  'base64-500m-edm.yaml': '/trainer/resume_from_checkpoint',
  'base64-500m_online_encoding.yaml': '/trainer/resume_from_checkpoint',
  'sr1024-600m.yaml': '/trainer/resume_from_checkpoint',
  'sr256-400m-edm.yaml': '/trainer/resume_from_checkpoint',
  'sr256-600m-edm-noise.yaml': '/trainer/resume_from_checkpoint',
  'sd_xl_base_train_cache_both.yaml': '/trainer/replace_sampler_ddp',
}

const options = { allErrors: true, strict: true, allowUnionTypes: true }
const validators = {
  '2020-12': new Ajv2020(options).compile(jsonSchemaOf(schemaData.root, words, '2020-12') as AnySchema),
  '07': new Ajv({ ...options, keywords: ['deprecationMessage'] }).compile(
    jsonSchemaOf(schemaData.root, words, '07') as AnySchema,
  ),
}
const valuesOf = (text: string): unknown => JSON.parse(JSON.stringify(parse(text).values))

describe.each(['2020-12', '07'] as const)('draft %s', (draft) => {
  const validate = validators[draft]

  test.each(files)('%s: nothing but the listed fault', (file) => {
    const isRight = validate(valuesOf(readFileSync(new URL(file, configs), 'utf8')))
    const refused = (validate.errors ?? []).filter(({ keyword }) => keyword === 'not')
    const fault = faults[file.split('/').at(-1) ?? '']
    expect(refused.map(({ instancePath }) => instancePath)).toEqual(fault === undefined ? [] : [fault])
    expect(isRight).toBe(fault === undefined)
  })

  test.each([
    ['trainer: {devices: 1, acelerator: gpu}', false],
    ['trainer: {devices: 1, accelerator: "${x}"}', true],
    ['trainer: {devices: "???"}', true],
    ['trainer: {num_nodes: 0}', false],
    ['trainer: {num_nodes: two}', false],
    ['model: {nothing_reads_this: 1}', true],
    ['exp_manager: {nope: 1}', false],
  ])('%s: %s', (text, isRight) => {
    expect(validate(valuesOf(text))).toBe(isRight)
  })
})
