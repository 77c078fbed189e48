import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { classes } from './classes'
import styles from './Input.module.css'

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly mono?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text, exactly as typed: no correction, no completion by the browser. */
export function TextInput({ mono, className, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      type={type}
      className={classes(styles.input, mono && styles.mono, className)}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      {...rest}
    />
  )
}

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly mono?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines; grows with its text. */
export function TextArea({ mono, className, rows = 1, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      className={classes(styles.input, mono && styles.mono, className)}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  )
}
