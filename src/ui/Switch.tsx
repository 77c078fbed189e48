import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './Switch.module.css'

interface SwitchProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onChange' | 'value'> {
  /** Null: not set. */
  readonly checked: boolean | null
  readonly readOnly?: boolean
  readonly onChange: (checked: boolean) => void
  readonly ref?: Ref<HTMLButtonElement>
}

export function Switch({ checked, readOnly, onChange, ...rest }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className={styles.switch}
      aria-checked={checked === true}
      aria-disabled={readOnly}
      data-unset={checked === null}
      onClick={() => !readOnly && onChange(checked !== true)}
      {...rest}
    />
  )
}
