import { ChevronDown } from 'lucide-react'
import { type Kind, kindOf, modelFamilies, tasks } from '../config/schema/family'
import { useMessages } from '../i18n/I18n'
import type { Messages } from '../i18n/messages'
import type { AppState, Store } from '../state/store'
import { useAppState, useStore } from '../state/store-context'
import { shownParsed } from '../state/views/field-view'
import { Button } from '../ui/Button'
import { Menu } from '../ui/Menu'
import type { MenuItem } from '../ui/menu-item'
import styles from './KindBar.module.css'

const selectKind = (state: AppState): Kind => kindOf(shownParsed(state), state.pinned)
const sameKind = (a: Kind, b: Kind): boolean => a.family === b.family && a.task === b.task

/** Which model the config is for and what it does with it, as recognised or as the user says. */
export function KindBar() {
  const { kind: words } = useMessages()
  const store = useStore()
  const kind = useAppState(selectKind, sameKind)
  const isPinned = useAppState(({ pinned }) => pinned !== null)
  const isKnown = kind.family !== null || kind.task !== null
  const name = nameOf(kind, words)
  const how = isPinned ? words.pinned : isKnown ? words.recognised : words.unrecognised
  return (
    <div className={styles.bar}>
      <Menu
        items={() => itemsOf(store, kind, isPinned, words)}
        label={words.label}
        trigger={
          <Button variant="ghost" size="small" className={styles.kind} aria-label={`${words.label}: ${name} (${how})`}>
            {name}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      />
      <span className={styles.how} data-pinned={isPinned}>
        {how}
      </span>
    </div>
  )
}

const nameOf = ({ family, task }: Kind, words: Messages['kind']): string =>
  [family === null ? words.anyFamily : words.families[family], task === null ? words.anyTask : words.tasks[task]].join(
    ' · ',
  )

function itemsOf(store: Store, kind: Kind, isPinned: boolean, words: Messages['kind']): MenuItem[] {
  const { family, task } = kind
  return [
    ...modelFamilies.map((id) => ({
      id,
      label: words.families[id],
      checked: id === family,
      run: () => store.pin({ family: id, task: task ?? 'train' }),
    })),
    ...tasks.map((id, i) => ({
      id,
      label: words.tasks[id],
      checked: id === task,
      separated: i === 0,
      run: () => store.pin({ family, task: id }),
    })),
    { id: 'recognise', label: words.recognise, checked: !isPinned, separated: true, run: () => store.pin(null) },
  ]
}
