import { Suspense, useSyncExternalStore } from 'react'
import { lazyPart } from './lazy-part'
import { useNotices } from './notices'

export const loadToasts = () => import('./ToastLayer')

const ToastLayer = lazyPart(loadToasts, ({ notices }) => notices.drop())

interface NoticePlaceProps {
  readonly label: string
  readonly closeLabel: string
}

/** The place where notices appear; it comes with the first one. */
export function NoticePlace(props: NoticePlaceProps) {
  const notices = useNotices()
  const wanted = useSyncExternalStore(notices.subscribe, notices.isWanted)
  return (
    wanted && (
      <Suspense fallback={null}>
        <ToastLayer notices={notices} {...props} />
      </Suspense>
    )
  )
}
