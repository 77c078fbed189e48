import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { repairOf } from '../config/fixes/repair-syntax'
import type { Issue } from '../core/issue'
import { pathKey } from '../core/path'
import { lineStarts } from '../core/text'
import { useMessages, useWords } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { isFullyChecked, loadRulesAgain } from '../state/rule-loading'
import { useAppState, useStore } from '../state/store-context'
import { kindOfIssue, type ProblemKind, sectionOfIssue } from '../state/views/problems'
import { Button } from '../ui/Button'
import { Menu } from '../ui/Menu'
import styles from './Panel.module.css'
import { ProblemItem } from './ProblemItem'
import { useWalkedList } from './use-walked-list'

const kinds: readonly ProblemKind[] = ['failing', 'fill-in', 'look', 'note']
/** More than these are not listed: nobody reads on, and a broken giant file would list thousands. */
const most = 300

interface Filter {
  readonly kind: ProblemKind | null
  readonly section: string | null
}

/** Everything that is wrong or worth a look, by what it means for a launch; each shows its place, and fixes it where that can be done. */
export default function Problems() {
  const { problems } = usePanelMessages()
  const issues = useAppState((state) => state.issues)
  const text = useAppState((state) => state.doc.text)
  const [filter, setFilter] = useState<Filter>({ kind: null, section: null })
  const checked = useAppState(isFullyChecked)
  const list = useRef<HTMLDivElement>(null)
  useWalkedList(list, issues)
  const inSection = issues.filter((issue) => filter.section === null || sectionOfIssue(issue) === filter.section)
  const groups = kinds
    .filter((kind) => filter.kind === null || filter.kind === kind)
    .map((kind) => ({ kind, members: inSection.filter((issue) => kindOfIssue(issue) === kind) }))
    .filter(({ members }) => members.length > 0)
  const isPlaced = issues.some(({ span }) => span !== null && span.to > 0)
  const starts = useMemo(() => (isPlaced ? lineStarts(text) : [0]), [text, isPlaced])
  return (
    <div ref={list} data-walked>
      {issues.length > 0 && <Filters issues={issues} inSection={inSection} filter={filter} setFilter={setFilter} />}
      {!checked && <Unchecked />}
      {groups.length === 0 && (checked || issues.length > 0) && (
        <p className={styles.none} tabIndex={-1}>
          {issues.length > 0 ? problems.noneOfKind : problems.none}
        </p>
      )}
      {groups.map(({ kind, members }) => (
        <Group key={kind} kind={kind} members={members} starts={starts} open={kind !== 'note' || groups.length === 1} />
      ))}
    </div>
  )
}

/** Says that some rules have not spoken yet, or cannot. */
function Unchecked() {
  const { problems } = usePanelMessages()
  const { status, parts } = useMessages()
  const store = useStore()
  const failed = useAppState(({ rulesFailed }) => rulesFailed)
  return (
    <p className={styles.unchecked} role="status">
      {failed ? problems.rulesFailed : status.checking}
      {failed && (
        <Button size="small" onClick={() => loadRulesAgain(store)}>
          {parts.again}
        </Button>
      )}
    </p>
  )
}

/** A name for each issue that stays while the text around it changes. */
function named(issues: readonly Issue[]): { name: string; issue: Issue }[] {
  const met = new Map<string, number>()
  return issues.map((issue) => {
    const name = `${issue.code} ${pathKey(issue.path)} ${issue.variant ?? ''}`
    const count = met.get(name) ?? 0
    met.set(name, count + 1)
    return { name: `${name} ${count}`, issue }
  })
}

function Group({
  kind,
  members,
  starts,
  open: byDefault,
}: {
  kind: ProblemKind
  members: readonly Issue[]
  starts: readonly number[]
  open: boolean
}) {
  const { problems } = usePanelMessages()
  const [choice, setChoice] = useState<boolean | null>(null)
  const open = choice ?? byDefault
  const store = useStore()
  const { parsed } = store.shown().doc
  const repairable = open ? members.filter((issue) => repairOf(parsed, issue) !== null) : []
  return (
    <section aria-label={problems.kinds[kind]}>
      <button type="button" className={styles.groupHead} aria-expanded={open} onClick={() => setChoice(!open)}>
        {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <strong>{problems.kinds[kind]}</strong> <span>{members.length}</span>
        <span className={styles.groupHint}>{problems.kindHints[kind]}</span>
      </button>
      {open && (
        <ul className={styles.list}>
          {named(members.slice(0, most)).map(({ name, issue }) => (
            <ProblemItem
              key={name}
              issue={issue}
              starts={starts}
              alike={repairable.filter(({ code }) => code === issue.code)}
            />
          ))}
        </ul>
      )}
      {open && members.length > most && <p className={styles.none}>{problems.more(members.length - most)}</p>}
    </section>
  )
}

function Filters({
  issues,
  inSection,
  filter,
  setFilter,
}: {
  issues: readonly Issue[]
  inSection: readonly Issue[]
  filter: Filter
  setFilter: (filter: Filter) => void
}) {
  const { problems } = usePanelMessages()
  const { form } = useMessages()
  const words = useWords()
  const titleOf = (id: string) => words.titles.get(id)?.title ?? form.otherSection
  const sections = [...new Set(issues.map(sectionOfIssue))]
  const count = (kind: ProblemKind) => inSection.filter((issue) => kindOfIssue(issue) === kind).length
  return (
    <div className={styles.filters} role="toolbar" aria-label={problems.filter}>
      <Button
        size="small"
        variant="ghost"
        pressed={filter.kind === null}
        onClick={() => setFilter({ ...filter, kind: null })}
      >
        {problems.all} {inSection.length}
      </Button>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant="ghost"
          pressed={filter.kind === kind}
          disabled={count(kind) === 0 && filter.kind !== kind}
          onClick={() => setFilter({ ...filter, kind: filter.kind === kind ? null : kind })}
        >
          {problems.kinds[kind]} {count(kind)}
        </Button>
      ))}
      <Menu
        align="end"
        label={problems.section}
        items={[
          {
            id: 'all',
            label: problems.allSections,
            checked: filter.section === null,
            run: () => setFilter({ ...filter, section: null }),
          },
          ...sections.map((id) => ({
            id,
            label: titleOf(id),
            checked: filter.section === id,
            run: () => setFilter({ ...filter, section: id }),
          })),
        ]}
        trigger={
          <Button size="small" variant="ghost" className={styles.sectionFilter}>
            {filter.section === null ? problems.allSections : titleOf(filter.section)}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      />
    </div>
  )
}
