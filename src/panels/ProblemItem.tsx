import { CircleX, Ellipsis, Info, PencilLine, TriangleAlert, Wrench } from 'lucide-react'
import { useState } from 'react'
import { repairOf } from '../config/fixes/repair-syntax'
import { specAt } from '../config/schema/specs'
import type { Issue } from '../core/issue'
import type { Refusal } from '../core/parsed'
import { type Path, printPath } from '../core/path'
import { positionAt } from '../core/text'
import { useMessages, useWords } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { fixTitle, sentenceOf } from '../i18n/sentence'

import { useAppState, useStore } from '../state/store-context'
import { kindOfIssue, type ProblemKind, showIssue } from '../state/views/problems'
import { fixAll, repairIssue, suppressIssue } from '../state/views/repairs'
import { Button, IconButton } from '../ui/Button'
import { Menu } from '../ui/Menu'
import type { MenuItem } from '../ui/menu-item'
import { useNotices } from '../ui/notices'
import styles from './Panel.module.css'

const icons: Readonly<Record<ProblemKind, typeof Info>> = {
  failing: CircleX,
  'fill-in': PencilLine,
  look: TriangleAlert,
  note: Info,
}

/** One issue: its sentence and place, the other places, what it was read off, its repair. `alike`: those of its kind that can be fixed. */
export function ProblemItem({
  issue,
  starts,
  alike,
}: {
  issue: Issue
  starts: readonly number[]
  alike: readonly Issue[]
}) {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const { notify } = useNotices()
  const [why, setWhy] = useState(false)
  const { problems } = usePanelMessages()
  const current = useAppState(({ focus }) => focus?.issue === issue)
  const kind = kindOfIssue(issue)
  const Icon = icons[kind]
  const { places = [], path, span, code } = issue
  const fix = repairOf(store.shown().doc.parsed, issue)
  const sources = words.sources.get(code) ?? specAt(path)?.meta.source
  const refused = (refusal: Refusal | null) => {
    if (refusal !== null) notify({ text: messages.refusals[refusal], level: 'error' })
  }
  const items: MenuItem[] = [
    ...(alike.length > 1
      ? [
          {
            id: 'all',
            label: problems.fixAll(alike.length),
            icon: <Wrench size={14} />,
            run: () => notify({ text: problems.fixed(fixAll(store, alike)) }),
          },
        ]
      : []),
    { id: 'mute', label: problems.suppress, aside: code, run: () => refused(suppressIssue(store, issue)) },
  ]
  return (
    <li className={styles.problem} data-code={code} aria-current={current}>
      <Icon size={14} className={styles[issue.level]} aria-label={problems.kinds[kind]} />
      <div className={styles.body}>
        <button type="button" className={styles.go} onClick={() => showIssue(store, issue)}>
          <span className={styles.text}>{sentenceOf(issue, messages, words)}</span>
        </button>
        <span className={styles.where}>
          <PlaceButton path={path} />
          {span !== null && (
            <span className={styles.line}>{messages.status.line(positionAt(starts, span.from).line)}</span>
          )}
          {(places.length > 0 || sources !== undefined) && (
            <button type="button" className={styles.why} aria-expanded={why} onClick={() => setWhy(!why)}>
              {problems.why}
            </button>
          )}
        </span>
        {why && (
          <dl className={styles.details}>
            {places.length > 0 && (
              <>
                <dt>{problems.also}</dt>
                <dd>
                  {places.map((place) => (
                    <PlaceButton key={printPath(place)} path={place} />
                  ))}
                </dd>
              </>
            )}
            {sources !== undefined && (
              <>
                <dt>{problems.readOff}</dt>
                <dd className={styles.source}>{sources.join('  ')}</dd>
              </>
            )}
          </dl>
        )}
      </div>
      {fix !== null && (
        <Button size="small" className={styles.fix} onClick={() => refused(repairIssue(store, issue))}>
          {fixTitle(issue, fix, messages, words)}
        </Button>
      )}
      <Menu
        align="end"
        label={problems.actions}
        items={items}
        trigger={<IconButton size="small" label={problems.actions} icon={<Ellipsis size={14} />} />}
      />
    </li>
  )
}

function PlaceButton({ path }: { path: Path }) {
  const store = useStore()
  if (path.length === 0) return null
  return (
    <button
      type="button"
      className={styles.path}
      onClick={() => store.setFocus({ path, from: 'app', reveal: true })}
      title={printPath(path)}
    >
      {printPath(path)}
    </button>
  )
}
