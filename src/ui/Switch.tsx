import type { ButtonHTMLAttributes, Ref } from 'react'
import { classes } from './classes'
import styles from './Switch.module.css'

interface SwitchProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onChange' | 'value'> {
  /** Null: not set. The knob is then hollow and stands where `fallback` is. */
  readonly checked: boolean | null
  /** What counts while it is not set, when that is known. */
  readonly fallback?: boolean | null
  readonly readOnly?: boolean
  readonly invalid?: boolean
  readonly onChange: (checked: boolean) => void
  readonly ref?: Ref<HTMLButtonElement>
}

/** On, off or not set; the label comes from outside. */
export function Switch({ checked, fallback, readOnly, invalid, onChange, className, ...rest }: SwitchProps) {
  const value = checked ?? fallback ?? null
  return (
    <button
      type="button"
      role="switch"
      className={classes(styles.switch, className)}
      aria-checked={value === true}
      aria-disabled={readOnly || undefined}
      aria-invalid={invalid || undefined}
      data-at={value === null ? 'middle' : value ? 'on' : 'off'}
      data-unset={checked === null || undefined}
      onClick={() => !readOnly && onChange(value !== true)}
      {...rest}
    />
  )
}
