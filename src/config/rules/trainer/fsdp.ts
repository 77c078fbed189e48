import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isDistributed, optimizerOf } from '../shared/optimizer-name'
import { trains } from '../shared/training'

const fsdp = 'model.fsdp'
const precision = 'trainer.precision'
const o2 = 'model.megatron_amp_O2'
const bufferDtype = 'fsdp_set_buffer_dtype'

/** FSDP in a script that can use it; sd_train.py cannot, which `fsdp-sd-train` says. */
const isSharded = (c: ConfigView): boolean => !c.is('sd') && c.isTrue(fsdp)

/** What FSDP reads a precision from; `"16"` and `"32"` in quotes are not among it. nemo/collections/nlp/parts/nlp_overrides.py:781 */
const numbers = [16, 32]
const texts = ['16-mixed', '16-true', 'bf16', 'bf16-mixed', 'bf16-true']

function precisionOf(c: ConfigView): Finding | null {
  const typed = c.typed(precision)
  if (!isSharded(c) || typed === undefined) return null
  if (typed.t === 'int' ? numbers.includes(Number(typed.v)) : typed.t === 'str' && texts.includes(typed.v)) return null
  const value = c.get(precision)
  const number = numbers.find((known) => String(known) === String(value).replace('-true', ''))
  return {
    at: precision,
    also: [fsdp],
    facts: { value: typeof value === 'string' ? `"${value}"` : String(value) },
    fix: set(precision, number ?? 'bf16-mixed'),
  }
}

/** The scripts read the key at the top level, where every value fails. nemo/collections/nlp/parts/nlp_overrides.py:793 */
function* bufferDtypes(c: ConfigView): Iterable<Finding> {
  if (c.isSet(`model.${bufferDtype}`)) yield { at: `model.${bufferDtype}`, fix: set(`model.${bufferDtype}`, null) }
  if (c.isSet(bufferDtype) && c.isTrue(fsdp))
    yield { at: bufferDtype, also: [fsdp], level: 'error', variant: 'top', fix: remove(bufferDtype) }
}

/** Fully sharded data parallelism. */
export const fsdpRules: readonly Rule[] = [
  {
    id: 'fsdp-sd-train',
    level: 'error',
    families: ['sd'],
    check: (c) => (trains(c) && c.isTrue(fsdp) ? { at: fsdp, fix: set(fsdp, false) } : null),
  },
  { id: 'fsdp-precision', level: 'error', check: precisionOf },
  {
    id: 'fsdp-optimizer',
    level: 'error',
    check: (c) =>
      trains(c) && isSharded(c) && isDistributed(optimizerOf(c))
        ? {
            at: 'model.optim.name',
            also: [fsdp],
            facts: { name: optimizerOf(c) },
            fix: set('model.optim.name', 'fused_adam'),
          }
        : null,
  },
  {
    id: 'fsdp-fp8',
    level: 'error',
    check: (c) =>
      isSharded(c) && c.isTrue('model.fp8') ? { at: 'model.fp8', also: [fsdp], fix: set('model.fp8', false) } : null,
  },
  {
    id: 'fsdp-o2',
    level: 'info',
    check: (c) => (isSharded(c) && c.isTrue(o2) ? { at: o2, also: [fsdp], fix: set(o2, false) } : null),
  },
  { id: 'fsdp-buffer-dtype', level: 'warning', check: bufferDtypes },
]
