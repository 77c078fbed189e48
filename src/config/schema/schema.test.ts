import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { floatRepr, type Typed } from '../../core/typed'
import { checkSchema } from '../check/check-schema'
import { checkValue } from './check-value'
import facts from './facts.test-data.json'
import type { Accept, FieldSpec } from './field'
import { configSchema, sections } from './schema'
import { allSpecs, childSpecs, sectionOf, specAt } from './specs'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const configs = fileURLToPath(new URL('../../../e2e/fixtures/nemo-configs', import.meta.url))
const files = readdirSync(configs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

function typed(value: unknown): Typed {
  if (value === null) return { t: 'null' }
  if (typeof value === 'boolean') return { t: 'bool', v: value }
  if (typeof value === 'number')
    return Number.isInteger(value) ? { t: 'int', v: String(value) } : { t: 'float', v: floatRepr(value) }
  if (typeof value === 'string') return { t: 'str', v: value }
  if (Array.isArray(value)) return { t: 'list', v: value.map(typed) }
  return { t: 'dict', v: Object.entries(value as object).map(([key, inner]) => [{ t: 'str', v: key }, typed(inner)]) }
}

const byId = new Map(allSpecs().map((spec) => [spec.id, spec]))
const idOf = (path: string) => path.replace('{int}', '{}')
const specOf = (path: string): FieldSpec => byId.get(idOf(path)) as FieldSpec
const has = (spec: FieldSpec, kind: Accept['kind']) => spec.accepts.some((accept) => accept.kind === kind)

test('every parameter of the facts has its place in the schema', () => {
  expect(facts.map(({ path }) => idOf(path)).filter((id) => !byId.has(id))).toEqual([])
})

describe('what the facts name fits at its place', () => {
  interface Fact {
    path: string
    default?: unknown
    enum?: unknown[]
    suggest?: unknown[]
  }
  const rows = (facts as Fact[]).filter((fact) => fact.default != null || fact.enum || fact.suggest)
  test.each(rows)('$path', ({ path, default: fallback, enum: closed = [], suggest = [] }) => {
    const spec = specOf(path)
    const isListOf = has(spec, 'list') && !has(spec, 'enum') && !has(spec, 'string')
    for (const value of [...(fallback == null ? [] : [fallback]), ...closed, ...suggest]) {
      const whole = checkValue(spec, typed(value))
      const asItem = isListOf && !Array.isArray(value) ? null : whole
      expect(asItem, JSON.stringify(value)).toBeNull()
    }
  })
})

test('a near miss of each closed set is refused with the right suggestion', () => {
  const closed = allSpecs().filter((spec) => spec.accepts.every(({ kind }) => kind === 'enum' || kind === 'null'))
  expect(closed.length).toBeGreaterThan(40)
  for (const spec of closed)
    for (const accept of spec.accepts) {
      if (accept.kind !== 'enum') continue
      for (const value of accept.values) {
        if (typeof value !== 'string' || value.length < 5) continue
        const miss = `${value.slice(0, 2)}${value.slice(3)}`
        const problem = checkValue(spec, { t: 'str', v: miss })
        expect([spec.id, problem?.code, problem?.facts.near]).toEqual([spec.id, 'enum', value])
      }
    }
})

test('numbers out of bounds and of the wrong kind are refused', () => {
  const at = (path: string, value: Typed) => checkValue(specOf(path), value)?.code
  expect(at('trainer.num_nodes', { t: 'int', v: '0' })).toBe('range')
  expect(at('trainer.num_nodes', { t: 'float', v: '1.0' })).toBe('type')
  expect(at('trainer.num_nodes', { t: 'str', v: '1' })).toBe('type')
  expect(at('model.optim.lr', { t: 'str', v: '1e-' })).toBe('type')
  expect(at('model.optim.lr', { t: 'int', v: '1' })).toBeUndefined()
  expect(at('trainer.devices', { t: 'str', v: 'auto' })).toBeUndefined()
  expect(at('trainer.num_nodes', { t: 'str', v: '${a}' })).toBeUndefined()
  expect(at('trainer.num_nodes', { t: 'str', v: '???' })).toBeUndefined()
  expect(at('model.data.train.augmentations.center_crop_h_w', { t: 'str', v: '512' })).toBe('pattern')
})

/** What the facts say of these files: arguments of Lightning 1, a class from before the models moved. */
const knownFaults: Record<string, string[]> = {
  'base64-500m-edm.yaml': ['removed-key trainer.resume_from_checkpoint'],
  'base64-500m_online_encoding.yaml': ['removed-key trainer.resume_from_checkpoint'],
  'sr1024-600m.yaml': ['removed-key trainer.resume_from_checkpoint'],
  'sr256-400m-edm.yaml': ['removed-key trainer.resume_from_checkpoint'],
  'sr256-600m-edm-noise.yaml': ['removed-key trainer.resume_from_checkpoint'],
  'sd_xl_base_train_cache_both.yaml': ['removed-key trainer.replace_sampler_ddp'],
  'sd_xl_base.yaml': ['class-moved model.first_stage_config._target_'],
}

describe('official configs', () => {
  test.each(files)('%s: every place is known, in a section, and only the known faults are found', (file) => {
    const parsed = parse(readFileSync(`${configs}/${file}`, 'utf8'))
    const places = [...parsed.nodes.values()].map(({ path }) => path).filter((path) => path.length > 0)
    expect(places.filter((path) => specAt(path) === null).map(printPath)).toEqual([])
    expect(places.filter((path) => sectionOf(path) === null && path.length > 1).map(printPath)).toEqual([])
    const found = checkSchema(parsed).filter(({ level }) => level !== 'info')
    expect(found.map(({ code, path }) => `${code} ${printPath(path)}`)).toEqual(
      knownFaults[file.split('/').at(-1) ?? ''] ?? [],
    )
    if (knownFaults[file.split('/').at(-1) ?? ''] === undefined) {
      const refused =
        configSchema.safeParse(parsed.values).error?.issues.filter(({ path }) => !isReference(parsed.values, path)) ??
        []
      expect(refused).toEqual([])
    }
  })
})

function isReference(values: unknown, path: PropertyKey[]): boolean {
  const value = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], values)
  return typeof value === 'string' && /\$\{|\?\?\?/.test(value)
}

