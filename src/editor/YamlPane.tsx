import type { Issue } from '../core/issue'
import { diffText } from '../core/text'
import { useMessages } from '../i18n/I18n'
import type { Store } from '../state/store'
import { useAppState } from '../state/store-context'

export default function YamlPane({
  store,
}: {
  store: Store
  sentenceOf: (issue: Issue) => string
  theme: 'light' | 'dark'
}) {
  const text = useAppState((state) => state.doc.text)
  const { yaml } = useMessages()
  return (
    <textarea
      aria-label={yaml.label}
      value={text}
      spellCheck={false}
      style={{
        width: '100%',
        height: '100%',
        border: 0,
        padding: 12,
        font: 'var(--text-sm)/1.5 var(--font-mono)',
        resize: 'none',
        background: 'var(--bg)',
      }}
      onChange={(event) => store.dispatch({ edits: diffText(text, event.target.value), origin: 'editor' })}
    />
  )
}
