import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { applyEdits } from '../../core/text'
import { planFix } from '../fixes/fix'
import { check } from './check'

const about = (text: string, path: string): Issue[] =>
  check(parse(text)).filter((issue) => printPath(issue.path) === path && issue.code !== 'unknown-key')
const hints = (text: string, path = 'model.mine'): Issue[] =>
  about(text, path).filter(({ code }) => code === 'reads-differently')

function fixedText(text: string, { fix }: Issue): string {
  const planned = fix === undefined ? null : planFix(parse(text), fix)
  return planned?.ok === true ? applyEdits(text, planned.edits) : 'no repair'
}

describe('where any value may stand', () => {
  test.each([
    ['on', 'switch', 'true', 'true'],
    ['Off', 'switch', 'false', 'false'],
    ['YES', 'switch', 'true', 'true'],
    ['no', 'switch', 'false', 'false'],
    ['017', 'octal', '15', '17'],
    ['-0755', 'octal', '-493', '-755'],
    ['1:30', 'sixty', '90', "'1:30'"],
    ['12:30:45', 'sixty', '45045', "'12:30:45'"],
    ['0:30.5', 'sixty', '30.5', "'0:30.5'"],
    ['1_000', 'underscore', '1000', '1000'],
    ['1_000.5', 'underscore', '1000.5', '1000.5'],
    ['1e400', 'infinite', '.inf', '.inf'],
    ['0b101', 'base', '5', '5'],
    ['-0x1f', 'base', '-31', '-31'],
    ['.5e3', 'text', '.5e3', '500.0'],
    ['-.5', 'text', '-.5', '-0.5'],
    ['+.5', 'text', '+.5', '0.5'],
    ['1e-', 'number', '1e-', "'1e-'"],
    ['08', 'text', '08', '8'],
    ['0o17', 'text', '0o17', '15'],
    ['inf', 'number', 'inf', '.inf'],
    ['-Infinity', 'number', '-Infinity', '-.inf'],
    ['nan', 'number', 'nan', '.nan'],
    ['10,000', 'number', '10,000', '10000'],
    ['y', 'word', 'y', 'true'],
    ['tRUE', 'word', 'tRUE', 'true'],
    ['None', 'null', 'None', 'null'],
    ['nil', 'null', 'nil', 'null'],
    ['2024-01-31', 'date', '2024-01-31', "'2024-01-31'"],
    ['! "5"', 'tag', '5', '"5"'],
    ["! 'on'", 'tag', 'true', "'on'"],
  ])('%s', (source, variant, value, instead) => {
    const text = `model:\n  mine: ${source} # why\n  other: 1\n`
    const [hint, ...others] = hints(text)
    expect([hint?.variant, hint?.level, hint?.facts.source, hint?.facts.value, others]).toEqual([
      variant,
      'info',
      source,
      value,
      [],
    ])
    expect(text.slice(hint?.span?.from, hint?.span?.to)).toBe(source.replace(/^! /, ''))
    const after = fixedText(text, hint as Issue)
    expect(after).toBe(`model:\n  mine: ${instead} # why\n  other: 1\n`)
    expect(hints(after)).toEqual([])
  })

  test.each([
    ...['true', 'False', '15', '-3', '0', '00', '007', '0x1F', '0.', '.5', '.5e+3', '1e-8', '1e5', '8E-3'],
    ...['.inf', '.NaN', '~', 'null', '', 'text', 'y/n', '1.2.3', 'v1', '0:30', '1e5x', '16-mixed', 'noon', '???'],
    ...["'on'", '"017"', "'.5e3'", "'None'", '!!str 017', '!!str on', '[1, 2]', '1,5', '12:30 PM', '${name}'],
  ])('%s is read as it looks', (source) => {
    expect(hints(`name: x\nmodel:\n  mine: ${source}\n`)).toEqual([])
  })

  test('items of lists too, and what an alias repeats once', () => {
    const text = 'model:\n  mine: &a [on, 1]\n  again: *a\n'
    expect(check(parse(text)).filter(({ code }) => code === 'reads-differently')).toHaveLength(1)
    expect(hints(text, 'model.mine[0]')).toHaveLength(1)
  })
})

