import type { Fix } from '../../../core/issue'
import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { defaultOf, optimizerOf, takes } from '../shared/optimizer-name'
import { isRun, trains } from '../shared/training'
import { scheduleOf, warmupOf } from './schedule-figures'

const optim = 'model.optim'
const name = 'model.optim.name'
const lr = 'model.optim.lr'
const betas = 'model.optim.betas'
const capturable = 'model.optim.capturable'
const masterWeights = 'model.optim.master_weights'
const clip = 'trainer.gradient_clip_val'

const apexAdam = ['fused_adam', 'megatron_fused_adam']
const apex = [...apexAdam, 'distributed_fused_adam', 'lamb']

/** A rule of training configs whose optimizer is one of `names`. */
const forOptimizers = (
  id: string,
  names: readonly string[],
  check: (c: ConfigView, name: string) => Finding | null,
): Rule => ({
  id,
  level: 'error',
  check: (c) => {
    if (!trains(c) || !c.isDict(optim)) return null
    const own = optimizerOf(c)
    return own !== null && names.includes(own) ? check(c, own) : null
  },
})

/** A name that is not known yet takes nothing from it: every optimizer but Adafactor has a rate of its own. */
function noRate(c: ConfigView): Finding | null {
  if (!trains(c) || !c.isDict(optim) || c.isSet(lr)) return null
  if (!c.knows(name)) return { at: lr, also: [name], variant: 'open' }
  const own = optimizerOf(c)
  const fallback = own === null ? undefined : defaultOf(own, 'lr')
  return typeof fallback === 'number' ? { at: lr, also: [name], facts: { name: own, default: fallback } } : null
}

function betasLength(c: ConfigView): Finding | null {
  const own = trains(c) ? optimizerOf(c) : null
  const given = c.list(betas)
  if (own === null || given === undefined || !takes(own, 'betas')) return null
  const count = own === 'adan' ? 3 : 2
  if (given.length === count) return null
  const usual = defaultOf(own, 'betas') as readonly number[]
  return {
    at: betas,
    also: [name],
    facts: { name: own, count, usual: usual.join(', '), got: given.length },
    fix: set(betas, usual),
  }
}

/** Schedules that only warm up hand an empty rate on as it is. nemo/core/optim/lr_scheduler.py:81 */
const passesRateOn = (c: ConfigView): boolean =>
  ['WarmupPolicy', 'WarmupHoldPolicy'].includes(scheduleOf(c) ?? '') && (warmupOf(c) ?? 0) === 0

function nesterov(c: ConfigView): Finding | null {
  const fixes: Fix[] = []
  if ((c.number('model.optim.momentum') ?? 0) <= 0) fixes.push(set('model.optim.momentum', 0.9))
  if ((c.number('model.optim.dampening') ?? 0) !== 0) fixes.push(set('model.optim.dampening', 0))
  return c.isTrue('model.optim.nesterov') && fixes.length > 0
    ? { at: 'model.optim.nesterov', also: ['model.optim.momentum', 'model.optim.dampening'], fix: all(...fixes) }
    : null
}

/** nemo/core/optim/megatron_fused_adam.py:57 */
function ignoredClip(c: ConfigView): Finding | null {
  const value = c.number(clip) ?? 0
  const clips = (c.number('model.optim.max_norm') ?? 0) > 0
  if (value <= 0 || (clips && c.isTrue(capturable) && c.isTrue(masterWeights))) return null
  return {
    at: clip,
    also: ['model.optim.max_norm', capturable, masterWeights],
    facts: { value },
    level: 'warning',
    fix: all(...(clips ? [] : [set('model.optim.max_norm', value)]), set(capturable, true), set(masterWeights, true)),
  }
}

/** Names that NeMo turns into a data type, besides `fp…` for `float…` and a leading `torch.`. nemo/utils/dtype.py:20 */
const dtypes =
  'float32 float float64 double float16 half bfloat16 bf16 uint8 byte int8 char int16 short int32 int int64 long bool'.split(
    ' ',
  )
const isDtype = (text: string): boolean =>
  dtypes.includes(text.trim().toLowerCase().replace('torch.', '').replace(/^fp/, 'float'))

