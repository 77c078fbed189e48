import { optionsOf } from '../../config/context/options'
import type { Accept, FieldSpec, Literal, NumberAccept } from '../../config/schema/field'
import { useMessages } from '../../i18n/I18n'
import type { Messages } from '../../i18n/messages'
import styles from '../Form.module.css'
import { RecipeChips } from './RecipeChips'

interface FieldDetailsProps {
  readonly spec: FieldSpec
  readonly fails: string | undefined
  readonly choose: (source: string) => void
  readonly readOnly: boolean
}

/** What is known of a parameter beyond its one line of help. */
export default function FieldDetails({ spec, fails, choose, readOnly }: FieldDetailsProps) {
  const messages = useMessages()
  const options = optionsOf(spec)
  const { meta } = spec
  return (
    <dl className={styles.details}>
      <dt>{messages.form.type}</dt>
      <dd>{spec.accepts.map((accept) => wordOf(accept, messages)).join(messages.form.or)}</dd>
      <dt>{messages.form.default}</dt>
      <dd className={meta.default === undefined ? undefined : styles.mono}>
        {meta.default === undefined ? messages.form.noDefault : literal(meta.default)}
      </dd>
      {options.length > 0 && (
        <>
          <dt>{messages.form.suggestions}</dt>
          <dd className={styles.chips}>
            {options.map((option) => (
              <button
                key={option}
                type="button"
                className={styles.chip}
                disabled={readOnly}
                onClick={() => choose(option)}
              >
                {option}
              </button>
            ))}
          </dd>
        </>
      )}
      <RecipeChips id={spec.id} choose={choose} readOnly={readOnly} />
      {meta.unused && (
        <>
          <dt>{messages.form.note}</dt>
          <dd>{messages.form.unusedKey}</dd>
        </>
      )}
      {fails !== undefined && (
        <>
          <dt>{messages.form.fails}</dt>
          <dd>{fails}</dd>
        </>
      )}
      {meta.source !== undefined && (
        <>
          <dt>{messages.form.source}</dt>
          <dd className={styles.mono}>{meta.source.join('  ')}</dd>
        </>
      )}
    </dl>
  )
}

const literal = (value: Literal): string =>
  typeof value === 'string' ? (value === '' ? "''" : value) : JSON.stringify(value)

function wordOf(accept: Accept, messages: Messages): string {
  if (accept.kind === 'int' || accept.kind === 'float') return `${messages.kinds[accept.kind]}${boundsOf(accept)}`
  if (accept.kind === 'list' && accept.length !== null) return messages.form.listOf(accept.length)
  return messages.kinds[accept.kind]
}

function boundsOf({ min, max, exclusiveMin, exclusiveMax, multipleOf }: NumberAccept): string {
  const parts = [
    min !== undefined && `≥ ${min}`,
    exclusiveMin !== undefined && `> ${exclusiveMin}`,
    max !== undefined && `≤ ${max}`,
    exclusiveMax !== undefined && `< ${exclusiveMax}`,
    multipleOf !== undefined && `× ${multipleOf}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`
}
