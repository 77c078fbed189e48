import type { Path } from '../../../core/path'
import { type ConfigView, isDict } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isManaged } from './experiment'

/** An entry of the `defaults` list. `group`: what follows `override`, empty for a plain config. */
interface Entry {
  readonly path: Path
  readonly name: string
  readonly isSelf: boolean
  readonly isOverride: boolean
  readonly group: string
  readonly value: string
}

const entriesOf = (c: ConfigView): Entry[] =>
  c.parsed.nodes.get('/defaults')?.kind === 'list' ? c.below('defaults').flatMap((path) => entryAt(c, path)) : []

function entryAt(c: ConfigView, path: Path): Entry[] {
  const item = c.get(path)
  if (typeof item === 'string')
    return [{ path, name: item, isSelf: item === '_self_', isOverride: false, group: '', value: item }]
  const [key, value] = item === undefined || !isDict(item) ? [] : (Object.entries(item)[0] ?? [])
  if (key === undefined) return []
  const group = key.replace(/^(?:override|optional)\s+/, '')
  const isOverride = /^override\s/.test(key)
  return [{ path, name: `${key}: ${String(value)}`, isSelf: false, isOverride, group, value: String(value) }]
}

const isIncluded = ({ isSelf, isOverride }: Entry): boolean => !isSelf && !isOverride

function selfMissing(c: ConfigView): Finding | null {
  const entries = entriesOf(c)
  const hasMore = (c.parsed.nodes.get('')?.children.length ?? 0) > 1
  if (!hasMore || entries.some(({ isSelf }) => isSelf) || !entries.some(isIncluded)) return null
  return { at: 'defaults', fix: set(['defaults', entries.length], '_self_') }
}

function selfFirst(c: ConfigView): Finding | null {
  const entries = entriesOf(c)
  const at = entries.findIndex(({ isSelf }) => isSelf)
  const entry = at < 0 ? undefined : entries.slice(at + 1).find(isIncluded)
  const own = entries[at]
  if (entry === undefined || own === undefined || entries.filter(({ isSelf }) => isSelf).length > 1) return null
  const fix = all(remove(own.path), set(['defaults', entries.length - 1], '_self_'))
  return { at: own.path, also: [entry.path], facts: { entry: entry.name }, fix }
}

function* invalidDefaults(c: ConfigView): Iterable<Finding> {
  const entries = entriesOf(c)
  const [, second] = entries.filter(({ isSelf }) => isSelf)
  if (second !== undefined) yield { at: second.path, fix: remove(second.path), variant: 'twice' }
  const override = entries.findIndex(({ isOverride }) => isOverride)
  const own = entries[override]
  if (own === undefined) return
  const late = entries.slice(override + 1).find((entry) => isIncluded(entry) && isGroup(entry))
  if (late === undefined) return
  const moved = set(['defaults', entries.length - 1], c.get(own.path) ?? null)
  yield { at: own.path, also: [late.path], facts: { entry: late.name }, fix: all(remove(own.path), moved) }
}

/** A config group (`db: mysql`); those of Hydra itself may stand anywhere. */
const isGroup = ({ group }: Entry): boolean => group !== '' && !group.startsWith('hydra/')

function* forced(c: ConfigView): Iterable<Finding> {
  for (const [at, value] of [
    ['hydra.run.dir', '.'],
    ['hydra.output_subdir', null],
  ] as const)
    if (c.has(at) && c.knows(at) && c.get(at) !== value) yield { at, fix: remove(at) }
  for (const { path, group, value } of entriesOf(c))
    if (group === 'hydra/job_logging' && value !== 'stdout') yield { at: path, fix: remove(path) }
}

function movesAway(c: ConfigView): Finding | null {
  const chdir = 'hydra.job.chdir'
  if (!isManaged(c) || c.text('hydra.mode') !== 'MULTIRUN' || c.isFalse(chdir)) return null
  const sweep = ['hydra.sweep.dir', 'hydra.sweep.subdir']
  if (sweep.every((place) => c.text(place) === '.')) return null
  return { at: 'hydra.mode', also: [chdir, ...sweep], fix: set(chdir, false) }
}

const readOnly = [
  ...['hydra.runtime', 'hydra.overrides'],
  ...['id', 'num', 'config_name', 'override_dirname'].map((key) => `hydra.job.${key}`),
]

function* filledByHydra(c: ConfigView): Iterable<Finding> {
  for (const at of readOnly) if (c.has(at)) yield { at, fix: remove(at) }
}

/** What Hydra does before the script: its own settings, the defaults list. */
export const hydraSettingRules: readonly Rule[] = [
  { id: 'hydra-setting-overridden', level: 'warning', check: forced },
  { id: 'hydra-multirun-changes-directory', level: 'error', check: movesAway },
  { id: 'hydra-read-only-key', level: 'info', check: filledByHydra },
  { id: 'defaults-self-missing', level: 'warning', check: selfMissing },
  { id: 'defaults-self-first', level: 'warning', check: selfFirst },
  { id: 'defaults-invalid', level: 'error', check: invalidDefaults },
]
