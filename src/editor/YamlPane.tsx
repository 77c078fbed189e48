import {
  Component,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { NotLoaded } from '../boot/not-loaded'
import type { Issue } from '../core/issue'
import { useLanguage, useMessages } from '../i18n/I18n'
import { type EditorChoice, editorFor, nextChoice, sizeOfText } from '../state/large-text'
import type { AppState, Store } from '../state/store'
import { Button } from '../ui/Button'
import { type Handover, handoverOf } from './handover'
import { loadMonaco } from './load-monaco'
import type { MonacoPaneProps } from './MonacoPane'
import { PlainPane, plainLineHeight } from './PlainPane'
import styles from './YamlPane.module.css'

interface YamlPaneProps {
  readonly store: Store
  readonly sentenceOf: (issue: Issue) => string
  readonly theme: 'light' | 'dark'
}

type Resume = (handover: Handover) => void

/**
 * The text of the config: in a plain text area at once, in the full editor as soon as that has come. A text that would stop the page is
 * shown in the plain one only, or not before the user asks for it.
 */
export default function YamlPane(props: YamlPaneProps) {
  const { chosen, choose, staysFor } = useEditorChoice(props.store)
  if (chosen === 'none') return <TooLarge store={props.store} choose={choose} />
  return (
    <Editors key={chosen} {...props} staysFor={staysFor} isFull={chosen === 'full'} openFull={() => choose('full')} />
  )
}

/** Which editor is shown, which the user can choose. `staysFor`: it goes on showing the text of a state. */
function useEditorChoice(store: Store) {
  const [choice, setChoice] = useState<EditorChoice>(() => ({
    chosen: editorFor(store.shown().doc.text),
    isAsked: false,
  }))
  const now = useRef(choice)
  useEffect(() => {
    now.current = choice
  }, [choice])
  useEffect(
    () =>
      store.subscribe((state, previous) => {
        if (state.doc.text !== previous.doc.text) setChoice((before) => nextChoice(before, state))
      }),
    [store],
  )
  const choose = useCallback((chosen: EditorChoice['chosen']) => setChoice({ chosen, isAsked: true }), [])
  const staysFor = useCallback((state: AppState) => nextChoice(now.current, state).chosen === now.current.chosen, [])
  return { chosen: choice.chosen, choose, staysFor }
}

/** In place of an editor that would stop the page: the choice. */
function TooLarge({ store, choose }: { store: Store; choose: (chosen: EditorChoice['chosen']) => void }) {
  const { yaml } = useMessages()
  const [{ megabytes, lines }] = useState(() => sizeOfText(store.shown().doc.text))
  return (
    <div className={styles.choice} role="status">
      <p>{yaml.tooLarge(megabytes, lines)}</p>
      <Button size="small" onClick={() => choose('plain')}>
        {yaml.showPlain}
      </Button>
      <Button size="small" onClick={() => choose('full')}>
        {yaml.openFull}
      </Button>
    </div>
  )
}

interface EditorsProps extends YamlPaneProps {
  readonly isFull: boolean
  readonly staysFor: (state: AppState) => boolean
  readonly openFull: () => void
}

function Editors({ store, sentenceOf, theme, isFull, staysFor, openFull }: EditorsProps) {
  const { yaml, parts } = useMessages()
  const { Pane, failed, fail, again } = useMonaco(isFull)
  const area = useRef<HTMLTextAreaElement>(null)
  const { isPlain, takeOver, giveBack } = useTakeOver(area)
  const broken = useCallback(() => {
    fail()
    giveBack()
  }, [fail, giveBack])
  return (
    <div className={styles.pane}>
      {Pane !== null && !failed && (
        <Guard failed={broken}>
          <div className={isPlain ? `${styles.full} ${styles.waiting}` : styles.full}>
            <Pane store={store} sentenceOf={sentenceOf} theme={theme} staysFor={staysFor} onReady={takeOver} />
          </div>
        </Guard>
      )}
      {isPlain && <PlainPane store={store} label={yaml.label} area={area} staysFor={staysFor} />}
      {!isFull && (
        <div role="status" className={styles.failed}>
          {yaml.plainOnly}{' '}
          <Button size="small" onClick={openFull}>
            {yaml.openFull}
          </Button>
        </div>
      )}
      {failed && (
        <p role="status" className={styles.failed}>
          {yaml.failed}{' '}
          <Button size="small" onClick={again}>
            {parts.again}
          </Button>
        </p>
      )}
    </div>
  )
}

function useMonaco(isWanted: boolean) {
  const language = useLanguage()
  const [first] = useState(language)
  const [Pane, setPane] = useState<((props: MonacoPaneProps) => ReactNode) | null>(null)
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const fail = useCallback(() => setFailed(true), [])
  const again = useCallback(() => {
    setFailed(false)
    setTries((before) => before + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once.
  useEffect(() => {
    if (!isWanted) return
    let wanted = true
    loadMonaco(first).then(
      (loaded) => wanted && setPane(() => loaded.default),
      (error: unknown) => {
        if (error instanceof NotLoaded) error.forget()
        if (wanted) fail()
      },
    )
    return () => {
      wanted = false
    }
  }, [isWanted, first, fail, tries])
  return { Pane, failed, fail, again }
}

/** The text area until the full editor is ready and nothing is being composed; caret, selection, scroll and focus move over with it. */
function useTakeOver(area: RefObject<HTMLTextAreaElement | null>) {
  const [isPlain, setPlain] = useState(true)
  const next = useRef<{ resume: Resume; handover: Handover | null } | null>(null)
  const composing = useRef(false)
  const swap = useCallback(() => {
    if (next.current === null || composing.current) return
    next.current.handover = area.current === null ? null : handoverOf(area.current, plainLineHeight)
    setPlain(false)
  }, [area])
  const takeOver = useCallback(
    (resume: Resume) => {
      next.current = { resume, handover: null }
      swap()
    },
    [swap],
  )
  useEffect(() => {
    const input = area.current
    if (input === null) return
    const begin = () => {
      composing.current = true
    }
    const end = () => {
      composing.current = false
      swap()
    }
    input.addEventListener('compositionstart', begin)
    input.addEventListener('compositionend', end)
    return () => {
      input.removeEventListener('compositionstart', begin)
      input.removeEventListener('compositionend', end)
    }
  }, [area, swap])
  useLayoutEffect(() => {
    const { resume, handover } = next.current ?? {}
    if (!isPlain && resume !== undefined && handover) resume(handover)
  }, [isPlain])
  const giveBack = useCallback(() => {
    next.current = null
    setPlain(true)
  }, [])
  return { isPlain, takeOver, giveBack }
}

/** What the full editor throws while it is drawn makes way for the text area again. */
class Guard extends Component<{ failed: () => void; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    this.props.failed()
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
