import type { Fix } from '../../../core/issue'
import { pathKey } from '../../../core/path'
import { nearest } from '../../schema/nearest'
import { askedOnce, type ConfigView, pathOfPlace } from '../../view/config-view'
import { all, type Finding, type Rule, set } from '../../view/rule'
import { isOn } from '../shared/experiment'
import { isLogged, loggedMetrics, monitorOf, params, savesCheckpoints } from '../shared/metrics'

const at = `${params}.filename`
const autoInsert = `${params}.auto_insert_metric_name`
const resume = 'exp_manager.resume_if_exists'
const resumeFrom = 'exp_manager.resume_from_checkpoint'

/** A `{name:format}` of a template. */
interface Part {
  readonly name: string
  readonly format: string
}
const partPattern = /\{([^{}:]*)(?::([^{}]*))?\}/g

interface Template {
  readonly text: string
  readonly parts: readonly Part[]
}

/** The template of file names and its parts; null when absent or null, and where no checkpoints are written. */
const templateOf = askedOnce((c): Template | null => {
  const text = savesCheckpoints(c) ? c.text(at) : undefined
  return text === undefined ? null : { text, parts: partsOf(text) }
})

const partsOf = (text: string): Part[] =>
  [...text.matchAll(partPattern)].map(([, name = '', format = '']) => ({ name, format }))

const hasPart = (parts: readonly Part[], ...names: readonly string[]): boolean =>
  parts.some(({ name }) => names.includes(name))

/** `{step}` becomes `step=5` unless that is switched off. lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:554 */
const namesParts = (c: ConfigView): boolean => !c.isFalse(autoInsert)

/** The template as it stands in the text, its own interpolations unresolved; null when it stands elsewhere. */
function written(c: ConfigView): string | null {
  const scalar = c.parsed.nodes.get(pathKey(pathOfPlace(at)))?.scalar
  return scalar?.t === 'str' ? scalar.v : null
}

/** Fix: the written template, changed; left out when there is none or nothing changes. */
function rewrite(c: ConfigView, change: (template: string) => string): { fix?: Fix } {
  const before = written(c)
  const after = before === null ? null : change(before)
  return after === null || after === before ? {} : { fix: set(at, after) }
}
const append = (c: ConfigView, suffix: string) => rewrite(c, (template) => template + suffix)

/** Parts of a template outside of `${…}`, each replaced. */
const replaceParts = (template: string, change: (name: string, format: string) => string): string =>
  template.replace(/\$\{[^{}]*\}|\{([^{}:]*)((?::[^{}]*)?)\}/g, (whole, name?: string, format = '') =>
    name === undefined ? whole : change(name, format),
  )

/** A template for a config that has none. */
function usualTemplate(c: ConfigView): string {
  const monitor = monitorOf(c) ?? ''
  const metric = isLogged(c, monitor) && !monitor.includes('/') ? `{${monitor}:.2f}-` : ''
  return `${c.isSet('name') ? '${name}--' : ''}${metric}{step}-{consumed_samples}`
}

const isResumed = (c: ConfigView): boolean => isOn(c, 'resume_if_exists') || Boolean(c.text(resumeFrom))
const counters = ['step', 'epoch', 'consumed_samples', 'global_step']

/** NeMo reads the position in the data off the file name. nemo/collections/nlp/models/language_modeling/megatron_base_model.py:942 */
function noConsumedSamples(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c) || !isResumed(c)) return null
  const template = templateOf(c)
  if (template === null) return { at, also: [resume], variant: 'absent', fix: set(at, usualTemplate(c)) }
  const { text, parts } = template
  if (text.includes('consumed_samples=') || (namesParts(c) && hasPart(parts, 'consumed_samples'))) return null
  const suffix = namesParts(c) ? '-{consumed_samples}' : '-consumed_samples={consumed_samples}'
  return { at, also: [resume], ...append(c, suffix) }
}

