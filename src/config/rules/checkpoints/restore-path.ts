import type { ConfigView } from '../../view/config-view'
import { isPlaceholder } from '../../view/placeholder'
import { type Finding, type Rule, set } from '../../view/rule'
import { isNothing } from '../shared/inference'
import { paramOf } from '../shared/latent'

const at = 'model.restore_from_path'
const adapter = 'model.peft.restore_from_path'
const unet = 'model.unet_config'
/** Sections of scripts that take their weights from elsewhere. */
const otherSources = ['model.peft', 'models', 'customized_model', 'unet_xl', 'clip1', 'clip2'] as const

/** The scripts that draw, evaluate and export load one checkpoint. nemo/collections/multimodal/parts/utils.py:307 */
function checkpoint(c: ConfigView): Finding | null {
  const loads = c.is('inference')
  if (!loads && c.family !== null) return null
  if (otherSources.some((key) => c.has(key))) return null
  const value = c.get(at)
  const canBuild = c.has(unet)
  if (value === '') return { at, facts: { value: "''" }, variant: 'form', ...(canBuild ? { fix: set(at, null) } : {}) }
  if (!loads) return null
  if (value === undefined || value === null) return canBuild ? builtFromFile(c) : { at }
  return typeof value === 'string' ? ofForm(value) : null
}

function ofForm(value: string): Finding | null {
  if (/\.(?:nemo|ckpt)$/.test(value) || isPlaceholder(value)) return null
  const isFolder = !(value.split('/').at(-1) ?? '').includes('.')
  return { at, facts: { value }, ...(isFolder ? { level: 'info', variant: 'folder' } : { variant: 'form' }) }
}

/** Without a checkpoint the model is built from the file: its nets need weights of their own. */
function builtFromFile(c: ConfigView): Finding | null {
  const nets = [unet, 'model.first_stage_config'].filter((net) => c.has(net))
  const weights = nets.map((net) => paramOf(c, net, 'from_pretrained'))
  const missing = weights.filter((place) => isNothing(c, place))
  return missing.length === 0 ? null : { at, also: missing, level: 'warning', variant: 'untrained' }
}

function adapterPath(c: ConfigView): Finding | null {
  if (!c.is('inference') || !c.has('infer') || !c.isDict('model.peft')) return null
  const value = c.get(adapter)
  if (value === undefined || value === null || value === '') return { at: adapter }
  return typeof value === 'string' && !value.endsWith('.nemo')
    ? { at: adapter, facts: { value }, variant: 'form' }
    : null
}

/** Which trained weights are loaded. */
export const restorePathRules: readonly Rule[] = [
  { id: 'infer-restore-path', level: 'error', check: checkpoint },
  { id: 'lora-infer-path', level: 'error', check: adapterPath },
]
