import type { ReactNode } from 'react'

/** One command of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A shortcut or a note, at the right. */
  readonly aside?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly mono?: boolean
  /** It takes something away. */
  readonly danger?: boolean
  /** A line above it. */
  readonly separated?: boolean
  readonly run: () => void
}
