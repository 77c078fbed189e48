import { pathKey } from '../../../core/path'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isBlank, isManaged, isOn } from '../shared/experiment'
import { params } from '../shared/metrics'
import { trains } from '../shared/training'

const ifExists = 'exp_manager.resume_if_exists'
const ignoreNone = 'exp_manager.resume_ignore_no_checkpoint'
const pastEnd = 'exp_manager.resume_past_end'
const from = 'exp_manager.resume_from_checkpoint'
const ofModel = 'model.resume_from_checkpoint'

const resumes = (c: ConfigView): boolean => isManaged(c) && isOn(c, 'resume_if_exists')

const firstRun = (c: ConfigView): Finding | null =>
  resumes(c) && !isOn(c, 'resume_ignore_no_checkpoint')
    ? { at: ignoreNone, also: [ifExists], fix: set(ignoreNone, true) }
    : null

function* onlyWhenResuming(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c) || isOn(c, 'resume_if_exists')) return
  for (const at of [ignoreNone, pastEnd])
    if (c.isTrue(at)) yield { at, also: [ifExists], facts: { key: at.slice(12) }, fix: set(ifExists, true) }
}

function fileBehindFolder(c: ConfigView): Finding | null {
  if (!resumes(c) || isBlank(c, from)) return null
  return { at: ifExists, also: [from], facts: { file: c.text(from) ?? '' } }
}

const brokenPastEnd = (c: ConfigView): Finding | null =>
  resumes(c) && c.isTrue(pastEnd) ? { at: pastEnd, also: [ifExists], fix: set(pastEnd, false) } : null

function notWired(c: ConfigView): Finding | null {
  if (!trains(c) || isBlank(c, ofModel) || c.isSet(from)) return null
  return { at: ofModel, also: [from], ...(isManaged(c) ? { fix: set(from, '${model.resume_from_checkpoint}') } : {}) }
}

const nemoFile = (c: ConfigView): Finding | null =>
  isManaged(c) && c.text(from)?.endsWith('.nemo') ? { at: from, facts: { file: c.text(from) ?? '' } } : null

function pastMaxEpochs(c: ConfigView): Finding | null {
  const at = 'trainer.max_epochs'
  const epochs = c.int(at) ?? -1
  if (!isManaged(c) || epochs < 0 || (!isOn(c, 'resume_if_exists') && isBlank(c, from))) return null
  return { at, also: [isOn(c, 'resume_if_exists') ? ifExists : from], facts: { epochs } }
}

/** The text of a scalar as it stands there, interpolations unresolved. */
function writtenAt(c: ConfigView, place: Place): string {
  const scalar = c.parsed.nodes.get(pathKey(pathOfPlace(place)))?.scalar
  return scalar?.t === 'str' ? scalar.v : ''
}

const reference = '${name}'

function sharedFolder(c: ConfigView): Finding | null {
  if (!resumes(c)) return null
  const folder = `${params}.dirpath`
  if (!isBlank(c, folder)) return { at: folder, also: [ifExists] }
  const [name, file] = ['exp_manager.name', `${params}.filename`]
  const own = writtenAt(c, name)
  return own !== '' && !own.includes('${') && writtenAt(c, file).includes(reference)
    ? { at: name, also: [file], facts: { reference }, variant: 'name' }
    : null
}

/** Going on from a checkpoint. */
export const resumeRules: readonly Rule[] = [
  { id: 'resume-first-run', level: 'warning', check: firstRun },
  { id: 'resume-ignore-without-resume', level: 'info', check: onlyWhenResuming },
  { id: 'resume-from-checkpoint-precedence', level: 'warning', check: fileBehindFolder },
  { id: 'resume-past-end-broken', level: 'warning', check: brokenPastEnd },
  { id: 'model-resume-from-checkpoint-not-wired', level: 'warning', check: notWired },
  { id: 'resume-from-nemo-file', level: 'error', check: nemoFile },
  { id: 'max-epochs-below-resumed', level: 'info', check: pastMaxEpochs },
  { id: 'resume-several-last-files', level: 'info', check: sharedFolder },
]