describe('where the type says what is meant, there is one issue', () => {
  test.each([
    // A switch reads as a switch: only its spelling is odd.
    ['trainer:\n  benchmark: on\n', 'trainer.benchmark', 'info reads-differently', 'true'],
    ['trainer:\n  max_epochs: 010\n', 'trainer.max_epochs', 'info reads-differently', '10'],
    ['trainer:\n  max_steps: 1_000\n', 'trainer.max_steps', 'info reads-differently', '1000'],
    ['model:\n  seed: 1:30\n', 'model.seed', 'info reads-differently', '90'],
    // What does not fit is an error, whose repair writes what was meant.
    ['model:\n  optim:\n    lr: .5e3\n', 'model.optim.lr', 'error type', '500.0'],
    ['model:\n  optim:\n    lr: -.5\n', 'model.optim.lr', 'error type', 'no repair'],
    ['model:\n  optim:\n    lr: 1e-\n', 'model.optim.lr', 'error type', 'no repair'],
    ['model:\n  micro_batch_size: 08\n', 'model.micro_batch_size', 'error type', '8'],
    ['trainer:\n  num_nodes: 0o17\n', 'trainer.num_nodes', 'error type', '15'],
    ['trainer:\n  benchmark: y\n', 'trainer.benchmark', 'error type', 'true'],
    ['infer:\n  out_path: on\n', 'infer.out_path', 'error type', "'on'"],
    ['infer:\n  out_path: 017\n', 'infer.out_path', 'error type', "'017'"],
    ['infer:\n  out_path: 1:30\n', 'infer.out_path', 'error type', "'1:30'"],
    ['infer:\n  out_path: ! "5"\n', 'infer.out_path', 'error type', '"5"'],
    ['model:\n  seed: ! "5"\n', 'model.seed', 'info reads-differently', '5'],
    // Python's nothing has an issue of its own where null is accepted.
    ['model:\n  ckpt_path: None\n', 'model.ckpt_path', 'warning yaml-none-text', 'null'],
    ['model:\n  ckpt_path: nil\n', 'model.ckpt_path', 'info reads-differently', 'null'],
  ])('%j', (text, path, said, instead) => {
    const [issue, ...others] = about(text, path)
    expect([`${issue?.level} ${issue?.code}`, others]).toEqual([said, []])
    const after = fixedText(text, issue as Issue)
    expect(after).toBe(instead === 'no repair' ? instead : text.replace(/: [^:\n].*\n$/, `: ${instead}\n`))
    if (after !== 'no repair') expect(about(after, path).filter(({ code }) => code === issue?.code)).toEqual([])
  })

  test.each([
    ['text that looks like a number where text belongs', 'infer:\n  out_path: 08\n', 'infer.out_path'],
    ['a date where text belongs', 'infer:\n  out_path: 2024-01-31\n', 'infer.out_path'],
    ['what exp_manager converts', 'exp_manager:\n  ema:\n    decay: .5e0\n', 'exp_manager.ema.decay'],
    ['what exp_manager converts to a switch', 'exp_manager:\n  resume_if_exists: y\n', 'exp_manager.resume_if_exists'],
    ['a name that a closed set has', 'sampling:\n  base:\n    thresholder: None\n', 'sampling.base.thresholder'],
    ['another', 'model:\n  peft:\n    peft_scheme: none\n', 'model.peft.peft_scheme'],
    ['a prompt', 'infer:\n  negative_prompt: none\n', 'infer.negative_prompt'],
  ])('%s is no hint', (_, text, path) => {
    expect(hints(text, path)).toEqual([])
  })
})

describe('of every scalar that OmegaConf was asked about', () => {
  const { cases } = JSON.parse(readFileSync(new URL('../../core/oracle/scalars.json', import.meta.url), 'utf8')) as {
    cases: { yaml: string }[]
  }
  const texts = [...new Set(cases.map(({ yaml }) => yaml))].filter((text) => parse(text).sound)

  test('what is said to be misleading is so no longer after its repair', () => {
    const misleading = texts.filter((text) => hints(text, 'v').length > 0)
    expect(misleading.length).toBeGreaterThan(50)
    for (const text of misleading) {
      const [hint, ...others] = hints(text, 'v')
      const after = fixedText(text, hint as Issue)
      expect([text, others, parse(after).ok, hints(after, 'v')]).toEqual([text, [], true, []])
    }
  })

  test('a switch, a number with underscores and an infinity keep their value', () => {
    const kept = texts.flatMap((text) => hints(text, 'v').map((hint) => ({ text, hint })))
    for (const { text, hint } of kept)
      if (['switch', 'underscore', 'base', 'infinite'].includes(hint.variant ?? ''))
        expect([text, parse(fixedText(text, hint)).typed]).toEqual([text, parse(text).typed])
  })
})
