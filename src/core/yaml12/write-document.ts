import { Document, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml'
import type { Typed } from '../typed'
import { scalarSource } from '../yaml/scalar'

/** Our typed scalars, written as OmegaConf reads them back: the package by itself would write `on` and `1e-08` for YAML 1.2. */
const exact: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => value instanceof Object,
  resolve: (source) => source,
  stringify: ({ value }) => scalarSource(value as Typed),
}

/** A document of block YAML that OmegaConf reads as exactly this value. For texts that come from values: no user's text is rewritten by it. */
export function writeDocument(typed: Typed): string {
  const document = new Document(null, { schema: 'failsafe', customTags: (tags) => [...tags, exact] })
  document.contents = nodeOf(typed)
  return document.toString({ lineWidth: 0 })
}

function nodeOf(typed: Typed): YAMLMap | YAMLSeq | Scalar {
  if (typed.t === 'list') {
    const list = new YAMLSeq()
    list.items = typed.v.map(nodeOf)
    return list
  }
  if (typed.t !== 'dict') return new Scalar(typed)
  const dict = new YAMLMap()
  dict.items = typed.v.map(([key, value]) => new Pair(nodeOf(key), nodeOf(value)))
  return dict
}
