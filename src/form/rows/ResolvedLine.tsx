import { ArrowRight } from 'lucide-react'
import { useCallback } from 'react'
import { isOpenReason } from '../../config/check/interpolations'
import { parsePath } from '../../core/path'
import { scalarSource } from '../../core/yaml/scalar'
import { useMessages } from '../../i18n/I18n'
import { reasonSentence } from '../../i18n/interpolation-sentence'
import type { AppState } from '../../state/store'
import { useAppState, useStore } from '../../state/store-context'
import type { FormNode } from '../../state/views/form-tree'
import { type Answer, answerAt } from '../../state/views/resolved'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import styles from '../References.module.css'

const longest = 160

const sameAnswer = (a: Answer | null, b: Answer | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))

/** What the expression at a place resolves to, or why it has no value. `isSaid`: an issue of the row says why already. */
export function ResolvedLine({ node, isSaid = false }: { node: Pick<FormNode, 'key'>; isSaid?: boolean }) {
  const messages = useMessages()
  const store = useStore()
  const { interpolation } = messages
  const answer = useAppState(
    useCallback((state: AppState) => answerAt(state, node.key), [node.key]),
    sameAnswer,
  )
  if (answer === null || (!answer.ok && isSaid)) return null
  if (answer.ok) {
    const source = scalarSource(answer.value)
    return (
      <p className={styles.resolved}>
        <ArrowRight size={12} aria-hidden />
        <VisuallyHidden>{interpolation.resolvesTo}</VisuallyHidden>
        <code className={styles.value}>{source.length > longest ? `${source.slice(0, longest)}…` : source}</code>
      </p>
    )
  }
  const sentence = reasonSentence(answer.facts, messages)
  const isOpen = isOpenReason(answer.facts)
  return (
    <p className={styles.resolved} data-level={isOpen ? 'info' : 'error'}>
      <ArrowRight size={12} aria-hidden />
      <span>
        {!isOpen && `${interpolation.noValue} `}
        {answer.at !== '' && (
          <button
            type="button"
            className={styles.go}
            onClick={() => store.setFocus({ path: parsePath(answer.at) ?? [], from: 'app', reveal: true })}
          >
            {answer.at}:
          </button>
        )}{' '}
        {sentence}
      </span>
    </p>
  )
}