describe('mistakes are found at their place', () => {
  test.each([
    ['trainer:\n  devices: 1\n  acelerator: gpu\n', 'unknown-key trainer.acelerator → accelerator', 'error'],
    ['model:\n  micro_batchsize: 1\n', 'unknown-key model.micro_batchsize → micro_batch_size', 'warning'],
    ['exp_manager:\n  ema:\n    dekay: 0.9\n', 'unknown-key exp_manager.ema.dekay → decay', 'error'],
    [
      'model:\n  data:\n    train:\n      augmentations:\n        resize_samllest_side: 512\n',
      'unknown-key model.data.train.augmentations.resize_samllest_side → resize_smallest_side',
      'warning',
    ],
    ['trainer:\n  precision: bf16-mixd\n', 'enum trainer.precision → bf16-mixed', 'error'],
    ['trainer:\n  max_epochs: lots\n', 'type trainer.max_epochs', 'error'],
    ['trainer:\n  replace_sampler_ddp: true\n', 'removed-key trainer.replace_sampler_ddp', 'error'],
  ])('%j', (text, expected, level) => {
    const [issue, ...others] = checkSchema(parse(text))
    const near = issue?.facts.near === undefined ? '' : ` → ${issue.facts.near}`
    expect([`${issue?.code} ${printPath(issue?.path ?? [])}${near}`, issue?.level, others]).toEqual([
      expected,
      level,
      [],
    ])
    expect(text.slice(issue?.span?.from, issue?.span?.to)).not.toBe('')
  })

  test('keys of free maps are no mistakes', () => {
    expect(
      checkSchema(
        parse('exp_manager:\n  mlflow_logger_kwargs:\n    tags: {any: 1}\n  wandb_logger_kwargs: {settings: x}\n'),
      ),
    ).toEqual([])
  })
})

describe.each(['en', 'zh'])('words in %s', (language) => {
  const words = Object.assign(
    {},
    ...readdirSync(new URL(`../../i18n/fields/${language}`, import.meta.url)).map((file) =>
      JSON.parse(read(`../../i18n/fields/${language}/${file}`)),
    ),
  ) as Record<string, { label: string; help: string }>
  const ids = [...new Set([...allSpecs().map(({ id }) => id)])]

  test('every named parameter has a label and help, and no words stand without one', () => {
    const named = facts.map(({ path }) => idOf(path))
    expect(named.filter((path) => !words[path]?.label || !words[path]?.help)).toEqual([])
    expect(Object.keys(words).filter((id) => !ids.includes(id) && !id.includes('='))).toEqual([])
  })

  test('every section and group has a title', () => {
    const titles = JSON.parse(read(`../../i18n/fields/groups.${language}.json`)) as Record<string, { title: string }>
    const wanted = sections.flatMap(({ id, groups }) => [id, ...groups.map((group) => `${id}.${group}`)])
    expect(wanted.filter((id) => !titles[id]?.title)).toEqual([])
  })

  test('every unit has a word', () => {
    const units = JSON.parse(read(`../../i18n/fields/units.${language}.json`)) as Record<string, string>
    expect(allSpecs().filter(({ meta }) => meta.unit !== undefined && units[meta.unit] === undefined)).toEqual([])
  })
})

test('children keep the order of the schema', () => {
  expect(
    childSpecs(['trainer'])
      .slice(0, 4)
      .map(({ id }) => id),
  ).toEqual(['trainer.devices', 'trainer.num_nodes', 'trainer.accelerator', 'trainer.precision'])
})
