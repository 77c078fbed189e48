import { describe, expect, test } from 'vitest'
import { parse } from '../../../core/omegaconf/parse'
import { optionsOf } from '../../context/options'
import { childSpecsIn, specIn } from '../../context/specs-in'
import type { Accept, FieldSpec } from '../field'
import { allSpecs, specAt } from '../specs'
import { targetClasses } from './all'
import facts from './facts.test-data.json'
import { type ParameterType, parameterOf } from './target-class'
import { classAt, movedTo, shortName, targetsAt } from './targets'

interface Fact {
  place: string
  class: string
  status: string
  takesAny: boolean
  params: { name: string; type: string; required: boolean; nullable: boolean; default?: unknown; enum?: unknown[] }[]
}
const rows = facts as Fact[]
const byId = new Map(allSpecs().map((spec) => [spec.id, spec]))
const writtenType = ({ kind, item, length }: ParameterType): string =>
  kind === 'list' && item !== undefined ? `${writtenType(item)}[${length ?? ''}]` : kind

/** The facts' types in the words of `ParameterType`. */
const typesOf = (type: string): string[] =>
  type
    .replace('object (class)', 'object')
    .split(' | ')
    .filter((word) => word !== 'null')
    .map((word) => word.replace('path', 'string').replace('object', 'dict'))

describe('classes as the facts have them', () => {
  test.each(rows)('$class at $place', ({ place, class: name, status, takesAny, params }) => {
    const target = targetsAt(place).find((known) => known.name === name)
    expect([target?.places[place], target?.takesAny === true]).toEqual([status, takesAny])
    expect(Object.keys(target?.parameters ?? {})).toEqual(params.map((param) => param.name))
    for (const param of params) {
      const read = parameterOf(target?.parameters[param.name] ?? '')
      expect(read.required, param.name).toBe(param.required)
      expect(read.nullable, param.name).toBe(param.nullable)
      expect(read.default, param.name).toEqual(param.default)
      expect(read.values ?? [], param.name).toEqual(param.enum ?? [])
      if (param.enum === undefined) expect(read.types.map(writtenType)).toEqual(typesOf(param.type))
    }
  })

  test('nothing beyond the facts, but for the places of TensorRT that build the same classes', () => {
    const known = new Set(rows.map((row) => `${row.place} ${row.class}`))
    const beyond = targetClasses.flatMap(({ name, places }) => Object.keys(places).map((place) => `${place} ${name}`))
    expect(beyond.filter((row) => !known.has(row)).every((row) => known.has(`model.${row}`))).toBe(true)
  })
})

describe('the form of a class', () => {
  const textOf = (place: string, name: string): string => {
    const steps = place.split('.')
    const lines = steps.map(
      (step, i) => `${'    '.repeat(i)}${step.replace('[]', '')}:${step.endsWith('[]') ? '\n' : ''}`,
    )
    const deep = '    '.repeat(steps.length)
    return `${lines.join('\n').replace(/emb_models:\n\n( +)/, (_, pad) => `emb_models:\n${pad.slice(2)}- `)}\n${deep}_target_: ${name}\n`
  }
  const pathOf = (place: string) =>
    place.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))

  test.each(rows.filter(({ place }) => place !== 'model.network_wrapper'))(
    '$class at $place offers its own parameters',
    ({ place, class: name, params }) => {
      const parsed = parse(textOf(place, name))
      const path = pathOf(place)
      expect(classAt(parsed, path)?.name).toBe(name)
      const keys = childSpecsIn(parsed, path).map(({ pattern }) => pattern.at(-1) ?? '')
      const own = params.map((param) => param.name)
      expect(keys.filter((key) => !own.includes(key) && key !== '_target_' && key !== 'params')).toEqual([])
      for (const param of params) {
        const spec = specIn(parsed, [...path, param.name]) as FieldSpec
        expect([param.name, spec.meta.default, spec.meta.required === true]).toEqual([
          param.name,
          param.default,
          param.required,
        ])
        if (param.enum !== undefined) expect(spec.accepts[0]).toEqual({ kind: 'enum', values: param.enum })
      }
      expect(optionsOf(specAt([...path, '_target_']) as FieldSpec)).toEqual(targetsAt(place).map((known) => known.name))
    },
  )

  test('each parameter has its place and words in the schema', () => {
    const missing = targetClasses.flatMap(({ places, parameters }) =>
      Object.keys(places)
        .filter((place) => place !== 'model.network_wrapper')
        .flatMap((place) => Object.keys(parameters).map((key) => `${place}.${key}`))
        .filter((id) => ![id, `model.${id}`, id.replace('config.', 'config.params.')].some((known) => byId.has(known))),
    )
    expect(missing).toEqual([])
  })

  test('bounds of the schema hold for every class', () => {
    const parsed = parse(textOf('model.unet_config', rows[0]?.class ?? ''))
    const accepts = specIn(parsed, ['model', 'unet_config', 'num_res_blocks'])?.accepts as Accept[]
    expect(accepts.map(({ kind }) => kind)).toEqual(['int', 'list'])
    expect(accepts[0]).toMatchObject({ min: 1 })
  })
})

test('paths of an older NeMo', () => {
  const old = 'nemo.collections.multimodal.models.stable_diffusion.ldm.autoencoder.AutoencoderKL'
  expect(movedTo(old)).toBe(
    'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.AutoencoderKL',
  )
  expect(movedTo(movedTo(old) ?? '')).toBeNull()
  expect(shortName(old)).toBe('AutoencoderKL')
})
