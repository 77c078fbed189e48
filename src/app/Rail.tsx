import { useEffect, useState } from 'react'
import { SectionBadges } from '../form/SectionPanel'
import { useMessages, useWords } from '../i18n/I18n'
import { isUnread } from '../state/large-text'
import { useAppState, useStore } from '../state/store-context'
import { sameCounts, sectionCounts } from '../state/views/field-view'
import { otherId, type SectionView } from '../state/views/form-tree'
import { useFormTree } from '../state/views/use-form-tree'
import styles from './Shell.module.css'

/** The sections: those of the file first, with their problems and changes. */
export function Rail() {
  const { panes, form, status } = useMessages()
  const sections = useFormTree()
  const current = useCurrentSection(sections)
  const unread = useAppState(({ doc }) => isUnread(doc.parsed))
  const absent = sections.filter((section) => !section.present)
  return (
    <nav className={styles.rail} aria-label={panes.sections}>
      {sections
        .filter((section) => section.present)
        .map((section) => (
          <RailItem key={section.id} section={section} current={current === section.id} />
        ))}
      {absent.length > 0 && <div className={styles.railTitle}>{unread ? status.unread : form.notInFile}</div>}
      {absent.map((section) => (
        <RailItem key={section.id} section={section} current={current === section.id} />
      ))}
    </nav>
  )
}

function RailItem({ section, current }: { section: SectionView; current: boolean }) {
  const words = useWords()
  const { form } = useMessages()
  const store = useStore()
  const counts = useAppState((state) => sectionCounts(state, section.id), sameCounts)
  const title = section.id === otherId ? form.otherSection : (words.titles.get(section.id)?.title ?? section.id)
  const go = () => {
    const first = section.groups[0]?.nodes[0] ?? section.groups[0]?.folded[0]
    if (document.getElementById(`section-${section.id}`) === null && first !== undefined)
      store.setFocus({ path: first.path, from: 'app', reveal: true })
    else document.getElementById(`section-${section.id}`)?.scrollIntoView({ block: 'start' })
  }
  return (
    <button
      type="button"
      className={section.present ? styles.railItem : `${styles.railItem} ${styles.railAbsent}`}
      aria-current={current}
      onClick={go}
    >
      <span>{title}</span>
      <SectionBadges counts={counts} />
    </button>
  )
}

/** The section at the top of the form's window. */
function useCurrentSection(sections: readonly SectionView[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const form = document.getElementById('form')
    if (form === null) return
    const update = () => {
      const top = form.getBoundingClientRect().top + 60
      const passed = sections.filter(
        (section) =>
          (document.getElementById(`section-${section.id}`)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <=
          top,
      )
      setCurrent(passed.at(-1)?.id ?? sections[0]?.id ?? null)
    }
    update()
    form.addEventListener('scroll', update, { passive: true })
    return () => form.removeEventListener('scroll', update)
  }, [sections])
  return current
}
