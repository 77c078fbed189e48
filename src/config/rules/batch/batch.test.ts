import { describe, expect, test } from 'vitest'
import { share } from '../../../core/laws/rounds.test-support'
import { parse } from '../../../core/omegaconf/parse'
import { resolution } from '../../../core/omegaconf/resolve'
import { checkSchema } from '../../check/check-schema'
import type { Family } from '../../schema/field'
import { ConfigView } from '../../view/config-view'
import { type BatchArithmetic, batchOf } from './batch'

function arithmetic(text: string, family: Family | null = 'sdxl', samples?: number): BatchArithmetic {
  const parsed = parse(text)
  return batchOf(
    new ConfigView(parsed, { resolution: resolution(parsed), issues: checkSchema(parsed), family }),
    samples,
  )
}

/** The figures of the facts (`batch.examples`). */
describe('devices × nodes ÷ model-parallel sizes, and what is left for the micro-batches', () => {
  test.each([
    { devices: 1, nodes: 1, micro: 4, global: 4, tensor: 1, world: 1, dp: 1, nmb: 1, verdict: 'fits', sd: 'fits' },
    { devices: 2, nodes: 1, micro: 4, global: 8, tensor: 1, world: 2, dp: 2, nmb: 1, verdict: 'fits', sd: 'fits' },
    {
      ...{ devices: 2, nodes: 1, micro: 4, global: 4, tensor: 1, world: 2, dp: 2, nmb: 'not-whole' },
      ...{ verdict: 'remainder', sd: 'remainder' },
    },
    { devices: 1, nodes: 1, micro: 4, global: 16, tensor: 1, world: 1, dp: 1, nmb: 4, verdict: 'fits', sd: 'one-only' },
    { devices: 4, nodes: 1, micro: 4, global: 16, tensor: 1, world: 4, dp: 4, nmb: 1, verdict: 'fits', sd: 'fits' },
    { devices: 8, nodes: 2, micro: 16, global: 256, tensor: 1, world: 16, dp: 16, nmb: 1, verdict: 'fits', sd: 'fits' },
    {
      ...{ devices: 8, nodes: 1, micro: 16, global: 2048, tensor: 1, world: 8, dp: 8, nmb: 16 },
      ...{ verdict: 'fits', sd: 'one-only' },
    },
    { devices: 1, nodes: 1, micro: 1, global: 2, tensor: 1, world: 1, dp: 1, nmb: 2, verdict: 'fits', sd: 'one-only' },
    {
      ...{ devices: 3, nodes: 1, micro: 2, global: 12, tensor: 2, world: 3, dp: 'not-whole', nmb: 'not-known' },
      ...{ verdict: 'groups', sd: 'groups' },
    },
    { devices: 8, nodes: 1, micro: 4, global: 16, tensor: 2, world: 8, dp: 4, nmb: 1, verdict: 'fits', sd: 'fits' },
  ])('$devices × $nodes GPUs, tensor $tensor, $micro / $global', (row) => {
    const text = `trainer: {devices: ${row.devices}, num_nodes: ${row.nodes}}
model: {micro_batch_size: ${row.micro}, global_batch_size: ${row.global}, tensor_model_parallel_size: ${row.tensor}}`
    for (const family of ['sdxl', 'controlnet', 'dreambooth', 'imagen', 'sd', 'instruct_pix2pix'] as const) {
      const found = arithmetic(text, family)
      expect(found).toMatchObject({ world: row.world, dataParallel: row.dp, accumulation: row.nmb })
      const isOneOnly = family === 'sd' || family === 'instruct_pix2pix'
      expect([family, found.verdict]).toEqual([family, isOneOnly ? row.sd : row.verdict])
      expect(found.perStep).toBe(found.verdict === 'fits' ? row.global : 'not-whole')
    }
  })
})

describe('devices as Lightning reads them', () => {
  test.each([
    ['3', 3],
    ['"3"', 3],
    ['"0,1"', 2],
    ['"1,"', 1],
    ['[0, 2, 5]', 3],
    ['-1', 'every-gpu'],
    ['"-1"', 'every-gpu'],
    ['auto', 'every-gpu'],
    ['0', 'no-gpu'],
    ['"0"', 'no-gpu'],
    ['[]', 'no-gpu'],
    ['null', 'empty'],
    ['2.0', 'unresolved'],
    ['gpu', 'unresolved'],
    ['-3', 'unresolved'],
    ['???', 'unresolved'],
    ['${oc.env:GPUS}', 'unresolved'],
  ])('devices: %s', (source, devices) => {
    const found = arithmetic(`trainer:\n  devices: ${source}\n`)
    expect(found.devices).toBe(devices)
    expect(found.world).toBe(typeof devices === 'number' ? devices : 'not-known')
  })

  test('a trainer without devices takes every GPU; a size that refers to another is followed', () => {
    const found = arithmetic(`trainer: {num_nodes: 2}
n: 4
model: {micro_batch_size: '\${n}', global_batch_size: '\${multiply:\${n},8}'}`)
    expect(found).toMatchObject({ devices: 'every-gpu', nodes: 2, world: 'not-known', microBatch: 4, globalBatch: 32 })
    expect(found).toMatchObject({ accumulation: 'not-known', verdict: 'not-known', perStep: 'not-known' })
  })
})

