import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useId } from 'react'
import { Kbd } from './Kbd'
import { onTop } from './on-top'
import popup from './popup.module.css'
import styles from './TooltipBox.module.css'
import type { ShownTooltip } from './tooltip'

interface TooltipBoxProps {
  readonly shown: ShownTooltip | null
  readonly close: () => void
}

/** A tooltip beside its anchor, above everything, modal dialogs included. */
export function TooltipBox({ shown, close }: TooltipBoxProps) {
  const id = useId()
  useEffect(() => (shown === null ? undefined : describe(shown, id)), [shown, id])
  return (
    <Tooltip.Root open={shown !== null} onOpenChange={(open) => !open && close()}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          ref={onTop}
          popover="manual"
          className={popup.layer}
          anchor={shown?.anchor}
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
          positionMethod="fixed"
        >
          <Tooltip.Popup id={id} role="tooltip" className={styles.tooltip}>
            {shown?.text}
            {shown?.shortcut && <Kbd keys={shown.shortcut} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Names the tooltip as the anchor's description, unless it only repeats the name or there is another description. */
function describe({ anchor, text }: ShownTooltip, id: string): (() => void) | undefined {
  if (anchor.getAttribute('aria-label') === text || anchor.hasAttribute('aria-describedby')) return
  anchor.setAttribute('aria-describedby', id)
  return () => anchor.removeAttribute('aria-describedby')
}
