import { placeOfTarget, shortName, targetsAt } from '../../config/schema/targets/targets'
import { classWordsOf } from '../../i18n/fields/class-words'
import { useMessages, useWords } from '../../i18n/I18n'
import styles from './ClassWords.module.css'

/** The class that a `_target_` names, in a word and a sentence: its import path is too long to be read at a glance. */
export function ClassWords({ id, name }: { id: string; name: string }) {
  const words = useWords()
  const { kind } = useMessages()
  const place = placeOfTarget(id)
  const status = targetsAt(place).find((target) => target.name === name)?.places[place]
  const own = classWordsOf(words, place, name)
  if (own === undefined || status === undefined) return null
  return (
    <p className={styles.words}>
      <code>{shortName(name)}</code> <b>{own.label}</b>{' '}
      {status !== 'ok' && <span className={styles.status}>{kind.status[status]}</span>} <span>{own.help}</span>
    </p>
  )
}