test('why a size is not known', () => {
  expect(arithmetic('model: {}')).toMatchObject({ microBatch: 'absent', globalBatch: 'absent', verdict: 'not-known' })
  const parsed = parse('model:\n  micro_batch_size: null\n  global_batch_size: ???\n')
  expect(batchOf(new ConfigView(parsed, { resolution: resolution(parsed), issues: [] }))).toMatchObject({
    ...{ microBatch: 'empty', globalBatch: 'unresolved', accumulates: null, verdict: 'not-known' },
    valid: { globalBatch: [], microBatch: [], devices: [] },
  })
})

describe('the nearest sizes that fit', () => {
  const sizes = (devices: number | string, micro: number, global: number, more = '') =>
    `trainer: {devices: ${devices}}\nmodel: {micro_batch_size: ${micro}, global_batch_size: ${global}${more}}`
  test.each<[string, Family, string, Partial<BatchArithmetic['valid']>]>([
    ['both sides', 'sdxl', sizes(4, 4, 40), { globalBatch: [32, 48], microBatch: [5, 2], devices: [5, 2] }],
    ['nothing below', 'sdxl', sizes(2, 4, 4), { globalBatch: [8], microBatch: [2], devices: [1] }],
    ['one micro-batch only', 'sd', sizes(1, 4, 16), { globalBatch: [4], microBatch: [16], devices: [4] }],
    [
      'a number of GPUs not known',
      'sdxl',
      sizes('auto', 4, 6),
      { globalBatch: [4, 8], microBatch: [3, 6], devices: [] },
    ],
    ['as many GPUs as it takes', 'sd', sizes('auto', 4, 16), { devices: [4] }],
    [
      ...(['model-parallel groups', 'sdxl', sizes(3, 4, 16, ', tensor_model_parallel_size: 2')] as const),
      { globalBatch: [], microBatch: [], devices: [2, 4] },
    ],
    [
      ...(['sizes in model-parallel groups', 'sdxl', sizes(8, 4, 20, ', tensor_model_parallel_size: 2')] as const),
      { globalBatch: [16, 32], microBatch: [5, 1], devices: [10, 2] },
    ],
    ['nothing to fix', 'sdxl', sizes(2, 4, 16), { globalBatch: [], microBatch: [], devices: [] }],
  ])('%s', (_, family, text, valid) => {
    expect(arithmetic(text, family).valid).toMatchObject(valid)
  })

  test('each of them, put in, fits', () => {
    const random = seeded(5)
    const wrong: object[] = []
    for (let i = 0; i < share(2000); i++) {
      const given = { devices: random(16), microBatch: random(24), globalBatch: random(600) }
      const tensor = random(3)
      const family = random(2) === 1 ? 'sd' : 'imagen'
      const at = ({ devices, microBatch, globalBatch }: typeof given) =>
        arithmetic(sizes(devices, microBatch, globalBatch, `, tensor_model_parallel_size: ${tensor}`), family)
      const { verdict, valid } = at(given)
      const changes = (['globalBatch', 'microBatch', 'devices'] as const).flatMap((key) =>
        valid[key].map((value) => ({ ...given, [key]: value })),
      )
      for (const change of changes) {
        const after = at(change).verdict
        const isRight = after === 'fits' || (verdict === 'groups' && after !== 'groups')
        if (!isRight) wrong.push({ given, tensor, family, change, after })
      }
    }
    expect(wrong).toEqual([])
  })

  test('huge sizes end soon', () => {
    expect(arithmetic(sizes(7, 999_999_937, 900_719_925_474_099)).verdict).toBe('remainder')
  })
})

describe('steps of one pass over a dataset', () => {
  const text = 'trainer: {devices: 8}\nmodel: {micro_batch_size: 4, global_batch_size: 64}'
  test.each<[Family, number | undefined, BatchArithmetic['stepsPerEpoch'], BatchArithmetic['reportedLength']]>([
    ['sdxl', 1000, 15, 250],
    ['dreambooth', 1000, 15, 31],
    ['imagen', 64, 1, 16],
    ['sdxl', 63, 'too-few', 15],
    ['dreambooth', 31, 'too-few', 'too-few'],
    ['sdxl', undefined, 'absent', 'absent'],
  ])('%s, %s samples', (family, samples, steps, reported) => {
    const found = arithmetic(text, family, samples)
    expect([found.stepsPerEpoch, found.reportedLength]).toEqual([steps, reported])
  })
})

/** Whole numbers from 1 to `most`, always the same ones. */
function seeded(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return 1 + Math.floor((state / 2147483648) * most)
  }
}
