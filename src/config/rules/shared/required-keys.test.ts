import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../../core/issue'
import { parse } from '../../../core/omegaconf/parse'
import { parsePath, pathKey, printPath } from '../../../core/path'
import { planRemoveOn } from '../../../core/yaml/plan'
import { check } from '../../check/check'
import { planFix } from '../../fixes/fix'
import { familyOf } from '../../schema/family'
import type { Family } from '../../schema/field'
import requiredKeys from '../facts/required-keys.test-data.json'

const configs = fileURLToPath(new URL('../../../../e2e/fixtures/nemo-configs', import.meta.url))
const official = readdirSync(configs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file: file.split('/').at(-1) ?? '', text: readFileSync(`${configs}/${file}`, 'utf8') }))

const missing = (text: string, family?: Family) =>
  check(parse(text), family === undefined ? {} : { family })
    .filter(({ code }) => code === 'missing-key')
    .map(({ path, variant }) => printPath(path) + (variant === undefined ? '' : ` ${variant}`))
const isError = ({ level }: Issue) => level === 'error'
const named = ({ code, path }: Issue) => `${code} ${printPath(path)}`

test.each(official)('$file lacks nothing that its scripts need', ({ text }) => {
  expect(missing(text)).toEqual([])
})

describe('a key that the facts call required is taken out of an official config', () => {
  const families: Readonly<Record<string, readonly string[]>> = requiredKeys
  const rows = official.flatMap(({ file, text }) => {
    const parsed = parse(text)
    return (families[familyOf(parsed) ?? ''] ?? [])
      .map((key) => ({ file, key, parsed, path: parsePath(key) ?? [] }))
      .filter(({ path }) => parsed.nodes.has(pathKey(path)) && !parsed.text.startsWith('model:'))
  })
  /** Without these the text is of another family. */
  const marks = ['model.unet', 'model.unet_type']

  test.each(rows)('$key of $file', ({ parsed, path, key }) => {
    const before = check(parsed).filter(isError).map(named)
    const planned = planRemoveOn(parsed, path)
    if (!planned.ok) throw new Error(planned.refusal)
    const found = check(planned.after).filter((issue) => isError(issue) && !before.includes(named(issue)))
    const [issue, ...others] = found.filter(({ code }) => code !== 'interpolation')
    expect(issue === undefined ? null : printPath(issue.path)).toBe(key)
    if (!marks.includes(key)) expect(others.map(named)).toEqual([])
    if (issue?.code !== 'missing-key' || issue.fix === undefined) return
    const fixed = planFix(planned.after, issue.fix)
    expect(fixed.ok && check(fixed.after).filter(isError).map(named).sort()).toEqual(before.sort())
  })
})

describe('what is said of a text', () => {
  const sdxl = 'model:\n  denoiser_config: {}\n  conditioner_config: {}\n'
  test.each<[string, string, Family | undefined, string[]]>([
    ['a missing section alone', 'model:\n  with_prior_preservation: false\n', 'dreambooth', ['model.noise_scheduler']],
    [
      'a section that is there and lacks keys',
      'model:\n  noise_scheduler:\n    beta_schedule: linear\n',
      undefined,
      ['model.noise_scheduler.timesteps', 'model.noise_scheduler.parameterization'],
    ],
    ['nothing of a section whose null the schema refuses', 'model:\n  noise_scheduler:\n', 'dreambooth', []],
    ['nothing below one that cannot be known', 'model:\n  noise_scheduler: ${oc.env:NS}\n', 'dreambooth', []],
    [
      'keys behind a reference',
      'a: {timesteps: 10, parameterization: eps}\nmodel:\n  noise_scheduler: ${a}\n',
      'dreambooth',
      [],
    ],
    [
      'keys of an alias',
      'a: &a {timesteps: 10, parameterization: eps}\nmodel:\n  noise_scheduler: *a\n',
      'dreambooth',
      [],
    ],
    [
      'a loss that is empty while training',
      `${sdxl}  loss_fn_config:\n  optim: {lr: 1e-4}\n`,
      undefined,
      ['model.loss_fn_config null'],
    ],
    ['no loss without training', sdxl, undefined, []],
    [
      'the strength of ControlNet',
      'infer: {control: [a.png]}\nmodel: {}\n',
      undefined,
      ['model.strength', 'model.guess_mode'],
    ],
    ['what SDXL is sampled with', 'sampling:\n  base: {}\nmodel: {}\n', undefined, ['model.is_legacy']],
    [
      'where LoRA inference takes the UNet from',
      'infer: {prompts: [a]}\nmodel:\n  peft: {restore_from_path: a.nemo}\n  unet_config: {}\n',
      undefined,
      ['model.unet_config.from_pretrained'],
    ],
    ['nothing of an unknown kind', 'model:\n  optim: {lr: 1e-4}\n', undefined, []],
  ])('%s', (_, text, family, expected) => {
    const about = /noise_scheduler|loss_fn|strength|guess_mode|is_legacy|unet_config\.from/
    expect(missing(text, family).filter((path) => about.test(path))).toEqual(expected)
  })
})
