import { parse } from '../../../core/omegaconf/parse'
import { referencesIn } from '../../../core/omegaconf/references'
import type { NodeView } from '../../../core/parsed'
import { pathKey } from '../../../core/path'
import { planSetOn } from '../../../core/yaml/plan'
import { scalarSource } from '../../../core/yaml/scalar'
import { notTakenBy } from '../../context/choice'
import { specIn } from '../../context/specs-in'
import { planAll } from '../../fixes/fix'
import { checkValue } from '../../schema/check-value'
import type { Accept, FieldSpec, NumberAccept } from '../../schema/field'
import { nearest } from '../../schema/nearest'
import { specAt } from '../../schema/specs'
import { isStructured } from '../../schema/structured'
import { type Kind, type Mutation, type Random, splice } from './mutation.test-support'
import { missingCodes } from './mutation-keys.test-support'
import { afterOf, knownPlaces, pick, slip, sourceOf } from './mutation-places.test-support'

const valueCodes = ['type', 'enum', 'null', 'length', 'pattern']

/** What rules call a value that the schema would refuse too. */
const ofRules = [
  ...['trainer-precision-unknown', 'infer-precision', 'trainer-devices-invalid', 'accumulate-grad-batches-must-be-1'],
  ...['logger-conflict', 'checkpoint-callback-conflict', 'image-size-multiple', 'control-size', 'dpm-two-steps'],
  ...['sdxl-size-multiple', 'sampler-steps-crash', 'sdxl-thresholder', 'quantize-calib', 'quantize-percentile'],
  ...['quantize-batch', 'exp-manager-null', 'sched-null'],
]

const kindsIn = (accepts: readonly Accept[]): ReadonlySet<string> => new Set(accepts.map(({ kind }) => kind))

/** Sources of values that a place does not take, whatever their bounds. */
function sourcesOfOtherType(spec: FieldSpec): string[] {
  const kinds = kindsIn(spec.accepts)
  if (kinds.size === 0) return []
  const lacks = (...some: Accept['kind'][]) => some.every((kind) => !kinds.has(kind))
  const isConverted = isStructured(spec) && lacks('list', 'dict')
  const sources: [boolean, ...string[]][] = [
    [lacks('null'), 'null'],
    [lacks('list'), '[1, 2, 3]'],
    [lacks('dict'), '{wrong: 1}'],
    [lacks('string', 'enum'), 'wrong'],
    [!isConverted && lacks('int', 'float', 'enum'), '12', '1.5'],
    [!isConverted && lacks('float') && kinds.has('int'), '1.5'],
    [!isConverted && lacks('bool', 'enum'), 'true'],
  ]
  return sources.flatMap(([isOther, ...some]) => (isOther ? some : []))
}

export const wrongType: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(({ node, key }) => key !== '_target_' && node.style !== 'empty' && node.anchor === null)
    .map(({ node, spec }) => (random) => {
      const source = pick(sourcesOfOtherType(spec), random)
      const planned = source === undefined ? null : afterOf(planSetOn(parsed, node.path, source))
      if (planned === null) return null
      return {
        text: planned,
        path: node.path,
        covers: 'value',
        codes: [...valueCodes, ...ofRules, ...missingCodes],
        level: 'error',
        touched: [node.path],
      }
    })
}

/** Whole numbers and halves just beyond the bounds. */
function sourcesBeyond({ kind, min, max, exclusiveMin, exclusiveMax }: NumberAccept): string[] {
  const step = kind === 'int' ? 1 : 0.5
  const beyond = [
    ...(min === undefined ? [] : [min - step]),
    ...(max === undefined ? [] : [max + step]),
    ...(exclusiveMin === undefined ? [] : [exclusiveMin, exclusiveMin - step]),
    ...(exclusiveMax === undefined ? [] : [exclusiveMax, exclusiveMax + step]),
  ]
  return beyond.map((value) => scalarSource({ t: kind, v: kind === 'int' ? String(value) : floatText(value) }))
}
const floatText = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value))

export const outOfRange: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config).flatMap(({ node, spec }) => {
    const isNumber = node.scalar?.t === 'int' || node.scalar?.t === 'float'
    const numbers = spec.accepts.filter(
      (accept): accept is NumberAccept => accept.kind === 'int' || accept.kind === 'float',
    )
    const sources = numbers.flatMap(sourcesBeyond).filter((source) => {
      const scalar = parse(`a: ${source}`).nodes.get('/a')?.scalar
      return scalar != null && checkValue(spec, scalar)?.code === 'range'
    })
    if (!isNumber || sources.length === 0) return []
    return [
      (random: Random): Mutation => ({
        text: splice(parsed.text, node.valueSpan, pick(sources, random) ?? ''),
        path: node.path,
        covers: 'value',
        codes: ['range', ...ofRules],
        level: 'error',
        touched: [node.path],
      }),
    ]
  })
}

export const wrongEnum: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(
      ({ node, key, spec }) =>
        key !== '_target_' && node.scalar?.t === 'str' && spec.accepts.some(({ kind }) => kind === 'enum'),
    )
    .filter(({ spec }) => !kindsIn(spec.accepts).has('string'))
    .map(({ node, spec }) => (random) => {
      const word = node.scalar?.t === 'str' ? node.scalar.v : ''
      const members = spec.accepts.flatMap((accept) => (accept.kind === 'enum' ? accept.values.map(String) : []))
      if (!members.includes(word) || word.length < 3) return null
      const miss = slip(word, random)
      if (members.some((other) => other !== word && nearest(miss, [other], 1) !== null) || members.includes(miss))
        return null
      const source = sourceOf(parsed, node).replace(word, miss)
      return {
        text: splice(parsed.text, node.valueSpan, source),
        path: node.path,
        covers: 'value',
        codes: ['enum', ...ofRules],
        level: 'error',
        near: word,
        restores: node.style === 'plain' ? 'bytes' : 'values',
        touched: [node.path],
      }
    })
}

