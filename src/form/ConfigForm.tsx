import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react'
import { canUndo } from '../core/document/doc'
import { pathKey } from '../core/path'
import { lineAt } from '../core/text'
import { useMessages } from '../i18n/I18n'
import { isLarge, isUnread, sizeOfText } from '../state/large-text'
import { useAppState, useStore } from '../state/store-context'
import type { SectionView } from '../state/views/form-tree'
import { useFormTree } from '../state/views/use-form-tree'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import styles from './Form.module.css'
import { KindBar } from './KindBar'
import { NearRows } from './rows/WhenNear'
import { SectionPanel } from './SectionPanel'

/** The config as a form: one panel a section, in one scrolling page. */
export function ConfigForm({ whenIdle }: { whenIdle: (run: () => void) => () => void }) {
  const messages = useMessages()
  const store = useStore()
  const sections = useFormTree()
  const canShow = useAppState(({ doc }) => doc.parsed.sound || doc.lastGood !== null)
  const shown = useGradually(sections, whenIdle)
  const scroller = useRef<HTMLElement>(null)
  return (
    <section
      ref={scroller}
      className={styles.form}
      tabIndex={-1}
      id="form"
      aria-label={messages.panes.form}
      onBlur={(event) => leaves(event) && store.endStep()}
    >
      <div className={styles.sections}>
        <BrokenNotice />
        <LargeNotice />
        {canShow && <KindBar />}
        {canShow && (
          <NearRows scroller={scroller}>
            {shown.map((section) => (
              <SectionPanel key={section.id} section={section} />
            ))}
          </NearRows>
        )}
      </div>
    </section>
  )
}

/** True when the focus leaves a field for another place: what is typed in one visit is undone together. */
const leaves = ({ target, relatedTarget }: FocusEvent): boolean => target !== relatedTarget

/** The first sections at once, the others while the page is idle, so that the first can be used sooner. */
function useGradually(
  sections: readonly SectionView[],
  whenIdle: (run: () => void) => () => void,
): readonly SectionView[] {
  const [count, setCount] = useState(2)
  useEffect(() => {
    if (count >= sections.length) return
    return whenIdle(() => setCount(count + 2))
  }, [count, sections.length, whenIdle])
  const wanted = useAppState((state) =>
    state.focus === null ? 0 : sections.findIndex((section) => holds(section, pathKey(state.focus?.path ?? []))) + 1,
  )
  return useMemo(() => sections.slice(0, Math.max(count, wanted)), [sections, count, wanted])
}

const holds = (section: SectionView, key: string): boolean =>
  section.groups.some((group) =>
    [...group.nodes, ...group.folded].some((node) => key === node.key || key.startsWith(`${node.key}/`)),
  )

/** Says that a text is too large to be read at each change, with the way to have it read. */
function LargeNotice() {
  const { form } = useMessages()
  const store = useStore()
  const text = useAppState(({ doc }) => (isUnread(doc.parsed) ? doc.text : null))
  const hasForm = useAppState(({ doc }) => doc.lastGood !== null)
  const slow = useAppState(({ doc }) => doc.parsed.sound && isLarge(doc.parsed))
  const size = useMemo(() => (text === null ? null : sizeOfText(text)), [text])
  if (size === null)
    return slow ? (
      <div className={styles.notice}>
        <Banner tone="info">{form.isLarge}</Banner>
      </div>
    ) : null
  return (
    <div className={styles.notice}>
      <Banner
        tone="info"
        actions={
          <Button size="small" onClick={() => store.readNow()}>
            {form.readNow}
          </Button>
        }
      >
        {form.tooLarge(size.megabytes, size.lines)} {hasForm && form.formerly}
      </Banner>
    </div>
  )
}

function BrokenNotice() {
  const messages = useMessages()
  const store = useStore()
  const place = useAppState((state) => {
    const { parsed, text } = state.doc
    const at =
      parsed.sound || isUnread(parsed)
        ? null
        : (parsed.problems.find(({ level }) => level === 'error') ?? parsed.problems[0])
    return at === null || at === undefined ? null : (at.span?.from ?? text.length)
  })
  const hasForm = useAppState(({ doc }) => doc.lastGood !== null)
  const isUndoable = useAppState(({ doc }) => canUndo(doc))
  if (place === null) return null
  const line = lineAt(store.shown().doc.text, place)
  return (
    <div className={styles.notice}>
      <Banner
        actions={
          <>
            <Button size="small" onClick={() => store.setFocus({ path: [], from: 'app', reveal: true, offset: place })}>
              {messages.form.showLine}
            </Button>
            {isUndoable && (
              <Button size="small" onClick={() => store.undo()}>
                {messages.form.undoBreak}
              </Button>
            )}
          </>
        }
      >
        {hasForm ? messages.form.broken(line) : messages.form.unreadable(line)}
      </Banner>
    </div>
  )
}
