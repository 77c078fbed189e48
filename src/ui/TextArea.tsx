import { type ComponentProps, type InputEvent, useCallback } from 'react'
import { cx } from './cx'
import styles from './TextInput.module.css'

export interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly mono?: boolean
  readonly invalid?: boolean
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

function fitHeight(area: HTMLTextAreaElement) {
  if (growsByItself) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

/** Several lines of text; as high as its text, up to two fifths of the window. */
export function TextArea({ mono, invalid, className, ref, onInput, rows = 1, ...rest }: TextAreaProps) {
  const attach = useCallback(
    (area: HTMLTextAreaElement | null) => {
      if (area) fitHeight(area)
      if (typeof ref === 'function') return ref(area)
      if (ref) ref.current = area
    },
    [ref],
  )
  const grow = (event: InputEvent<HTMLTextAreaElement>) => {
    fitHeight(event.currentTarget)
    onInput?.(event)
  }
  return (
    <span className={cx(styles.box, className)} data-invalid={invalid || undefined} data-mono={mono || undefined}>
      <textarea
        spellCheck={false}
        aria-invalid={invalid || undefined}
        {...rest}
        rows={rows}
        ref={attach}
        onInput={grow}
        className={styles.input}
      />
    </span>
  )
}
