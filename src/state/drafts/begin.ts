import type { Platform, StoredDraft } from '../ports'
import { activeOf, copied, type DocumentDraft, isUnsaved, readDraft, type TabDraft } from './draft'

/** What a visit begins with. */
export interface Beginning {
  /** The name of this tab. */
  readonly tab: string
  /** The number of the draft that it begins with. */
  readonly serial: number
  /** The document to go on with; null when nothing was kept. */
  readonly document: DocumentDraft | null
  /** True when the document is also being edited in another tab: this one has a copy. */
  readonly isCopy: boolean
  /** Drafts of closed tabs with something that is nowhere else, the newest first. */
  readonly others: readonly TabDraft[]
  /** What was kept but cannot be read as a draft. */
  readonly broken: readonly StoredDraft[]
  /** False when the browser refuses storage. */
  readonly draftsKept: boolean
}

/** Drafts of closed tabs that are kept; older ones are forgotten. */
const keptDrafts = 20

/**
 * Finds what this tab goes on with: its own draft after a reload, a copy of what another open tab has, or what the tab closed last had.
 * Drafts of closed tabs without anything unsaved are forgotten.
 */
export async function begin(platform: Pick<Platform, 'drafts' | 'tabs'>): Promise<Beginning> {
  const { tab, copyOf } = await platform.tabs.claim()
  const stored = await platform.drafts.readAll().catch(() => null)
  if (stored === null)
    return { tab, serial: 0, document: null, isCopy: false, others: [], broken: [], draftsKept: false }
  const drafts = stored
    .flatMap((one) => {
      const draft = readDraft(one.value)
      return draft === null ? [] : [{ ...draft, tab: one.tab }]
    })
    .sort((a, b) => b.at - a.at)
  const open = await platform.tabs.open()
  const chosen = await choose(platform, drafts, { tab, copyOf, open })
  const broken = await Promise.all(
    stored.filter(({ value }) => readDraft(value) === null).map((one) => setAside(platform, one, chosen.tab)),
  )
  const isClosed = (draft: TabDraft) => open !== null && !open.has(draft.tab) && draft.tab !== chosen.tab
  const closed = drafts.filter(isClosed)
  const seen = new Set(chosen.document === null ? [] : [chosen.document.text])
  const others = closed.filter(({ documents }) => documents.some((one) => isUnsaved(one) && isNew(one.text, seen)))
  others.splice(keptDrafts)
  for (const draft of closed)
    if (!others.includes(draft)) await platform.drafts.remove(draft.tab).catch(() => undefined)
  return { ...chosen, others, broken, draftsKept: true }
}

/** True for the first of equal texts: copies that nobody changed are offered once. */
function isNew(text: string, seen: Set<string>): boolean {
  if (seen.has(text)) return false
  seen.add(text)
  return true
}

/** What cannot be read stays under a name that this tab does not write to. */
async function setAside({ drafts }: Pick<Platform, 'drafts'>, stored: StoredDraft, tab: string): Promise<StoredDraft> {
  if (stored.tab !== tab) return stored
  const aside = { tab: `${tab}-unreadable`, value: { unreadable: stored.value } }
  await drafts.write(aside.tab, aside.value).catch(() => undefined)
  return aside
}

interface Situation {
  readonly tab: string
  readonly copyOf: string | null
  readonly open: ReadonlySet<string> | null
}

async function choose(
  { tabs }: Pick<Platform, 'tabs'>,
  drafts: readonly TabDraft[],
  { tab, copyOf, open }: Situation,
): Promise<Pick<Beginning, 'tab' | 'serial' | 'document' | 'isCopy'>> {
  const own = drafts.find((draft) => draft.tab === tab)
  if (own !== undefined) return { tab, serial: own.serial, document: activeOf(own), isCopy: false }
  const other = drafts.find((draft) => draft.tab === copyOf) ?? drafts[0]
  if (other === undefined) return { tab, serial: 0, document: null, isCopy: false }
  if (open !== null && !open.has(other.tab) && (await tabs.adopt(other.tab)))
    return { tab: other.tab, serial: other.serial, document: activeOf(other), isCopy: false }
  return { tab, serial: 0, document: copied(activeOf(other)), isCopy: true }
}
