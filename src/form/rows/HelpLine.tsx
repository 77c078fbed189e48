import { Suspense, useState } from 'react'
import type { Refusal } from '../../core/parsed'
import { useMessages, useWords } from '../../i18n/I18n'
import { setField } from '../../state/edits'
import { useStore } from '../../state/store-context'
import type { FormNode } from '../../state/views/form-tree'
import { lazyPart } from '../../ui/lazy-part'
import styles from '../Form.module.css'

const FieldDetails = lazyPart(() => import('./FieldDetails'))

interface HelpLineProps {
  readonly node: FormNode
  readonly readOnly: boolean
  readonly refused: (refusal: Refusal | null) => void
  /** The help in full even while the details are not asked for. */
  readonly whole?: boolean
}

/** What a parameter does; the rest that is known of it on demand. Nothing of a key that the schema does not name. */
export function HelpLine({ node, readOnly, refused, whole = false }: HelpLineProps) {
  const { form } = useMessages()
  const words = useWords()
  const store = useStore()
  const [details, setDetails] = useState(false)
  const own = node.spec === null ? undefined : words.fields.get(node.spec.id)
  if (node.spec === null || own === undefined) return null
  return (
    <>
      <p className={styles.helpLine}>
        <span className={styles.helpText} data-open={whole || details} title={whole || details ? undefined : own.help}>
          {own.help}
        </span>
        <button
          type="button"
          className={styles.detailsToggle}
          aria-expanded={details}
          onClick={() => setDetails(!details)}
        >
          {details ? form.hideDetails : form.details}
        </button>
      </p>
      {details && (
        <Suspense fallback={null}>
          <FieldDetails
            spec={node.spec}
            fails={own.fails}
            choose={(source) => refused(setField(store, node.path, source))}
            readOnly={readOnly}
          />
        </Suspense>
      )}
    </>
  )
}
