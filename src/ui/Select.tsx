import { ChevronsUpDown } from 'lucide-react'
import { type ButtonHTMLAttributes, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { classes } from './classes'
import { findByLetter, stepTo } from './list-keys'
import { type Option, OptionList, optionId, optionLabel } from './OptionList'
import styles from './Select.module.css'

interface SelectProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'value' | 'onChange' | 'children'> {
  readonly options: readonly Option[]
  /** Null: none chosen; `placeholder` is shown. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly icon?: ReactNode
  readonly mono?: boolean
  readonly small?: boolean
  readonly invalid?: boolean
  readonly readOnly?: boolean
}

const opens = ['ArrowDown', 'ArrowUp', 'Enter', ' ']

/** One of a closed set. The label comes from outside (`aria-label`, `aria-labelledby` or a `label`). */
export function Select(props: SelectProps) {
  const {
    options,
    value,
    onChange,
    placeholder,
    icon,
    mono = false,
    small,
    invalid,
    readOnly,
    className,
    ...rest
  } = props
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()
  const chosen = options.findIndex((option) => option.value === value)
  const [active, setActive] = useState<number | null>(null)
  const open = active !== null
  const toggle = () => !readOnly && setActive(open ? null : chosen)
  const choose = (option: Option | undefined) => {
    setActive(null)
    if (option !== undefined && option.value !== value) onChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly) return
    if (event.key === 'Tab') return setActive(null)
    if (!open && !opens.includes(event.key)) return
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    const next = isLetter
      ? findByLetter(event.key, active ?? chosen, options.map(optionLabel))
      : stepTo(event.key, active ?? chosen, options.length)
    if (!open) setActive(chosen)
    else if (event.key === 'Enter' || event.key === ' ') choose(options[active])
    else if (next !== null) setActive(next)
    else return
    event.preventDefault()
  }
  const shown = options[chosen]
  return (
    <>
      <button
        type="button"
        role="combobox"
        ref={button}
        className={classes(styles.select, mono && styles.mono, small && styles.small, className)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
        aria-invalid={invalid || undefined}
        aria-readonly={readOnly || undefined}
        onKeyDown={onKeyDown}
        onClick={toggle}
        {...rest}
      >
        {icon}
        <span className={shown ? styles.value : styles.placeholder}>
          {shown ? optionLabel(shown) : (value ?? placeholder)}
        </span>
        <ChevronsUpDown size={14} aria-hidden className={styles.mark} />
      </button>
      {open && (
        <OptionList
          id={listId}
          label={rest['aria-label']}
          options={options}
          current={value}
          active={active}
          mono={mono}
          anchor={button}
          choose={choose}
          onClose={() => setActive(null)}
        />
      )}
    </>
  )
}
