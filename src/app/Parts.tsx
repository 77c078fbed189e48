import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { isReplaced, reloadFresh } from '../boot/fresh-version'
import { whenNewVersion } from '../boot/service-worker'
import { useMessages } from '../i18n/I18n'
import { PartContext } from '../ui/lazy-part'
import { NoticePlace } from '../ui/NoticePlace'
import { useNotices } from '../ui/notices'

/** Says what is to be said where a part of the app cannot be loaded, and tells of a newer version once it is ready. */
export function Parts({ children }: { children: ReactNode }) {
  const { app, parts } = useMessages()
  const help = useMemo(() => ({ ...parts, close: app.close, isReplaced, reloadFresh }), [app, parts])
  useNewVersion()
  return (
    <PartContext value={help}>
      {children}
      <NoticePlace label={app.notices} closeLabel={app.close} />
    </PartContext>
  )
}

/** In the language of that moment; said once. */
function useNewVersion(): void {
  const { parts } = useMessages()
  const { notify } = useNotices()
  const latest = useRef(parts)
  useEffect(() => {
    latest.current = parts
  }, [parts])
  useEffect(
    () =>
      whenNewVersion(() => {
        const { newVersion, reloadNew } = latest.current
        notify({ text: newVersion, stays: true, action: { label: reloadNew, run: () => void reloadFresh() } })
      }),
    [notify],
  )
}
