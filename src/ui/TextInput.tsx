import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { classes } from './classes'
import styles from './Input.module.css'

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly mono?: boolean
  readonly invalid?: boolean
  readonly small?: boolean
  /** Inside the box, before and after the text: an icon, a unit, a button. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text, exactly as typed: no correction, no completion by the browser. */
export function TextInput({ mono, invalid, small, before, after, className, type = 'text', ...rest }: TextInputProps) {
  const boxed = before !== undefined || after !== undefined
  const look = classes(styles.box, mono && styles.mono, small && styles.small, className)
  const input = (
    <input
      type={type}
      className={boxed ? styles.inner : classes(look, styles.input)}
      aria-invalid={invalid || undefined}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      {...rest}
    />
  )
  if (!boxed) return input
  return (
    <span className={classes(look, styles.wrap)}>
      {before !== undefined && <span className={styles.aside}>{before}</span>}
      {input}
      {after !== undefined && <span className={styles.aside}>{after}</span>}
    </span>
  )
}

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly mono?: boolean
  readonly invalid?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines; grows with its text. */
export function TextArea({ mono, invalid, className, rows = 1, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      className={classes(styles.box, styles.area, mono && styles.mono, className)}
      aria-invalid={invalid || undefined}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  )
}
