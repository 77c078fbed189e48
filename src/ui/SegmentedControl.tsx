import { type ReactNode, useId } from 'react'
import { classes } from './classes'
import styles from './SegmentedControl.module.css'
import { tooltip } from './tooltip'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Shown instead of the label, which becomes the tooltip. */
  readonly icon?: ReactNode
}

interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly segments: readonly Segment<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly small?: boolean
  readonly disabled?: boolean
}

/** One of a few, all in sight. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, small, disabled } = props
  const name = useId()
  return (
    <fieldset className={classes(styles.group, small && styles.small)} aria-label={label} disabled={disabled}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment} {...(segment.icon ? tooltip(segment.label) : {})}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={segment.value === value}
            aria-label={segment.label}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon ?? segment.label}
        </label>
      ))}
    </fieldset>
  )
}
