import type { languages } from 'monaco-editor/editor/editor.api.js'
import { kindsOf } from '../config/check-value'
import { specAt } from '../config/specs'
import { pathKey, printPath } from '../core/path'
import { pathAtOffset } from '../state/place'
import { rangeOf } from './model-range'
import type { Service } from './service'

/** Label, help, type and default of the parameter under the pointer. */
export const hoverProvider = ({ store, words, messages }: Service): languages.HoverProvider => ({
  provideHover(model, position) {
    const { parsed } = store.getState().doc
    const offset = model.getOffsetAt(position)
    const path = pathAtOffset(parsed, offset)
    const node = parsed.nodes.get(pathKey(path))
    const spec = specAt(path)
    if (node === undefined || spec === null || path.length === 0) return null
    const span = node.keySpan ?? node.valueSpan
    if (offset < span.from || offset > Math.max(span.to, node.kind === 'scalar' ? node.valueSpan.to : span.to))
      return null
    const own = words.fields.get(spec.id)
    const { default: fallback } = spec.meta
    const kinds = kindsOf(spec).map((kind) => messages.kinds[kind as keyof typeof messages.kinds])
    const lines = [
      `**${own?.label ?? printPath(path)}** \`${printPath(path)}\``,
      own?.help ?? '',
      `${messages.form.type}: ${kinds.join(messages.form.or)}${fallback === undefined ? '' : ` · ${messages.form.default}: \`${JSON.stringify(fallback)}\``}`,
    ]
    return { range: rangeOf(model, span), contents: lines.filter((line) => line !== '').map((value) => ({ value })) }
  },
})
