import { Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import YamlPane from '../editor/YamlPane'
import { ConfigForm } from '../form/ConfigForm'
import { useMessages, useWords } from '../i18n/I18n'
import { sentenceOf } from '../i18n/sentence'
import { openedFile } from '../platform/disk'
import { defaultYamlShare } from '../state/ports'
import { useStore } from '../state/store-context'
import { lazyPart } from '../ui/lazy-part'
import { loadToasts } from '../ui/NoticePlace'
import { SplitPane } from '../ui/SplitPane'
import { useApp } from './app-context'
import { BottomBar } from './BottomBar'
import { Boundary } from './Boundary'
import { useCommands } from './commands'
import { DrawerContent, type DrawerTab } from './drawers'
import { DraftNotices } from './files/DraftNotices'
import { DropTarget } from './files/DropTarget'
import { QuestionDialog } from './files/QuestionDialog'
import { usePasteAnywhere } from './files/use-paste'
import { useUndoNotice } from './files/use-undo-notice'
import { NarrowTabs, type Pane } from './NarrowTabs'
import { Parts } from './Parts'
import { Rail } from './Rail'
import styles from './Shell.module.css'
import { TopBar } from './TopBar'
import { useAddress } from './use-address'
import { useSentPane } from './use-sent-pane'
import { useShortcuts } from './use-shortcuts'
import { WordsAgain } from './WordsAgain'

const loadRecipes = () => import('./recipes/RecipesDialog')
const loadSearch = () => import('./search/SearchDialog')
const close = (dialog: { readonly close: () => void }): void => dialog.close()
const RecipesDialog = lazyPart(loadRecipes, close)
const SearchDialog = lazyPart(loadSearch, close)

const wide = matchMedia('(min-width: 1100px)')
const subscribeWidth = (changed: () => void) => {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** Dialogs and notices are fetched once the user has begun to use the page and nothing else is to do, so that they show at once. */
function usePreload(whenIdle: (run: () => void) => () => void): void {
  useEffect(() => {
    const ended = new AbortController()
    const load = () => {
      ended.abort()
      whenIdle(() => void Promise.allSettled([loadRecipes(), loadSearch(), loadToasts()]))
    }
    for (const sign of ['pointermove', 'pointerdown', 'keydown'])
      window.addEventListener(sign, load, { signal: ended.signal, passive: true })
    return () => ended.abort()
  }, [whenIdle])
}

/** The one page, with what is to be said of parts of it that did not come. */
export function Shell() {
  return (
    <WordsAgain>
      <Parts>
        <Page />
      </Parts>
    </WordsAgain>
  )
}

/** Top bar, sections, form and YAML side by side, drawer; one pane at a time where it is narrow. */
function Page() {
  const { app } = useMessages()
  const { files, platform } = useApp()
  const isWide = useSyncExternalStore(subscribeWidth, () => wide.matches)
  const [dialog, setDialog] = useState<'recipes' | 'search' | null>(null)
  const [drawer, setDrawer] = useState<DrawerTab | null>(null)
  const [pane, setPane] = useState<Pane>('form')
  usePreload(platform.whenIdle)
  const picker = useRef<HTMLInputElement>(null)
  const showRecipes = useCallback(() => setDialog('recipes'), [])
  const showSearch = useCallback(() => setDialog('search'), [])
  const pickFile = useCallback(() => picker.current?.click(), [])
  const commands = useCommands({ showRecipes, showSearch, pickFile })
  useShortcuts(commands)
  useAddress()
  usePasteAnywhere()
  useSentPane(setPane)
  useUndoNotice()
  const showProblems = () => (isWide ? setDrawer(drawer === 'problems' ? null : 'problems') : setPane('problems'))
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#form">
        {app.skipToForm}
      </a>
      <TopBar commands={commands} narrow={!isWide} showProblems={showProblems} />
      <DraftNotices />
      {isWide ? <WidePanes /> : <NarrowPane pane={pane} />}
      {isWide ? <BottomBar drawer={drawer} setDrawer={setDrawer} /> : <NarrowTabs pane={pane} setPane={setPane} />}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={app.open}
        accept=".yaml,.yml,text/yaml,application/yaml,text/plain"
        onChange={async (event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) files.open(await openedFile(file, null))
          event.target.value = ''
        }}
      />
      <DropTarget />
      <QuestionDialog />
      <Boundary key={dialog}>
        <Suspense fallback={null}>
          {dialog === 'recipes' && <RecipesDialog close={() => setDialog(null)} />}
          {dialog === 'search' && <SearchDialog close={() => setDialog(null)} commands={Object.values(commands)} />}
        </Suspense>
      </Boundary>
    </div>
  )
}

function FormPane() {
  const { platform } = useApp()
  return (
    <Boundary>
      <ConfigForm whenIdle={platform.whenIdle} />
    </Boundary>
  )
}

function TextPane() {
  const messages = useMessages()
  const { theme } = useApp()
  const words = useWords()
  const store = useStore()
  const sentence = useCallback(
    (issue: Parameters<typeof sentenceOf>[0]) => sentenceOf(issue, messages, words),
    [messages, words],
  )
  return (
    <Boundary>
      <section className={styles.yaml} id="yaml" aria-label={messages.panes.yaml}>
        <YamlPane store={store} sentenceOf={sentence} theme={theme} />
      </section>
    </Boundary>
  )
}

function WidePanes() {
  const { panes } = useMessages()
  const { preferences, prefer } = useApp()
  return (
    <div className={styles.body}>
      <Rail />
      <main className={styles.panes}>
        <SplitPane
          label={panes.resize}
          share={preferences.yamlShare}
          onShareChange={(yamlShare) => prefer({ yamlShare })}
          collapsed={!preferences.yamlPaneOpen}
          onCollapse={() => prefer({ yamlPaneOpen: false })}
          defaultShare={defaultYamlShare}
          first={<FormPane />}
          second={<TextPane />}
        />
      </main>
    </div>
  )
}

/** Both panes stay as they are while the other is looked at. */
function NarrowPane({ pane }: { pane: Pane }) {
  return (
    <main className={styles.pane}>
      <div className={styles.pane} hidden={pane !== 'form'}>
        <FormPane />
      </div>
      {pane === 'yaml' && <TextPane />}
      {pane !== 'form' && pane !== 'yaml' && (
        <div className={styles.listPane}>
          <DrawerContent tab={pane} />
        </div>
      )}
    </main>
  )
}
