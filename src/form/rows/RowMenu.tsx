import { Suspense, useRef, useState } from 'react'
import { IconButton } from '../../ui/Button'
import { lazyPart } from '../../ui/lazy-part'
import type { RowDialog, RowMenuProps } from './row-menu-props'

const close = (popup: { readonly close: () => void }): void => popup.close()
const dialogs = {
  rename: lazyPart(() => import('../dialogs/RenameDialog'), close),
  link: lazyPart(() => import('../dialogs/LinkDialog'), close),
  remove: lazyPart(() => import('../dialogs/RemoveDialog'), close),
}
const OpenMenu = lazyPart(() => import('./OpenRowMenu'), close)

/** What can be done with one place beside typing. The menu is made when it is opened. */
export function RowMenu({ node, view, label, icon, readOnly, refused }: RowMenuProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [dialog, setDialog] = useState<RowDialog | null>(null)
  const Dialog = dialog === null ? null : dialogs[dialog]
  return (
    <>
      <IconButton
        ref={anchor}
        size="small"
        label={label}
        icon={icon}
        disabled={readOnly}
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <OpenMenu
            node={node}
            view={view}
            label={label}
            refused={refused}
            anchor={anchor}
            close={() => setOpen(false)}
            ask={setDialog}
          />
        </Suspense>
      )}
      {Dialog !== null && (
        <Suspense fallback={null}>
          <Dialog path={node.path} close={() => setDialog(null)} refused={refused} />
        </Suspense>
      )}
    </>
  )
}
