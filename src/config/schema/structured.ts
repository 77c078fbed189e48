import { pythonStr } from '../../core/omegaconf/python-text'
import { floatRepr, type Typed, type TypedScalar } from '../../core/typed'
import type { FieldSpec } from './field'

/** Sections that the dataclass declares as `Dict[Any, Any]`: what they contain is taken as it is. nemo/utils/exp_manager.py:193 */
const untyped: readonly string[] = ['summary_writer_kwargs', 'wandb_logger_kwargs', 'neptune_logger_kwargs']

/**
 * True for the places of `exp_manager`, which OmegaConf merges into a dataclass and converts value by value.
 * nemo/utils/exp_manager.py:178, nemo/utils/exp_manager.py:407
 */
export function isStructured({ pattern }: FieldSpec): boolean {
  const [root, section = '', key] = pattern
  if (root !== 'exp_manager') return false
  if (pattern.length > 2 && untyped.includes(section)) return false
  return !(section === 'mlflow_logger_kwargs' && key === 'tags' && pattern.length > 3)
}

/** What becomes of a value at a structured place; null when OmegaConf refuses it (ValidationError). omegaconf/nodes.py */
export function convert({ accepts }: FieldSpec, typed: Typed): Typed | null {
  const kinds = new Set(accepts.map(({ kind }) => kind))
  if (typed.t === 'null' || kinds.has('list') || kinds.has('dict')) return typed
  if (typed.t === 'list' || typed.t === 'dict') return null
  if (kinds.has('int') && kinds.has('enum')) return signalOf(typed)
  if (kinds.has('bool')) return boolOf(typed)
  if (kinds.has('int')) return typed.t === 'int' ? typed : typed.t === 'str' ? intOfText(typed.v) : null
  if (kinds.has('float')) return floatOfValue(typed)
  return typed.t === 'bytes' ? null : { t: 'str', v: pythonStr(typed) }
}

const yes = ['yes', 'y', 'on', 'true']
const no = ['no', 'n', 'off', 'false']

/** omegaconf/nodes.py:BooleanNode */
function boolOf(typed: TypedScalar): Typed | null {
  if (typed.t === 'bool') return typed
  if (typed.t === 'int') return { t: 'bool', v: typed.v !== '0' }
  if (typed.t !== 'str') return null
  const int = intOfText(typed.v)
  if (int !== null) return boolOf(int)
  const word = typed.v.toLowerCase()
  return yes.includes(word) || no.includes(word) ? { t: 'bool', v: yes.includes(word) } : null
}

const intText = /^\s*([+-]?)(\d+(?:_\d+)*)\s*$/
const floatText = /^\s*[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?\s*$/i
const wordText = /^\s*([+-]?)(?:(inf(?:inity)?)|nan)\s*$/i

/** Python reads digits of full width too. */
const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Python reads no longer integer from a text. sys.int_info.default_max_str_digits */
const longestInt = 4300

/** Python's `int(text)`, null where it raises. */
function intOfText(text: string): (Typed & { t: 'int' }) | null {
  const [, sign = '', digits] = intText.exec(narrow(text)) ?? []
  return digits === undefined || digits.length > longestInt
    ? null
    : { t: 'int', v: String(BigInt(`${sign === '-' ? '-' : ''}${digits.replaceAll('_', '')}`)) }
}

/** Python's `float()`. omegaconf/nodes.py:FloatNode */
function floatOfValue(typed: TypedScalar): Typed | null {
  if (typed.t === 'float' || typed.t === 'int') return typed
  if (typed.t !== 'str') return null
  const text = narrow(typed.v)
  if (floatText.test(text)) return { t: 'float', v: floatRepr(Number(text.replaceAll('_', ''))) }
  const [whole, sign, infinite] = wordText.exec(typed.v) ?? []
  if (whole === undefined) return null
  return { t: 'float', v: infinite === undefined ? 'nan' : sign === '-' ? '-inf' : 'inf' }
}

/** A member of Python's `signal.Signals` by name or number. omegaconf/nodes.py:EnumNode */
const signalOf = (typed: TypedScalar): Typed | null =>
  typed.t === 'int' ? typed : typed.t === 'str' ? { t: 'str', v: typed.v.replace(/^Signals\./, '') } : null
