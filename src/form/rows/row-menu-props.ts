import type { ReactNode } from 'react'
import type { Refusal } from '../../core/parsed'
import type { FieldView } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'

/** What the menu of a place asks for: a dialog of its own. */
export type RowDialog = 'rename' | 'link' | 'remove'

export interface RowMenuProps {
  readonly node: FormNode
  readonly view: FieldView
  readonly label: string
  readonly icon: ReactNode
  readonly readOnly: boolean
  readonly refused: (refusal: Refusal | null) => void
}
