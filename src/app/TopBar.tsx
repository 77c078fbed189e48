import {
  ClipboardPaste,
  Copy,
  Download,
  FilePlus2,
  FolderOpen,
  Languages,
  Menu as MenuIcon,
  Moon,
  PanelRight,
  Save,
  Search,
} from 'lucide-react'
import { useEffect } from 'react'
import { useLanguage, useMessages } from '../i18n/I18n'
import { fileName } from '../state/file-name'
import { useAppState, useStore } from '../state/store-context'
import { Button, IconButton } from '../ui/Button'
import { Menu } from '../ui/Menu'
import type { MenuItem } from '../ui/menu-item'
import { TextInput } from '../ui/TextInput'
import { VisuallyHidden } from '../ui/VisuallyHidden'
import { useApp } from './app-context'
import type { Command, Commands } from './commands'
import { HistoryButtons } from './HistoryButtons'
import styles from './Shell.module.css'
import { StatusPill } from './StatusPill'

/** File, what to do with it, undo, search, language and theme. `narrow` folds most of it into a menu. */
export function TopBar({
  commands,
  narrow,
  showProblems,
}: {
  commands: Commands
  narrow: boolean
  showProblems: () => void
}) {
  const messages = useMessages()
  const { search } = commands
  const history = <HistoryButtons commands={commands} />
  if (narrow)
    return (
      <header className={styles.top}>
        <FileName />
        {history}
        <IconButton label={search.label} icon={<Search size={16} />} onClick={search.run} />
        <StatusPill short show={showProblems} />
        <MoreMenu commands={commands} />
      </header>
    )
  return (
    <header className={styles.top}>
      <FileName />
      <Labelled command={commands.new} icon={<FilePlus2 size={15} aria-hidden />} />
      <Labelled command={commands.open} icon={<FolderOpen size={15} aria-hidden />} />
      <Labelled command={commands.paste} icon={<ClipboardPaste size={15} aria-hidden />} />
      <span className={styles.divider} />
      <Labelled command={commands.download} icon={<Download size={15} aria-hidden />} />
      <IconButton
        label={commands.save.label}
        shortcut={commands.save.shortcut}
        icon={<Save size={16} />}
        onClick={commands.save.run}
      />
      <IconButton label={commands.copy.label} icon={<Copy size={16} />} onClick={commands.copy.run} />
      <span className={styles.divider} />
      {history}
      <span className={styles.divider} />
      <Button className={styles.search} onClick={search.run} title={search.hint}>
        <Search size={15} aria-hidden />
        <span>{search.label}</span>
        <kbd aria-hidden>{search.shortcut}</kbd>
      </Button>
      <StatusPill show={showProblems} />
      <IconButton label={commands.yaml.label} icon={<PanelRight size={16} />} onClick={commands.yaml.run} />
      <LanguageMenu />
      <ThemeMenu label={messages.app.theme} />
    </header>
  )
}

const Labelled = ({ command, icon }: { command: Command; icon: React.ReactNode }) => (
  <Button variant="ghost" onClick={command.run} title={command.hint}>
    {icon}
    {command.label}
  </Button>
)

function FileName() {
  const { app } = useMessages()
  const store = useStore()
  const name = useAppState((state) => state.doc.file.name)
  const edited = useAppState((state) => state.doc.text !== state.doc.opened.text)
  useEffect(() => {
    document.title = `${edited ? '● ' : ''}${name} – ${app.name}`
  }, [name, edited, app.name])
  const rename = (to: string) => store.dispatch({ edits: [], origin: 'form', group: 'file-name', rename: to })
  const leave = () => {
    const before = store.getState().doc.opened.file.name
    if (name !== before) rename(name.trim() === '' ? before : fileName(name))
    store.endStep()
  }
  return (
    <div className={styles.name}>
      <VisuallyHidden>
        <h1>{app.name}</h1>
      </VisuallyHidden>
      <img src="./icon.svg" alt="" />
      <TextInput
        className={styles.fileName}
        aria-label={app.fileName}
        value={name}
        onChange={(event) => rename(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <span className={styles.saved} data-edited={edited} title={edited ? app.editedHint : undefined}>
        {edited ? app.edited : app.unchanged}
      </span>
    </div>
  )
}

function languageItems(language: string, prefer: (change: { language: 'en' | 'zh' }) => void): MenuItem[] {
  return [
    { id: 'en', label: 'English', checked: language === 'en', run: () => prefer({ language: 'en' }) },
    { id: 'zh', label: '简体中文', checked: language === 'zh', run: () => prefer({ language: 'zh' }) },
  ]
}

function LanguageMenu() {
  const { app } = useMessages()
  const { prefer } = useApp()
  return (
    <Menu
      items={languageItems(useLanguage(), prefer)}
      align="end"
      label={app.language}
      trigger={<IconButton label={app.language} icon={<Languages size={16} />} />}
    />
  )
}

function useThemeItems(): MenuItem[] {
  const { app } = useMessages()
  const { preferences, prefer } = useApp()
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    id: theme,
    label: app.themes[theme],
    checked: preferences.theme === theme,
    run: () => prefer({ theme }),
  }))
}

const ThemeMenu = ({ label }: { label: string }) => (
  <Menu
    items={useThemeItems()}
    align="end"
    label={label}
    trigger={<IconButton label={label} icon={<Moon size={16} />} />}
  />
)

function MoreMenu({ commands }: { commands: Commands }) {
  const { app } = useMessages()
  const { prefer } = useApp()
  const language = languageItems(useLanguage(), prefer)
  const themes = useThemeItems()
  const item = ({ id, label, run }: Command, icon: React.ReactNode): MenuItem => ({ id, label, icon, run })
  const items: MenuItem[] = [
    item(commands.new, <FilePlus2 size={15} />),
    item(commands.open, <FolderOpen size={15} />),
    item(commands.paste, <ClipboardPaste size={15} />),
    item(commands.download, <Download size={15} />),
    item(commands.save, <Save size={15} />),
    item(commands.copy, <Copy size={15} />),
    ...[language, themes].flatMap((group) => group.map((entry, i): MenuItem => ({ ...entry, separated: i === 0 }))),
  ]
  return (
    <Menu
      items={items}
      align="end"
      label={app.more}
      trigger={<IconButton label={app.more} icon={<MenuIcon size={16} />} />}
    />
  )
}
