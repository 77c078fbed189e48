import type { Fix } from '../../../core/issue'
import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, rename, set } from '../../view/rule'
import { isBlank, isFalsy, isManaged, isOn, runsFast } from '../shared/experiment'
import { isEndless } from '../trainer/run-length'

const logger = 'trainer.logger'
const tflops = 'exp_manager.log_tflops_per_sec_per_gpu'
const wandb = 'exp_manager.wandb_logger_kwargs'
const neptune = 'exp_manager.neptune_logger_kwargs'
const mlflow = 'exp_manager.mlflow_logger_kwargs'
const summary = 'exp_manager.summary_writer_kwargs'

const names = {
  tensorboard: 'TensorBoard',
  wandb: 'Weights & Biases',
  mlflow: 'MLflow',
  dllogger: 'DLLogger',
  clearml: 'ClearML',
  neptune: 'Neptune',
} as const
type Logger = keyof typeof names

const switchOf = (name: Logger): string => `create_${name}_logger`
const creates = (c: ConfigView, name: Logger): boolean => isOn(c, switchOf(name), name === 'tensorboard')
const created = (c: ConfigView, ...of: readonly Logger[]): Logger[] => of.filter((name) => creates(c, name))
/** Those that exp_manager checks the Trainer's own logger against. nemo/utils/exp_manager.py:643 */
const checked = ['tensorboard', 'wandb', 'mlflow'] as const
const unchecked = ['dllogger', 'clearml', 'neptune'] as const

/** True when the Trainer makes a logger of its own: unless `logger` is false. */
function hasOwnLogger(c: ConfigView): boolean {
  if (!c.isDict('trainer')) return false
  const value = c.written(logger)
  return value?.t !== 'bool' || value.v
}

/** True when TFLOPs are measured, which writes to TensorBoard's logger only. nemo/collections/common/metrics/perf_metrics.py:87 */
const needsTensorboard = (c: ConfigView): boolean =>
  !c.is('controlnet') && !creates(c, 'tensorboard') && isOn(c, 'log_tflops_per_sec_per_gpu', true)

const noOwnLogger = (c: ConfigView): Fix =>
  needsTensorboard(c) ? all(set(logger, false), set(tflops, false)) : set(logger, false)

function conflict(c: ConfigView): Finding | null {
  if (!isManaged(c) || !hasOwnLogger(c) || runsFast(c)) return null
  const found = created(c, ...checked)
  if (found.length === 0) return null
  const facts = { loggers: found.map((name) => names[name]) }
  return { at: logger, also: found.map((name) => `exp_manager.${switchOf(name)}`), facts, fix: noOwnLogger(c) }
}

function folders(c: ConfigView): Finding | null {
  if (!isManaged(c) || !hasOwnLogger(c) || runsFast(c) || created(c, ...checked).length > 0) return null
  const keys = ['explicit_log_dir', 'exp_dir', 'name'].filter((key) => !isBlank(c, `exp_manager.${key}`))
  if (keys.length === 0) return null
  return { at: logger, also: keys.map((key) => `exp_manager.${key}`), facts: { keys }, fix: noOwnLogger(c) }
}

function replaced(c: ConfigView): Finding | null {
  if (!isManaged(c) || !hasOwnLogger(c) || created(c, ...checked).length > 0) return null
  const [name] = created(c, ...unchecked)
  if (name === undefined) return null
  return {
    at: logger,
    also: [`exp_manager.${switchOf(name)}`],
    facts: { logger: names[name] },
    fix: set(logger, false),
  }
}

function tflopsWithoutTensorboard(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isDict('trainer') || !needsTensorboard(c) || runsFast(c) || isEndless(c)) return null
  if (hasOwnLogger(c) && created(c, ...unchecked).length === 0) return null
  return { at: tflops, also: ['exp_manager.create_tensorboard_logger'], fix: set(tflops, false) }
}

/** True when a logger is on whose options name neither a run nor a project. */
const isNameless = (c: ConfigView, name: Logger, options: string): boolean =>
  isManaged(c) && creates(c, name) && !(c.isDict(options) && (c.has(`${options}.name`) || c.has(`${options}.project`)))

const nameless = (c: ConfigView): Finding | null =>
  isNameless(c, 'wandb', wandb) ? { at: wandb, also: ['exp_manager.create_wandb_logger'] } : null

function* emptyNames(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c) || !creates(c, 'wandb') || isNameless(c, 'wandb', wandb)) return
  for (const key of ['project', 'name'])
    if (c.knows(`${wandb}.${key}`) && isBlank(c, `${wandb}.${key}`))
      yield { at: `${wandb}.${key}`, facts: { key }, variant: key }
}

