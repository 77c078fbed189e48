import { useState, useSyncExternalStore } from 'react'
import { useLanguage, useMessages } from '../../i18n/I18n'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useApp } from '../app-context'
import styles from './QuestionDialog.module.css'
import type { Question } from './questions'
import { TextDifference } from './TextDifference'

/** Asks what `questions` wants to know; Escape cancels. */
export function QuestionDialog() {
  const { questions } = useApp()
  const question = useSyncExternalStore(questions.subscribe, questions.current)
  if (question === null) return null
  return question.kind === 'replace-unsaved' ? (
    <ReplaceQuestion name={question.name} />
  ) : (
    <DiskQuestion question={question} />
  )
}

function ReplaceQuestion({ name }: { name: string }) {
  const { app, saving } = useMessages()
  const { questions } = useApp()
  const cancel = () => questions.answer('cancel')
  return (
    <Dialog
      title={saving.replaceTitle(name)}
      closeLabel={app.close}
      onClose={cancel}
      width={520}
      actions={
        <>
          <Button onClick={cancel}>{app.cancel}</Button>
          <Button variant="primary" data-autofocus onClick={() => questions.answer('replace')}>
            {saving.replaceNow}
          </Button>
        </>
      }
    >
      <p>{saving.replace(name)}</p>
    </Dialog>
  )
}

type OfDisk = Exclude<Question, { kind: 'replace-unsaved' }>

function DiskQuestion({ question }: { question: OfDisk }) {
  const { app, saving } = useMessages()
  const language = useLanguage()
  const { questions } = useApp()
  const [isShown, setShown] = useState(false)
  const { kind, name, theirs, mine } = question
  const isChanged = kind === 'changed-on-disk'
  const when = isChanged ? timeOf(question.modified, language) : ''
  return (
    <Dialog
      title={isChanged ? saving.changedTitle(name) : saving.goneTitle(name)}
      closeLabel={app.close}
      onClose={() => questions.answer('cancel')}
      width={760}
      actions={
        <>
          <Button onClick={() => questions.answer('cancel')}>{app.cancel}</Button>
          <Button variant={isChanged ? 'danger' : 'secondary'} onClick={() => questions.answer('overwrite')}>
            {isChanged ? saving.overwrite : saving.writeAnew}
          </Button>
          <Button variant="primary" data-autofocus onClick={() => questions.answer('copy')}>
            {isChanged ? saving.keepBoth : saving.saveElsewhere}
          </Button>
        </>
      }
    >
      <p>{isChanged ? saving.changed(name, when) : saving.gone(name)}</p>
      {theirs === null ? (
        <p>{saving.noText}</p>
      ) : (
        <p className={styles.ways}>
          <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? saving.hideDifference : saving.difference}
          </Button>
          {isChanged && (
            <Button size="small" onClick={() => questions.answer('theirs')}>
              {saving.takeTheirs}
            </Button>
          )}
        </p>
      )}
      {isShown && theirs !== null && <TextDifference theirs={theirs} mine={mine} />}
      {isShown && theirs !== null && isChanged && <p>{saving.legend}</p>}
    </Dialog>
  )
}

export const timeOf = (milliseconds: number, language: string): string =>
  new Date(milliseconds).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' })
