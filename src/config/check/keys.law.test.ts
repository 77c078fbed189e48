import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fix } from '../../core/issue'
import { share } from '../../core/laws/rounds.test-support'
import { parse } from '../../core/omegaconf/parse'
import type { NodeView, Parsed } from '../../core/parsed'
import { type Path, pathKey, printPath, samePath } from '../../core/path'
import { planInsertOn, planRemoveOn, planRenameOn } from '../../core/yaml/plan'
import type { Planned } from '../../core/yaml/plan-proof'
import { childSpecsIn } from '../context/specs-in'
import { planFix } from '../fixes/fix'
import { classAt } from '../schema/targets/targets'
import { checkSchema } from './check-schema'

const configs = fileURLToPath(new URL('../../../e2e/fixtures/nemo-configs', import.meta.url))
const officials = readdirSync(configs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, parsed: parse(readFileSync(`${configs}/${file}`, 'utf8')) }))

const written = (parsed: Parsed): string[] =>
  checkSchema(parsed).map(({ code, path, level }) => `${level} ${code} ${printPath(path)}`)

const knownOf = new WeakMap<Parsed, ReadonlySet<string>>()

/** What a text has that another has not. */
function newIn(after: Parsed, before: Parsed): string[] {
  const known = knownOf.get(before) ?? new Set(written(before))
  knownOf.set(before, known)
  return written(after).filter((issue) => !known.has(issue))
}

const done = (planned: Planned): Parsed => {
  if (!planned.ok) throw new Error(planned.refusal)
  return planned.after
}
const placesOf = (parsed: Parsed, fits: (node: NodeView) => boolean): Path[] =>
  [...parsed.nodes.values()].filter((node) => node.via === null && fits(node)).map(({ path }) => path)

const objects = officials.flatMap(({ file, parsed }) =>
  placesOf(parsed, ({ path, kind }) => kind === 'dict' && classAt(parsed, path) !== null).map((path) => ({
    file,
    parsed,
    path,
  })),
)

describe('classes of the official configs', () => {
  test('there are many', () => expect(objects.length).toBeGreaterThan(60))

  test('a parameter that no class has is found, and nothing else', () => {
    for (const { file, parsed, path } of objects) {
      const after = done(planInsertOn(parsed, path, { key: 'zzqqzz', source: '1' }))
      const takesAny = classAt(parsed, path)?.takesAny === true
      expect([file, ...newIn(after, parsed)]).toEqual([
        file,
        ...(takesAny ? [] : [`error unknown-key ${printPath([...path, 'zzqqzz'])}`]),
      ])
    }
  })

  test('a misspelt parameter is found with its right name, and nothing else', () => {
    for (const { file, parsed, path } of objects)
      for (const step of parsed.nodes.get(pathKey(path))?.children ?? []) {
        const key = String(step)
        if (key.length < 5 || key === '_target_' || key === 'params') continue
        const miss = `${key.slice(0, 2)}${key.slice(3)}`
        const after = done(planRenameOn(parsed, [...path, step], miss))
        const at = printPath([...path, miss])
        expect([file, ...newIn(after, parsed)]).toEqual([file, `error unknown-key ${at}`])
        const issue = checkSchema(after).find((one) => samePath(one.path, [...path, miss]))
        expect([at, issue?.facts.near]).toEqual([at, key])
        expect(issue?.fix).toEqual({ kind: 'rename', path: [...path, miss], key })
      }
  })

  test('a required parameter that is gone is named', () => {
    for (const { file, parsed, path } of objects) {
      const required = childSpecsIn(parsed, path).filter(
        ({ meta, pattern }) => meta.required && pattern.at(-1) !== '_target_',
      )
      for (const { pattern } of required) {
        const place = [...path, pattern.at(-1) ?? '']
        if (!parsed.nodes.has(pathKey(place))) continue
        const after = done(planRemoveOn(parsed, place))
        expect([file, ...newIn(after, parsed)]).toEqual([file, `error missing-class-parameter ${printPath(place)}`])
      }
    }
  })
})

describe('a key of an official config in another section', () => {
  const sections: Path[] = [['trainer'], ['exp_manager'], ['model'], ['model', 'optim'], ['model', 'data', 'train']]
  const rows = officials.flatMap(({ file, parsed }) =>
    placesOf(
      parsed,
      ({ path, scalar }) => scalar !== null && path.length > 1 && path.every((step) => typeof step === 'string'),
    )
      .filter((path) => sections.some((section) => samePath(section, path.slice(0, -1))))
      .map((path) => ({ file, parsed, path })),
  )

  /** Nothing reads them where they were, or they stand at several places that are as likely. */
  const unsure =
    /\.(?:devices|name|monitor|max_steps|resume_from_checkpoint|filterings|use_ema|load_only_unet|learning_rate|limit_test_batches|replace_sampler_ddp|fsdp_set_buffer_dtype)$/

  test('is sent back to where it was, and nothing else is said', () => {
    const some = fc.record({ row: fc.constantFrom(...rows.keys()), section: fc.constantFrom(...sections) })
    fc.assert(
      fc.property(some, ({ row, section }) => {
        const { parsed, path } = rows[row] as (typeof rows)[number]
        const key = String(path.at(-1))
        const node = parsed.nodes.get(pathKey(path)) as NodeView
        const isKnownThere = childSpecsIn(parsed, section).some(({ pattern }) => pattern.at(-1) === key)
        if (isKnownThere || unsure.test(printPath(path)) || parsed.nodes.get(pathKey(section))?.kind !== 'dict') return
        const source = parsed.text.slice(node.valueSpan.from, node.valueSpan.to)
        if (source === '') return
        const moved = done(planInsertOn(done(planRemoveOn(parsed, path)), section, { key, source }))
        const issue = checkSchema(moved).find((one) => samePath(one.path, [...section, key]))
        expect([issue?.code, issue?.facts.place]).toEqual(['unknown-key', printPath(path)])
        const back = done(planFix(moved, issue?.fix as Fix))
        expect(newIn(back, parsed)).toEqual([])
        expect(back.nodes.get(pathKey(path))?.scalar).toEqual(node.scalar)
        expect(back.nodes.size).toBe(parsed.nodes.size)
      }),
      { numRuns: share(300), seed: 7 },
    )
  })
})
