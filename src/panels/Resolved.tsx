import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Path, printPath } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { reasonSentence } from '../i18n/interpolation-sentence'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { isUnread } from '../state/large-text'
import { useAppState, useStore } from '../state/store-context'
import { isBroken } from '../state/views/field-view'
import { type ResolvedLine, resolvedText, type Unresolved } from '../state/views/resolved-text'
import { Button } from '../ui/Button'
import { useNotices } from '../ui/notices'
import { Environment } from './Environment'
import type { PanelProps } from './panel-props'
import styles from './Resolved.module.css'

/** More places than these are not listed. */
const mostPlaces = 300
/** Beyond so many marked lines, each of which is a button, the others are plain text. */
const mostMarked = 1000

/** The config as NeMo sees it, read-only, with what has no value and the environment that it is read in. */
export default function Resolved({ copyText }: PanelProps) {
  const messages = useMessages()
  const { resolved } = usePanelMessages()
  const { toast } = messages
  const { notify } = useNotices()
  const text = useAppState(resolvedText)
  const broken = useAppState(isBroken)
  const unread = useAppState(({ doc }) => isUnread(doc.parsed))
  const copy = async () => {
    const done = await copyText(text.lines.map((line) => `${line.text}\n`).join(''))
    notify(done ? { text: resolved.copied } : { text: toast.copyFailed, level: 'error' })
  }
  return (
    <div className={styles.panel}>
      <div className={styles.layout}>
        <aside className={styles.side}>
          {!unread && <OpenPlaces unresolved={text.unresolved} missing={text.missing} />}
          <Environment />
        </aside>
        <section className={styles.main} aria-label={resolved.text}>
          <div className={styles.bar}>
            <span className={styles.intro}>
              {unread
                ? resolved.unread
                : broken
                  ? resolved.broken
                  : text.hasExpressions
                    ? resolved.intro
                    : resolved.none}
            </span>
            <Button size="small" icon={<Copy size={13} />} onClick={() => void copy()}>
              {resolved.copy}
            </Button>
          </div>
          <Lines lines={text.lines} />
        </section>
      </div>
    </div>
  )
}

/** What has no value and what is still to be filled in, each with the way to its place. */
function OpenPlaces({ unresolved, missing }: { unresolved: readonly Unresolved[]; missing: readonly Path[] }) {
  const messages = useMessages()
  const { resolved } = usePanelMessages()
  const { interpolation } = messages
  if (unresolved.length + missing.length === 0) return <p className={styles.complete}>{resolved.complete}</p>
  const why = ({ facts, at }: Unresolved): string => {
    const sentence = reasonSentence(facts, messages)
    return at === null ? sentence : interpolation.atPlace(printPath(at), sentence)
  }
  return (
    <>
      {unresolved.length > 0 && (
        <Places heading={`${resolved.unresolved} (${unresolved.length})`}>
          {unresolved.slice(0, mostPlaces).map((one) => (
            <Place key={printPath(one.path)} path={one.path} note={why(one)} />
          ))}
          <More count={unresolved.length - mostPlaces} />
        </Places>
      )}
      {missing.length > 0 && (
        <Places heading={`${resolved.toFill} (${missing.length})`}>
          {missing.slice(0, mostPlaces).map((path) => (
            <Place key={printPath(path)} path={path} />
          ))}
          <More count={missing.length - mostPlaces} />
        </Places>
      )}
    </>
  )
}

const Places = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section>
    <h2 className={styles.heading}>{heading}</h2>
    <ul className={styles.places}>{children}</ul>
  </section>
)

/** Says how many places of a list are not shown; nothing when all are. */
function More({ count }: { count: number }) {
  const { resolved } = usePanelMessages()
  return count > 0 ? <li className={styles.note}>{resolved.more(count)}</li> : null
}

function useGo(): (path: Path) => void {
  const store = useStore()
  return (path) => store.setFocus({ path, from: 'app', reveal: true })
}

function Place({ path, note }: { path: Path; note?: string }) {
  const go = useGo()
  return (
    <li>
      <button type="button" className={styles.place} onClick={() => go(path)}>
        {printPath(path)}
      </button>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </li>
  )
}

/** Lines as they are in the source run together; the others stand alone, each a way to its place. */
function Lines({ lines }: { lines: readonly ResolvedLine[] }) {
  const { resolved } = usePanelMessages()
  const go = useGo()
  const runs: ReactNode[] = []
  let plain: string[] = []
  let marked = 0
  const flush = () => {
    if (plain.length > 0) runs.push(<div key={runs.length}>{plain.join('\n')}</div>)
    plain = []
  }
  for (const { text, path, mark, expression } of lines) {
    if (mark !== null) marked++
    if (mark === null || marked > mostMarked) {
      plain.push(text)
      continue
    }
    flush()
    runs.push(
      <div key={runs.length} className={styles.marked} data-mark={mark}>
        <button type="button" className={styles.line} onClick={() => go(path)}>
          {text}
        </button>
        {expression !== null && (
          <span className={styles.expression} title={expression}>
            {resolved.from(expression)}
          </span>
        )}
      </div>,
    )
  }
  flush()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <pre className={styles.text} tabIndex={0}>
      {marked > mostMarked && <div className={styles.note}>{resolved.unmarked(marked - mostMarked)}</div>}
      {runs}
    </pre>
  )
}
