import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { useMessages, useWords } from '../i18n/I18n'
import { isUnread } from '../state/large-text'
import { useAppState } from '../state/store-context'
import { isInside, type SectionCounts, sameCounts, sectionCounts } from '../state/views/field-view'
import { type FormNode, otherId, type SectionView } from '../state/views/form-tree'
import { Badge } from '../ui/Badge'
import { BatchPanel } from './BatchPanel'
import styles from './Form.module.css'
import { AddKey, Fields, isShown } from './rows/DictField'
import { SectionForm } from './SectionForm'
import { useFold, useIsBroken } from './use-field'

const noFields: readonly FormNode[] = []

/** One section of the config as a panel of groups. A section that the file does not have is folded. */
export const SectionPanel = memo(function SectionPanel({ section }: { section: SectionView }) {
  const messages = useMessages()
  const words = useWords()
  const readOnly = useIsBroken()
  const counts = useAppState((state) => sectionCounts(state, section.id), sameCounts)
  const holdsFocus = useAppState((state) =>
    section.groups.some((group) => [...group.nodes, ...group.folded].some((node) => isInside(state, node.path))),
  )
  const [open, toggle] = useFold(section.present, holdsFocus)
  const unread = useAppState(({ doc }) => isUnread(doc.parsed))
  const own = words.titles.get(section.id)
  const title = section.id === otherId ? messages.form.otherSection : (own?.title ?? section.id)
  const description = section.id === otherId ? messages.form.otherSectionHint : own?.description
  const shownGroups = section.groups.filter((group) => group.nodes.some(isShown))
  // Groups of which nothing is shown share one "N more" at the end, with the only other group if there is but one.
  const rest = section.groups
    .filter((group) => !shownGroups.includes(group))
    .flatMap((group) => [...group.nodes, ...group.folded])
  const isAlone = shownGroups.length === 1
  return (
    <section className={styles.section} aria-label={title} id={`section-${section.id}`}>
      <div className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={open} onClick={toggle}>
          <ChevronRight size={16} aria-hidden />
          <h2 className={styles.title}>{title}</h2>
          <span className={styles.description}>{description}</span>
        </button>
        <span className={styles.counts}>
          {!section.present && !unread && <span className={styles.absent}>{messages.form.notInFile}</span>}
          <SectionBadges counts={counts} />
        </span>
      </div>
      {open && section.id === 'model' && <BatchPanel />}
      <SectionForm id={section.id}>
        {open &&
          shownGroups.map((group) => (
            <div key={group.id} className={styles.group}>
              {shownGroups.length > 1 && (
                <h3 className={styles.groupTitle}>
                  {group.id === otherId
                    ? messages.form.otherKeys
                    : (words.titles.get(`${section.id}.${group.id}`)?.title ?? group.id)}
                </h3>
              )}
              <Fields nodes={group.nodes} alsoFolded={isAlone ? [...group.folded, ...rest] : group.folded} />
            </div>
          ))}
        {open && !isAlone && rest.length > 0 && <Fields nodes={noFields} alsoFolded={rest} />}
      </SectionForm>
      {open && section.id === otherId && <AddKey node={section} readOnly={readOnly} />}
    </section>
  )
})

/** How many problems and changes a section has. */
export function SectionBadges({ counts }: { counts: SectionCounts }) {
  const { status } = useMessages()
  return (
    <>
      {counts.errors > 0 && (
        <Badge tone="error" title={status.errors(counts.errors)}>
          {counts.errors}
        </Badge>
      )}
      {counts.warnings > 0 && (
        <Badge tone="warning" title={status.warnings(counts.warnings)}>
          {counts.warnings}
        </Badge>
      )}
      {counts.changes > 0 && (
        <Badge tone="changed" title={status.changed(counts.changes)}>
          ●{counts.changes > 1 ? ` ${counts.changes}` : ''}
        </Badge>
      )}
    </>
  )
}
