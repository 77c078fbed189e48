import { useState } from 'react'
import { useAppState } from '../../state/store-context'
import { isInside } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'

/** So many more are shown at a time: each is a row of controls. */
const step = 200
/** Rows on either side of one that the user was sent to. */
const around = 10

/** Of many rows those that are mounted. */
export interface Stretch {
  readonly first: readonly FormNode[]
  /** Those around the place that the user was sent to last, when that is beyond the first. */
  readonly sought: readonly FormNode[]
  /** How many the next step shows; 0 when all are. */
  readonly next: number
  /** How many are beyond the first. */
  readonly left: number
  readonly showMore: () => void
}

/** The first rows of many, more of them step by step, and those around a place that is sought. */
export function useStretch(nodes: readonly FormNode[], few: number): Stretch {
  const [count, setCount] = useState(few)
  const found = useAppState((state) => nodes.findIndex((node) => isInside(state, node.path)))
  const [last, setLast] = useState(-1)
  // Who is sent to a row stays there, also once the row has told that the user is at it.
  if (found >= 0 && found !== last) setLast(found)
  const at = found >= 0 ? found : last
  const end = Math.min(count, nodes.length)
  return {
    first: nodes.length <= count ? nodes : nodes.slice(0, end),
    sought: at < end ? noNodes : nodes.slice(Math.max(end, at - around), at + around + 1),
    next: Math.min(step, nodes.length - end),
    left: nodes.length - end,
    showMore: () => setCount(end + step),
  }
}

const noNodes: readonly FormNode[] = []
