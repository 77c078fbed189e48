import { Braces, Diff, type LucideIcon, SquareTerminal, TriangleAlert } from 'lucide-react'
import { type ComponentType, Suspense } from 'react'
import type { PanelProps } from '../panels/panel-props'
import type { AppState } from '../state/store'
import { changesOf } from '../state/views/field-view'
import { lazyPart } from '../ui/lazy-part'
import { Spinner } from '../ui/Spinner'
import { useApp } from './app-context'
import { Boundary } from './Boundary'

interface Drawer {
  /** Its name is `panes.<id>` of i18n. */
  readonly id: string
  readonly icon: LucideIcon
  /** How many things it lists; none for a panel that lists nothing. */
  readonly count?: (state: AppState) => number
  readonly Content: ComponentType<PanelProps>
}

/** The panels of the drawer in order; the panes of a narrow window as well. A new one is a line here and a name in i18n. */
export const drawers = [
  {
    id: 'problems',
    icon: TriangleAlert,
    // Notes are folded, and need not be counted either.
    count: (state: AppState) => state.issues.filter(({ level }) => level !== 'info').length,
    Content: lazyPart(() => import('../panels/Problems')),
  },
  {
    id: 'changes',
    icon: Diff,
    count: (state: AppState) => changesOf(state).length,
    Content: lazyPart(() => import('../panels/Changes')),
  },
  { id: 'resolved', icon: Braces, Content: lazyPart(() => import('../panels/Resolved')) },
  { id: 'overrides', icon: SquareTerminal, Content: lazyPart(() => import('../panels/Overrides')) },
] as const satisfies readonly Drawer[]

export type DrawerTab = (typeof drawers)[number]['id']

/** How many things a panel lists, null for one that lists nothing. */
export function countIn(id: DrawerTab, state: AppState): number | null {
  const drawer: Drawer | undefined = drawers.find((one) => one.id === id)
  return drawer?.count?.(state) ?? null
}

export function DrawerContent({ tab }: { tab: DrawerTab }) {
  const { platform } = useApp()
  const { Content }: Drawer = drawers.find(({ id }) => id === tab) ?? drawers[0]
  return (
    <Boundary key={tab}>
      <Suspense fallback={<Spinner />}>
        <Content copyText={platform.copyText} />
      </Suspense>
    </Boundary>
  )
}