function noMonitor(c: ConfigView): Finding | null {
  const template = templateOf(c)
  const monitor = monitorOf(c)
  if (template === null || monitor === null || !isOn(c, 'resume_if_exists')) return null
  if ((c.int(`${params}.save_top_k`) ?? 3) < 1 || template.text.includes(`{${monitor}`)) return null
  const isUsable = isLogged(c, monitor) && !monitor.includes('/')
  return { at, also: [`${params}.monitor`], facts: { monitor }, ...(isUsable ? append(c, `-{${monitor}:.2f}`) : {}) }
}

function unknownMetric(c: ConfigView): Finding | null {
  const template = templateOf(c)
  if (template === null) return null
  const logged = loggedMetrics(c)
  const wrong = template.parts.map(({ name }) => name).filter((name) => name !== '' && !logged.includes(name))
  if (wrong.length === 0) return null
  const corrected = (name: string) => (wrong.includes(name) ? (nearest(name, logged) ?? name) : name)
  return {
    at,
    facts: { metric: wrong },
    ...rewrite(c, (text) => replaceParts(text, (name, format) => `{${corrected(name)}${format}}`)),
  }
}

/** Metrics are floats; only `epoch` and `step` are ints. */
const isIntFormat = ({ name, format }: Part): boolean => /[dboxXc]$/.test(format) && name !== 'epoch' && name !== 'step'

function wrongFormat(c: ConfigView): Finding | null {
  const template = templateOf(c)
  if (template === null) return null
  const { text, parts } = template
  const rest = text.replace(partPattern, '')
  if (/[{}]/.test(rest) || hasPart(parts, '')) return { at, facts: { filename: text }, variant: 'braces' }
  const wrong = parts.filter(isIntFormat)
  if (wrong.length === 0) return null
  const fixed = (name: string, format: string) =>
    isIntFormat({ name, format: format.slice(1) }) ? `{${name}:.0f}` : `{${name}${format}}`
  return {
    at,
    facts: { filename: text, metric: wrong.map(({ name }) => name) },
    ...rewrite(c, (before) => replaceParts(before, fixed)),
  }
}

/** Names of metrics written out in front of the braces, without the `/` that would make folders. */
const spelledOut = (template: string): string =>
  replaceParts(template, (name, format) => `${name.replaceAll('/', '_')}={${name}${format}}`)

function slash(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c)) return null
  const template = templateOf(c)
  const off = set(autoInsert, false)
  if (template === null) {
    const monitor = monitorOf(c)
    if (!monitor?.includes('/')) return null
    const name = c.isSet('name') ? '${name}--' : ''
    const usual = set(at, spelledOut(`${name}{${monitor}:.4f}-{step}-{consumed_samples}`))
    return { at, also: [`${params}.monitor`], facts: { monitor }, variant: 'default', fix: all(usual, off) }
  }
  if (template.text.replace(partPattern, '').includes('/')) return { at, variant: 'literal' }
  const parts = template.parts.filter(({ name }) => name.includes('/'))
  if (parts.length === 0 || !namesParts(c)) return null
  const { fix } = rewrite(c, spelledOut)
  const metric = parts.map(({ name }) => name)
  return { at, also: [autoInsert], facts: { metric }, ...(fix === undefined ? {} : { fix: all(fix, off) }) }
}

function noCounter(c: ConfigView): Finding | null {
  const template = templateOf(c)
  if (template === null || hasPart(template.parts, ...counters)) return null
  return { at, ...append(c, namesParts(c) ? '-{step}' : '-step={step}') }
}

/** The file names of checkpoints. */
export const checkpointNameRules: readonly Rule[] = [
  { id: 'checkpoint-filename-consumed-samples', level: 'warning', check: noConsumedSamples },
  { id: 'checkpoint-filename-monitor-missing', level: 'info', check: noMonitor },
  { id: 'checkpoint-filename-unknown-metric', level: 'warning', check: unknownMetric },
  { id: 'checkpoint-filename-format', level: 'error', check: wrongFormat },
  { id: 'checkpoint-filename-slash', level: 'warning', check: slash },
  { id: 'checkpoint-filename-not-unique', level: 'info', check: noCounter },
]
