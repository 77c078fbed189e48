import type { Fix } from '../../../core/issue'
import { pathKey } from '../../../core/path'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { isPlaceholder } from '../../view/placeholder'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isEmpty, isNothing, isShardModel, readsShards } from '../shared/training-data'

const train = 'model.data.train'
const datasetPath = `${train}.dataset_path`
const webdataset = 'model.data.webdataset'
const rootPath = `${webdataset}.local_root_path`
const infinite = `${webdataset}.infinite_sampler`
const boto3 = 'model.data.boto3'

/** What a place holds as text, as it stands in the file. */
function textAt({ parsed }: ConfigView, place: Place): string | null {
  const scalar = parsed.nodes.get(pathKey(pathOfPlace(place)))?.scalar
  return scalar?.t === 'str' ? scalar.v : null
}

/** The entries of `dataset_path`, which may be one text. */
const entries = (c: ConfigView): Place[] => {
  const items = c.isMissing(datasetPath) ? [] : c.below(datasetPath)
  return items.length > 0 ? items : [datasetPath]
}

function* noData(c: ConfigView): Iterable<Finding> {
  if (!readsShards(c)) return
  if (c.isMissing(datasetPath) || isEmpty(c, datasetPath)) yield { at: datasetPath }
  else for (const at of entries(c)) if (['', '???'].includes(textAt(c, at) ?? '-')) yield { at, variant: 'entry' }
}

function* placeholders(c: ConfigView): Iterable<Finding> {
  if (!readsShards(c)) return
  for (const at of [...entries(c), rootPath]) {
    const value = textAt(c, at)
    if (value !== null && isPlaceholder(value))
      yield { at, facts: { value }, ...(at === rootPath ? { variant: 'folder' } : {}) }
  }
}

/** Braces in one text: they are expanded only in a list. */
function bracesInText(c: ConfigView): Finding | null {
  const value = c.typed(datasetPath)
  if (!readsShards(c) || value?.t !== 'str' || !value.v.includes('{')) return null
  return { at: datasetPath, facts: { value: value.v }, fix: set(datasetPath, [value.v]) }
}

/** Wildcards in a list: they are expanded only in one text. */
function* wildcardsInList(c: ConfigView): Iterable<Finding> {
  if (!readsShards(c) || c.isMissing(datasetPath)) return
  const items = c.below(datasetPath)
  for (const at of items) {
    const value = c.maybe(at, null)
    if (typeof value !== 'string' || !/[*?]/.test(value) || value === '???') continue
    const fix = items.length === 1 && !value.includes('{') ? { fix: set(datasetPath, value) } : {}
    yield { at, facts: { value }, ...fix }
  }
}

function mixedFiles(c: ConfigView): Finding | null {
  if (!readsShards(c) || c.typed(datasetPath)?.t !== 'list') return null
  const items = c.list(datasetPath) ?? []
  const isIndex = (item: unknown) => String(item).endsWith('.pkl')
  const other = items.findIndex((item) => isIndex(item) !== isIndex(items[0]))
  if (other < 1 || items.includes('???')) return null
  return { at: [...pathOfPlace(datasetPath), other], facts: { value: String(items[other]), first: String(items[0]) } }
}

function noRoot(c: ConfigView): Finding | null {
  if (!readsShards(c) || !c.isDict(webdataset)) return null
  const isOpen = c.isMissing(rootPath) || !c.has(rootPath) || (!c.isSet(rootPath) && !c.isDict(boto3))
  return isOpen ? { at: rootPath } : null
}

function* incompleteStore(c: ConfigView): Iterable<Finding> {
  if (!isShardModel(c) || !c.has(boto3)) return
  if (isNothing(c, boto3)) yield { at: boto3, variant: 'null', fix: remove(boto3) }
  if (!c.knows(boto3) || !c.isDict(boto3)) return
  for (const key of ['credentials_file', 'bucket']) {
    const at = `${boto3}.${key}`
    if (isEmpty(c, at)) yield { at, facts: { key } }
  }
}

const toFill = (place: Place): Fix => ({ kind: 'set', path: pathOfPlace(place), source: '???' })

const readsIndex = (c: ConfigView): boolean => {
  const first = entries(c)[0]
  return first !== undefined && String(c.maybe(first, '')).endsWith('.pkl')
}

const isStepless = (c: ConfigView): boolean => (c.int('trainer.max_steps') ?? -1) === -1

/** Where shards come from and how they are drawn. nemo/collections/multimodal/data/common/webdataset.py */
export const webdatasetRules: readonly Rule[] = [
  { id: 'data-dataset-path-empty', level: 'error', check: noData },
  { id: 'data-placeholder-path', level: 'error', check: placeholders },
  { id: 'data-dataset-path-string-braces', level: 'error', check: bracesInText },
  { id: 'data-dataset-path-list-glob', level: 'error', check: wildcardsInList },
  { id: 'data-dataset-path-mixed', level: 'error', check: mixedFiles },
  {
    id: 'data-webdataset-missing',
    level: 'error',
    check: (c) =>
      readsShards(c) && c.isDict(train) && isNothing(c, webdataset)
        ? { at: webdataset, fix: all(set(infinite, true), toFill(rootPath)) }
        : null,
  },
  { id: 'data-local-root-path', level: 'error', check: noRoot },
  {
    id: 'data-finite-sampler-webdataset-version',
    level: 'info',
    check: (c) =>
      readsShards(c) && !c.has(boto3) && c.isDict(webdataset) && !c.isTrue(infinite) && !c.isSet(`${train}.filterings`)
        ? { at: infinite, fix: set(infinite, true) }
        : null,
  },
  {
    id: 'data-infinite-sampler-epochs',
    level: 'info',
    check: (c) => {
      const epochs = c.isTrue(infinite) ? c.number('trainer.max_epochs') : undefined
      return epochs !== undefined && epochs > 0 && isStepless(c)
        ? { at: 'trainer.max_epochs', also: [infinite], facts: { epochs } }
        : null
    },
  },
  {
    id: 'data-object-store-ineffective',
    level: 'warning',
    check: (c) => {
      const at = `${webdataset}.object_store`
      return c.isTrue(at) && !c.has(boto3) ? { at, fix: set(at, false) } : null
    },
  },
  {
    id: 'data-use-webdataset-false',
    level: 'warning',
    check: (c) => {
      const at = `${webdataset}.use_webdataset`
      return c.isFalse(at) ? { at, fix: remove(at) } : null
    },
  },
  {
    id: 'data-pbss-enable',
    level: 'warning',
    check: (c) => {
      const at = 'model.data.pbss_checkpoint_saving'
      return c.isTrue(`${at}.enable`) ? { at, also: [`${at}.enable`], fix: remove(at) } : null
    },
  },
  { id: 'data-boto3-incomplete', level: 'error', check: incompleteStore },
  {
    id: 'data-chunk-size-ineffective',
    level: 'info',
    check: (c) => {
      const at = `${webdataset}.chunk_size`
      return readsShards(c) && c.has(at) && readsIndex(c) ? { at, also: [datasetPath], fix: remove(at) } : null
    },
  },
  {
    id: 'data-num-workers',
    level: 'error',
    check: (c) => {
      const at = 'model.data.num_workers'
      const isRead = [train, 'model.data.instance_dir', 'model.data.data_path'].some((place) => c.has(place))
      return isRead && !c.is('inference') && !c.has(at) ? { at, fix: set(at, 4) } : null
    },
  },
]
