export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Placement {
  readonly side?: 'top' | 'bottom' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  /** Between the anchor and the popup. */
  readonly gap?: number | undefined
}

export interface Place {
  readonly left: number
  readonly top: number
  readonly side: 'top' | 'bottom'
  /** What the popup may take up on that side. */
  readonly maxHeight: number
}

/** To the edges of the window. */
const margin = 8

const alignedLeft = (anchor: Box, width: number, align: Placement['align']): number => {
  if (align === 'end') return anchor.left + anchor.width - width
  if (align === 'center') return anchor.left + (anchor.width - width) / 2
  return anchor.left
}

/**
 * Where a popup goes beside its anchor, in CSS pixels of the window: on the wanted side when it fits there or has more
 * room than on the other, and always inside the window.
 */
export function placeBeside(
  anchor: Box,
  popup: { width: number; height: number },
  view: Box,
  wanted: Placement,
): Place {
  const { side = 'bottom', align = 'start', gap = 4 } = wanted
  const above = anchor.top - view.top - gap - margin
  const below = view.top + view.height - anchor.top - anchor.height - gap - margin
  const room = { top: above, bottom: below }
  const other = side === 'top' ? 'bottom' : 'top'
  const chosen = popup.height <= room[side] || room[side] >= room[other] ? side : other
  const maxHeight = Math.max(room[chosen], 0)
  const height = Math.min(popup.height, maxHeight)
  const top = chosen === 'bottom' ? anchor.top + anchor.height + gap : anchor.top - gap - height
  const farLeft = view.left + view.width - margin - popup.width
  const left = Math.max(view.left + margin, Math.min(alignedLeft(anchor, popup.width, align), farLeft))
  return { left, top, side: chosen, maxHeight }
}