const hasOptions = (c: ConfigView, name: Logger, options: string): boolean =>
  isManaged(c) && creates(c, name) && c.isDict(options)

function* reserved(c: ConfigView, name: Logger, options: string, keys: readonly string[]): Iterable<Finding> {
  if (!hasOptions(c, name, options)) return
  for (const key of keys) {
    const at = `${options}.${key}`
    if (c.has(at)) yield { at, facts: { key, error: key === 'log_dir' ? 'ValueError' : 'TypeError' }, fix: remove(at) }
  }
}

function offlineUpload(c: ConfigView): Finding | null {
  const [at, model] = [`${wandb}.offline`, `${wandb}.log_model`]
  if (!hasOptions(c, 'wandb', wandb) || isFalsy(c, at) || isFalsy(c, model)) return null
  return { at, also: [model], fix: set(at, false) }
}

function* unusedOptions(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c)) return
  for (const name of Object.keys(names) as Logger[]) {
    const section = name === 'tensorboard' ? 'summary_writer_kwargs' : `${name}_logger_kwargs`
    const at = `exp_manager.${section}`
    if (creates(c, name) || !c.isDict(at) || c.below(at).length === 0) continue
    yield { at, also: [`exp_manager.${switchOf(name)}`], facts: { section, switch: switchOf(name) } }
  }
}

function localTracking(c: ConfigView): Finding | null {
  const at = `${mlflow}.tracking_uri`
  if (!isManaged(c) || !creates(c, 'mlflow') || !isBlank(c, at)) return null
  return { at, facts: { folder: c.text(`${mlflow}.save_dir`) ?? './mlruns' } }
}

const neptuneNameless = (c: ConfigView): Finding | null =>
  isNameless(c, 'neptune', neptune) ? { at: neptune, also: ['exp_manager.create_neptune_logger'] } : null

function neptuneToken(c: ConfigView): Finding | null {
  const at = `${neptune}.api_key`
  return hasOptions(c, 'neptune', neptune) && !isNameless(c, 'neptune', neptune) && !c.has(at) ? { at } : null
}

/** `Dict[str, Any]`: OmegaConf turns no key into text. nemo/utils/loggers/mlflow_logger.py:26 */
function* tagKeys(c: ConfigView): Iterable<Finding> {
  const tags = `${mlflow}.tags`
  if (!isManaged(c) || !c.isDict(mlflow) || !c.isDict(tags)) return
  for (const at of c.below(tags)) {
    const key = at.at(-1)
    if (typeof key !== 'string') yield { at, facts: { key: String(key) }, fix: rename(at, String(key)) }
  }
}

const packages: Readonly<Partial<Record<Logger, string>>> = {
  dllogger: 'ImportError',
  clearml: 'ImportError',
  mlflow: 'ModuleNotFoundError',
  neptune: 'ModuleNotFoundError',
}

function* extraPackages(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c)) return
  for (const name of ['dllogger', 'clearml', 'mlflow', 'neptune'] as const)
    if (creates(c, name))
      yield { at: `exp_manager.${switchOf(name)}`, facts: { package: name, error: packages[name] ?? 'ImportError' } }
}

/** The Trainer's logger and those of exp_manager. */
export const loggerRules: readonly Rule[] = [
  { id: 'logger-conflict', level: 'error', check: conflict },
  { id: 'logger-conflict-folders', level: 'error', check: folders },
  { id: 'logger-silently-replaced', level: 'warning', check: replaced },
  { id: 'tflops-needs-tensorboard', level: 'error', check: tflopsWithoutTensorboard },
  { id: 'wandb-needs-name-or-project', level: 'error', check: nameless },
  { id: 'wandb-name-or-project-empty', level: 'warning', check: emptyNames },
  { id: 'wandb-reserved-key', level: 'error', check: (c) => reserved(c, 'wandb', wandb, ['version']) },
  { id: 'wandb-offline-log-model', level: 'error', check: offlineUpload },
  { id: 'logger-options-without-logger', level: 'info', check: unusedOptions },
  {
    id: 'summary-writer-reserved-key',
    level: 'error',
    check: (c) => reserved(c, 'tensorboard', summary, ['log_dir', 'save_dir', 'name', 'version']),
  },
  { id: 'mlflow-tracking-uri-env', level: 'warning', check: localTracking },
  { id: 'neptune-needs-name-and-token', level: 'error', check: neptuneNameless },
  { id: 'neptune-token-missing', level: 'warning', check: neptuneToken },
  { id: 'mlflow-tag-key', level: 'error', check: tagKeys },
  { id: 'optional-package-logger', level: 'info', check: extraPackages },
]