export const brokenReference: Kind = (config) => {
  const { parsed } = config
  return referencesIn(parsed)
    .filter(({ referrer, target }) => target !== null && specIn(parsed, referrer.path) !== null)
    .map(({ referrer, expression }) => (random) => {
      const name = String(expression.keys.at(-1)?.name ?? '')
      const source = sourceOf(parsed, referrer)
      const [written, ...others] = source.match(/\$\{[^{}]*\}/g) ?? []
      if (written === undefined || others.length > 0 || name.length < 5) return null
      const miss = written.replace(new RegExp(`${name}(?=\\}$)`), slip(name, random))
      const from = referrer.valueSpan.from + source.indexOf(written)
      return {
        text: splice(parsed.text, { from, to: from + written.length }, miss),
        path: referrer.path,
        covers: { from, to: from + miss.length },
        codes: ['interpolation'],
        level: 'error',
        near: written,
        restores: 'bytes',
        touched: [referrer.path],
      }
    })
}

export const deadReference: Kind = (config) => {
  const { parsed } = config
  return knownPlaces(config)
    .filter(({ node, key }) => node.scalar !== null && key !== '_target_' && node.style === 'plain')
    .filter(({ parent }) => parent.style !== 'flow')
    .map(({ node }) => () => ({
      text: splice(parsed.text, node.valueSpan, '${nothing.stands.here}'),
      path: node.path,
      covers: 'value',
      codes: ['interpolation'],
      level: 'error',
      touched: [node.path],
    }))
}

export const batchArithmetic: Kind = ({ parsed }) => {
  const [micro, global] = ['micro_batch_size', 'global_batch_size'].map((key) =>
    parsed.nodes.get(pathKey(['model', key])),
  )
  const size = micro?.scalar?.t === 'int' ? Number(micro.scalar.v) : 0
  const whole = global?.scalar?.t === 'int' ? Number(global.scalar.v) : 0
  if (micro === undefined || global === undefined || size < 1 || whole < 1) return []
  const rows: [NodeView, string][] = [
    [micro, String(whole * 2 + 1)],
    ...(size > 1 ? [[global, String(whole * size + 1)] as [NodeView, string]] : []),
  ]
  return rows.map(([node, source]) => () => ({
    text: splice(parsed.text, node.valueSpan, source),
    path: global.path,
    covers: 'value',
    codes: ['global-batch-divisible'],
    level: 'error',
    touched: [micro.path, global.path],
  }))
}

/** Values that do not go together: what says so, at which place, and the values, each one right alone. */
const conflicts: readonly { code: string; at: string; values: Readonly<Record<string, string>> }[] = [
  {
    code: 'checkpoint-callback-conflict',
    at: 'trainer.enable_checkpointing',
    values: { 'exp_manager.create_checkpoint_callback': 'true', 'trainer.enable_checkpointing': 'true' },
  },
  {
    code: 'logger-conflict',
    at: 'trainer.logger',
    values: { 'exp_manager.create_tensorboard_logger': 'true', 'trainer.logger': 'true' },
  },
  {
    code: 'log-rank-exclusive',
    at: 'exp_manager.log_local_rank_0_only',
    values: { 'exp_manager.log_local_rank_0_only': 'true', 'exp_manager.log_global_rank_0_only': 'true' },
  },
  {
    code: 'deterministic-and-benchmark',
    at: 'trainer.benchmark',
    values: { 'trainer.deterministic': 'true', 'trainer.benchmark': 'true' },
  },
  {
    code: 'max-time-and-max-time-per-run',
    at: 'trainer.max_time',
    values: { 'trainer.max_time': '"00:01:00:00"', 'exp_manager.max_time_per_run': '"00:01:00:00"' },
  },
  {
    code: 'checkpoint-triggers-exclusive',
    at: 'exp_manager.checkpoint_callback_params.every_n_epochs',
    values: {
      'exp_manager.checkpoint_callback_params.every_n_train_steps': '1000',
      'exp_manager.checkpoint_callback_params.every_n_epochs': '1',
    },
  },
  {
    code: 'sched-steps-and-ratio',
    at: 'model.optim.sched.warmup_ratio',
    values: { 'model.optim.sched.warmup_steps': '10', 'model.optim.sched.warmup_ratio': '0.1' },
  },
  {
    code: 'resume-ignore-without-resume',
    at: 'exp_manager.resume_ignore_no_checkpoint',
    values: { 'exp_manager.resume_if_exists': 'false', 'exp_manager.resume_ignore_no_checkpoint': 'true' },
  },
]

export const conflictingFlags: Kind = (config) =>
  conflicts
    .map(({ code, at, values }) => {
      const places = Object.entries(values).map(([path, source]) => ({ path: path.split('.'), source }))
      return { code, path: at.split('.'), places }
    })
    .filter(
      ({ code, places }) =>
        config.parsed.nodes.has(pathKey(['exp_manager'])) &&
        !config.issues.some((issue) => issue.code === code) &&
        places.every(({ path }) => config.parsed.nodes.has(pathKey(path.slice(0, -1)))) &&
        places.every(({ path }) => notTakenBy(config.parsed, specAt(path) as FieldSpec) === null),
    )
    .map(({ code, path, places }) => () => {
      const fixes = places.map(({ path: place, source }) => ({ kind: 'set' as const, path: place, source }))
      const text = afterOf(planAll(config.parsed, fixes))
      if (text === null) return null
      return {
        text,
        path,
        covers: 'value',
        codes: [code],
        touched: places.map((it) => it.path),
      }
    })
