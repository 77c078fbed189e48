import { Check } from 'lucide-react'
import { type RefObject, useLayoutEffect } from 'react'
import { classes } from './classes'
import { Popup } from './Popup'
import styles from './popup.module.css'

export interface Option {
  readonly value: string
  /** The value itself, when left out. */
  readonly label?: string
  /** At the right: what it is, where it comes from. */
  readonly note?: string
}

interface OptionListProps {
  readonly id: string
  readonly label: string | undefined
  readonly options: readonly Option[]
  readonly current: string | null
  /** The place of the one that Enter would take; −1: none. */
  readonly active: number
  readonly mono: boolean
  readonly anchor: RefObject<HTMLElement | null>
  readonly choose: (option: Option) => void
  readonly onClose: () => void
}

export const optionLabel = (option: Option): string => option.label ?? option.value
export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** The list below a select or a combobox, whose focus stays where it is. */
export function OptionList({ id, label, options, current, active, mono, anchor, choose, onClose }: OptionListProps) {
  useLayoutEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <Popup id={id} role="listbox" aria-label={label} anchor={anchor} matchWidth onClose={onClose}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the select or combobox
        // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at by aria-activedescendant
        <div
          key={option.value}
          id={optionId(id, index)}
          role="option"
          aria-selected={option.value === current}
          data-active={index === active || undefined}
          className={styles.item}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span className={styles.check}>{option.value === current && <Check size={14} aria-hidden />}</span>
          <span className={classes(styles.text, mono && styles.mono)}>{optionLabel(option)}</span>
          {option.note && <span className={styles.aside}>{option.note}</span>}
        </div>
      ))}
    </Popup>
  )
}
