import { ChevronDown } from 'lucide-react'
import { type InputHTMLAttributes, type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { IconButton } from './Button'
import { stepTo } from './list-keys'
import { type Option, OptionList, optionId } from './OptionList'
import { TextInput } from './TextInput'

interface ComboboxProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly options: readonly Option[]
  /** Of the button that opens the list. */
  readonly openLabel: string
  readonly mono?: boolean
  readonly small?: boolean
  readonly invalid?: boolean
  readonly before?: ReactNode
  /** A unit, before the button. */
  readonly after?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}

const matches = (option: Option, typed: string): boolean =>
  `${option.value} ${option.label ?? ''}`.toLocaleLowerCase().includes(typed.toLocaleLowerCase())

/** Puts a text into an input as if it were typed, so that `onChange` hears it whoever holds the value. */
function typeInto(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A text with usual values to choose from; any other is as good. Works with `ref` and `defaultValue`, and with `value`. */
export function Combobox(props: ComboboxProps) {
  const { options, openLabel, mono = false, after, ref, onInput, onKeyDown, ...rest } = props
  const input = useRef<HTMLInputElement | null>(null)
  const box = useRef<HTMLSpanElement | null>(null)
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<number | null>(null)
  const shown = typed === '' ? options : options.filter((option) => matches(option, typed))
  const open = active !== null && shown.length > 0
  const readOnly = rest.readOnly || rest.disabled
  const close = () => setActive(null)
  const openAll = () => {
    setTyped('')
    setActive(options.findIndex((option) => option.value === input.current?.value))
  }
  const choose = (option: Option) => {
    const element = input.current
    if (element === null) return
    element.focus()
    if (option.value !== element.value) typeInto(element, option.value)
    close()
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.nativeEvent.isComposing || readOnly) return
    const option = open ? shown[active] : undefined
    if (event.key === 'Tab') close()
    else if (event.key === 'Enter' && option !== undefined) choose(option)
    else if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    else if (open) setActive(stepTo(event.key, active, shown.length))
    else openAll()
    if (event.key !== 'Tab') event.preventDefault()
  }
  const attach = (element: HTMLInputElement | null) => {
    input.current = element
    box.current = element?.parentElement ?? null
    if (typeof ref === 'function') return ref(element)
    if (ref) ref.current = element
  }
  return (
    <>
      <TextInput
        {...rest}
        ref={attach}
        role="combobox"
        mono={mono}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
        onKeyDown={onKey}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(-1)
          onInput?.(event)
        }}
        after={
          <>
            {after}
            <IconButton
              size="small"
              label={openLabel}
              icon={<ChevronDown size={14} />}
              tabIndex={-1}
              disabled={readOnly}
              aria-haspopup="listbox"
              onClick={() => {
                input.current?.focus()
                if (open) close()
                else openAll()
              }}
            />
          </>
        }
      />
      {open && (
        <OptionList
          id={listId}
          label={rest['aria-label']}
          options={shown}
          current={input.current?.value ?? null}
          active={active}
          mono={mono}
          anchor={box}
          choose={choose}
          onClose={close}
        />
      )}
    </>
  )
}
