import type { Plan } from '../parsed'
import {
  type Insertion,
  planInsertOn,
  planListInsertOn,
  planListMoveOn,
  planRemoveOn,
  planRenameOn,
  planSetOn,
} from '../yaml/plan'
import type { Planned } from '../yaml/plan-proof'
import type { Key } from '../yaml/plan-set'
import { parse } from './parse'

type Where = (string | number | boolean | null)[]

/** The value at a path becomes `source` (YAML scalar or flow source, spliced as given); a path that does not exist is made. */
export const planSet = (text: string, path: Where, source: string): Plan => bare(planSetOn(parse(text), path, source))
/** A new entry of the map at `parentPath`. */
export const planInsert = (text: string, parentPath: Where, insertion: Insertion): Plan =>
  bare(planInsertOn(parse(text), parentPath, insertion))
/** The entry or item at a path goes with its lines; comments above it stay. */
export const planRemove = (text: string, path: Where): Plan => bare(planRemoveOn(parse(text), path))
/** A key gets another name in its own way of quoting. */
export const planRename = (text: string, path: Where, key: Key): Plan => bare(planRenameOn(parse(text), path, key))
/** A new item of the list at `path`, at `index` (its length appends). */
export const planListInsert = (text: string, path: Where, index: number, source: string): Plan =>
  bare(planListInsertOn(parse(text), path, index, source))
export const planListRemove = (text: string, path: Where, index: number): Plan =>
  bare(planRemoveOn(parse(text), [...path, index]))
/** The item at `from` moves to where `to` is, with its comments. */
export const planListMove = (text: string, path: Where, from: number, to: number): Plan =>
  bare(planListMoveOn(parse(text), path, from, to))

const bare = (planned: Planned): Plan => (planned.ok ? { ok: true, edits: planned.edits } : planned)
