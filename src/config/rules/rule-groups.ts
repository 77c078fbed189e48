import type { Parsed } from '../../core/parsed'
import { pathKey } from '../../core/path'
import type { TypedScalar } from '../../core/typed'
import type { Family } from '../schema/field'
import type { Rule } from '../view/rule'

/** Rules that are loaded together; `base` is needed by every config. */
export type RuleGroup = 'base' | 'imagen' | 'sdxl' | 'tuning' | 'running' | 'seldom'

const loaders: Readonly<Record<RuleGroup, () => Promise<readonly Rule[]>>> = {
  base: async () => (await import('./group-base')).baseRules,
  imagen: async () => (await import('./group-imagen')).imagenRules,
  sdxl: async () => (await import('./group-sdxl')).sdxlRules,
  tuning: async () => (await import('./group-tuning')).tuningRules,
  running: async () => (await import('./group-running')).runningRules,
  seldom: async () => (await import('./group-seldom')).seldomRules,
}

export const loadRuleGroup = (group: RuleGroup): Promise<readonly Rule[]> => loaders[group]()

/** Whether a key is there, or may be behind a reference that stands in place of its map. */
function hasKey(...path: string[]): (parsed: Parsed) => boolean {
  const keys = path.map((_, i) => pathKey(path.slice(0, i + 1)))
  const isReference = (scalar: TypedScalar | null | undefined) => scalar?.t === 'str' && scalar.v.includes('${')
  return ({ nodes }) => nodes.has(keys.at(-1) ?? '') || keys.some((key) => isReference(nodes.get(key)?.scalar))
}

/** What a config of a training script holds; any other key at the top is read by scripts that run a model. */
const training: ReadonlySet<unknown> = new Set(['name', 'trainer', 'exp_manager', 'model', 'hydra', 'defaults'])
const hasOtherTopKey = (parsed: Parsed) => (parsed.nodes.get('')?.children ?? []).some((key) => !training.has(key))

/** Whether a key has a value that is neither null nor false, or may have. */
function isGiven(...path: string[]): (parsed: Parsed) => boolean {
  const has = hasKey(...path)
  const key = pathKey(path)
  return (parsed) => {
    const scalar = parsed.nodes.get(key)?.scalar
    return has(parsed) && scalar?.t !== 'null' && !(scalar?.t === 'bool' && !scalar.v)
  }
}

const seldom: readonly (readonly string[])[] = [
  ...['hydra', 'defaults', 'fsdp_set_buffer_dtype'].map((key) => [key]),
  ...['fsdp', 'fsdp_set_buffer_dtype'].map((key) => ['model', key]),
  ...['synthetic_data', 'validation'].map((key) => ['model', 'data', key]),
  ['model', 'data', 'train', 'filterings'],
  ...[
    'create_early_stopping_callback',
    'early_stopping_callback_params',
    'step_timing_kwargs',
    'create_preemption_callback',
    'create_straggler_detection_callback',
    'create_fault_tolerance_callback',
    'fault_tolerance',
  ].map((key) => ['exp_manager', key]),
]

/** Keys without which no rule of a group can speak, whatever the family. */
const marks: Readonly<Record<Exclude<RuleGroup, 'base'>, readonly ((parsed: Parsed) => boolean)[]>> = {
  imagen: [hasKey('model', 'unet'), hasKey('model', 'unet_type')],
  sdxl: [hasKey('model', 'conditioner_config'), hasKey('model', 'denoiser_config'), hasKey('model', 'loss_fn_config')],
  tuning: [hasKey('model', 'peft'), hasKey('model', 'control_stage_config'), hasKey('model', 'control_key')],
  running: [hasKey('model', 'strength'), hasKey('model', 'guess_mode'), hasOtherTopKey],
  // That the last samples are kept is said where this is false.
  seldom: [hasKey('model', 'data', 'validation_drop_last'), ...seldom.map((path) => isGiven(...path))],
}
const families: Readonly<Record<Exclude<RuleGroup, 'base'>, readonly Family[]>> = {
  imagen: ['imagen'],
  sdxl: ['sdxl'],
  tuning: ['controlnet', 'dreambooth', 'instruct_pix2pix'],
  running: ['inference'],
  seldom: [],
}
/** The groups whose rules can find something in a text of this family; the others find nothing there. */
export function ruleGroupsFor(parsed: Parsed, family: Family | null): RuleGroup[] {
  const isNeeded = (group: keyof typeof marks) =>
    (family !== null && families[group].includes(family)) || marks[group].some((has) => has(parsed))
  return ['base', ...(['imagen', 'sdxl', 'tuning', 'running', 'seldom'] as const).filter(isNeeded)]
}