function* noDtypes(c: ConfigView): Iterable<Finding> {
  if (!trains(c) || optimizerOf(c) !== 'distributed_fused_adam') return
  for (const key of ['dtype', 'grad_sync_dtype', 'param_sync_dtype']) {
    const at = `${optim}.${key}`
    const value = c.isNull(at) ? 'null' : c.knows(at) ? c.text(at) : undefined
    if (value !== undefined && !isDtype(value)) yield { at, facts: { key, value }, fix: remove(at) }
  }
}

/** The parameters under `args` moved to where NeMo reads them for every optimizer. */
function movedArgs(c: ConfigView): Fix {
  const params = c.dict('model.optim.args.params') ?? {}
  return all(
    ...Object.entries(params).map(([key, value]) => set(['model', 'optim', key], value)),
    remove('model.optim.args'),
  )
}

/** The optimizer and its parameters. */
export const optimizerRules: readonly Rule[] = [
  {
    id: 'optim-missing',
    level: 'error',
    check: (c) =>
      isRun(c) && c.has('model') && !c.has(optim)
        ? { at: optim, fix: set(optim, { name: 'fused_adam', lr: 0.0001 }) }
        : null,
  },
  {
    id: 'optim-name-absent',
    level: 'warning',
    check: (c) =>
      trains(c) && c.isDict(optim) && !c.has(name) && !c.has('model.optim._target_')
        ? { at: name, fix: set(name, 'fused_adam') }
        : null,
  },
  { id: 'lr-missing', level: 'warning', check: noRate },
  { id: 'betas-length', level: 'error', check: betasLength },
  forOptimizers('adafactor-lr', ['adafactor'], (c) => {
    const step = 'model.optim.relative_step'
    return c.isSet(lr) && (!c.has(step) || c.isTrue(step)) ? { at: lr, also: [step], fix: set(step, false) } : null
  }),
  forOptimizers('adafactor-warmup-init', ['adafactor'], (c) => {
    const [init, step] = ['model.optim.warmup_init', 'model.optim.relative_step']
    return c.isTrue(init) && c.isFalse(step) ? { at: init, also: [step], fix: set(init, false) } : null
  }),
  forOptimizers('adafactor-sched', ['adafactor'], (c) =>
    !c.isSet(lr) && c.isDict('model.optim.sched') && !passesRateOn(c)
      ? { at: lr, also: ['model.optim.sched'], fix: remove('model.optim.sched') }
      : null,
  ),
  forOptimizers('sgd-nesterov', ['sgd'], nesterov),
  forOptimizers('apex-amsgrad', apex, (c, own) => {
    const at = 'model.optim.amsgrad'
    return c.isTrue(at) ? { at, also: [name], facts: { name: own }, fix: set(at, false) } : null
  }),
  forOptimizers('master-weights-capturable', apexAdam, (c) =>
    c.isTrue(masterWeights) && !c.isTrue(capturable)
      ? { at: capturable, also: [masterWeights], fix: set(capturable, true) }
      : null,
  ),
  forOptimizers('megatron-fused-adam-clip', ['megatron_fused_adam'], ignoredClip),
  forOptimizers('distributed-adam-peft', ['distributed_fused_adam'], (c) => {
    const scheme = c.isDict('model.peft') ? c.text('model.peft.peft_scheme') : undefined
    return scheme !== undefined && scheme !== 'none'
      ? { at: name, also: ['model.peft.peft_scheme'], facts: { scheme }, fix: set(name, 'fused_adam') }
      : null
  }),
  { id: 'distributed-adam-dtype-null', level: 'error', check: noDtypes },
  forOptimizers('distributed-adam-o2-buffer', ['distributed_fused_adam'], (c) => {
    const at = 'model.optim.contiguous_grad_buffer'
    return c.isTrue('model.megatron_amp_O2') && c.isFalse(at)
      ? { at, also: ['model.megatron_amp_O2'], fix: set(at, true) }
      : null
  }),
  forOptimizers('optim-args-auto', [...apex, 'adan'], (c, own) =>
    c.isDict('model.optim.args') && c.get('model.optim.args.name') === 'auto'
      ? { at: 'model.optim.args', also: [name], facts: { name: own }, fix: movedArgs(c) }
      : null,
  ),
]
