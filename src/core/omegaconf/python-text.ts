import type { TypedScalar } from '../typed'
import { type Container, isContainer, type Value } from './config-node'

/** Python's `str()` of a value, which is how it stands in text around an interpolation. Inner interpolations stay as written. */
export function pythonStr(value: Value): string {
  if (!isContainer(value) && (value.t === 'str' || value.t === 'path')) return value.v
  return pythonRepr(value)
}

/** Python's `repr()` of a value. */
function pythonRepr(value: Value): string {
  if (isContainer(value)) return containerRepr(value)
  if (value.t === 'list') return `[${value.v.map(pythonRepr).join(', ')}]`
  if (value.t === 'dict')
    return `{${value.v.map(([key, item]) => `${pythonRepr(key)}: ${pythonRepr(item)}`).join(', ')}}`
  return scalarRepr(value)
}

const containerRepr = (container: Container): string => pythonRepr(container.source)

function scalarRepr(value: TypedScalar): string {
  switch (value.t) {
    case 'null':
      return 'None'
    case 'bool':
      return value.v ? 'True' : 'False'
    case 'str':
      return stringRepr(value.v)
    case 'bytes':
      return bytesRepr(value.v)
    case 'path':
      return `PosixPath(${stringRepr(value.v)})`
    default:
      return value.v
  }
}

const quoteFor = (text: string): string => (text.includes("'") && !text.includes('"') ? '"' : "'")
const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }
const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0')

function stringRepr(text: string): string {
  const quote = quoteFor(text)
  const body = text.replace(/[\p{C}\p{Z}\\'"]/gu, (c) => {
    if (c === ' ') return c
    if (c === "'" || c === '"') return c === quote ? `\\${c}` : c
    const code = c.codePointAt(0) ?? 0
    return (
      shortEscapes[c] ??
      (code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`)
    )
  })
  return quote + body + quote
}

function bytesRepr(base64: string): string {
  const text = atob(base64)
  const quote = quoteFor(text)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
  const body = text.replace(/[\x00-\x1f\x7f-\xff\\'"]/g, (c) => {
    if (c === "'" || c === '"') return c === quote ? `\\${c}` : c
    return shortEscapes[c] ?? `\\x${hex(c.charCodeAt(0), 2)}`
  })
  return `b${quote}${body}${quote}`
}
