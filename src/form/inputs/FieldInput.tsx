import { ChevronDown } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { isTextual, optionsOf } from '../../config/context/options'
import type { FieldSpec } from '../../config/schema/field'
import { placeOfTarget, shortName, targetsAt } from '../../config/schema/targets/targets'
import type { Refusal } from '../../core/parsed'
import type { Path } from '../../core/path'
import { textSource } from '../../core/yaml/scalar'
import { classWordsOf } from '../../i18n/fields/class-words'
import { useMessages, useWords } from '../../i18n/I18n'
import { setField } from '../../state/edits'
import { useStore } from '../../state/store-context'
import type { FieldView } from '../../state/views/field-view'
import { IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import type { MenuItem } from '../../ui/menu-item'
import { Switch } from '../../ui/Switch'
import { TextArea, TextInput } from '../../ui/TextInput'
import styles from '../Form.module.css'
import { type BoundField, type TextBox, useBoundField } from '../use-bound-field'
import { useFocusPlace } from '../use-field'
import { type Control, controlOf } from './control'
import { useReferenceCompletion } from './use-reference-completion'

interface FieldInputProps {
  readonly id: string
  readonly path: Path
  readonly spec: FieldSpec | null
  readonly view: FieldView
  readonly label: string
  readonly readOnly: boolean
  readonly describedBy?: string | undefined
  readonly refused: (refusal: Refusal | null) => void
}

/** Longer texts are edited in the YAML pane: a box of the form would take seconds to lay them out. */
const longest = 50_000

function TooLong({ id, length }: { id: string; length: number }) {
  const { form } = useMessages()
  return (
    <span id={id} className={styles.state}>
      {form.tooLong(Math.round(length / 1000))}
    </span>
  )
}

/** The control of one value. Any of them gives way to a text box while the value is a reference or of another type. */
export function FieldInput(props: FieldInputProps) {
  if (props.view.source.length > longest) return <TooLong id={props.id} length={props.view.source.length} />
  return <BoundInput {...props} />
}

function BoundInput(props: FieldInputProps) {
  const control = controlOf(props.spec, props.view)
  const bound = useBoundField(control, props)
  if (control === 'switch') return <SwitchInput {...props} bound={bound} />
  if (control === 'pair') return <PairInput {...props} bound={bound} />
  return <TypedInput key={control} {...props} control={control} bound={bound} />
}

type BoundProps = FieldInputProps & { readonly bound: BoundField }

function SwitchInput({ id, path, view, spec, label, readOnly, describedBy, bound }: BoundProps) {
  const messages = useMessages()
  const focus = useFocusPlace(path)
  const checked = view.scalar?.t === 'bool' ? view.scalar.v : null
  const fallback = typeof spec?.meta.default === 'boolean' ? spec.meta.default : null
  const shown = checked ?? fallback
  const word = shown === null ? '' : shown ? messages.form.on : messages.form.off
  return (
    <>
      <Switch
        id={id}
        checked={checked}
        readOnly={readOnly}
        invalid={bound.invalid}
        aria-label={label}
        aria-describedby={describedBy}
        onFocus={focus}
        onBlur={bound.onBlur}
        onChange={() => bound.set(boolSource(!(shown ?? false), view.source))}
      />
      <span className={styles.state}>
        {checked === null
          ? view.present
            ? messages.form.isNull
            : fallback === null
              ? messages.form.unset
              : messages.form.defaultIs(word)
          : word}
      </span>
    </>
  )
}

/** `True` or `true`, `yes` or `on`: as the file spells it. */
function boolSource(value: boolean, before: string): string {
  const words = [
    ['True', 'False'],
    ['TRUE', 'FALSE'],
    ['yes', 'no'],
    ['Yes', 'No'],
    ['on', 'off'],
    ['On', 'Off'],
  ].find((pair) => pair.includes(before))
  return (words ?? ['true', 'false'])[value ? 0 : 1] ?? String(value)
}

/** "H, W" as two numbers. */
function PairInput({ id, path, label, readOnly, describedBy, bound }: BoundProps) {
  const messages = useMessages()
  const focus = useFocusPlace(path)
  const parts = /^(\s*)(\d*)(\s*,\s*)(\d*)(\s*)$/.exec(bound.value)
  const [, lead = '', height = '', comma = ', ', width = ''] = parts ?? []
  const write = (h: string, w: string) => {
    if (/^\d*$/.test(h + w)) bound.type(`${lead}${h}${comma}${w}`)
  }
  const common = {
    inputMode: 'numeric',
    readOnly,
    mono: true,
    invalid: bound.invalid,
    onFocus: focus,
    onBlur: bound.onBlur,
    'aria-describedby': describedBy,
  } as const
  return (
    <div className={styles.pair}>
      <TextInput
        {...common}
        id={id}
        value={height}
        placeholder="H"
        aria-label={`${label}: ${messages.form.height}`}
        onChange={(event) => write(event.target.value, width)}
      />
      <span aria-hidden>×</span>
      <TextInput
        {...common}
        value={width}
        placeholder="W"
        aria-label={`${label}: ${messages.form.width}`}
        onChange={(event) => write(height, event.target.value)}
      />
    </div>
  )
}

function TypedInput(props: BoundProps & { control: Control }) {
  const { id, path, spec, view, label, readOnly, describedBy, refused, control, bound } = props
  const messages = useMessages()
  const completion = useReferenceCompletion(path, ({ value }) => bound.type(value))
  const focus = useFocusPlace(path)
  const numeric = spec?.accepts.every(({ kind }) => kind === 'int' || kind === 'float' || kind === 'null') ?? false
  const common = {
    id,
    name: bound.name,
    ref: bound.ref,
    value: bound.value,
    readOnly,
    invalid: bound.invalid,
    mono: control !== 'text' || spec?.meta.control !== undefined,
    placeholder: placeholderOf(spec, view, messages.form.isNull, messages.form.unset),
    'aria-label': label,
    'aria-describedby': describedBy,
    onFocus: focus,
    onBlur: bound.onBlur,
    onChange: ({ target }: ChangeEvent<TextBox>) => bound.type(target.value),
    ...completion.props,
  } as const
  if (control === 'text' && view.scalar?.t === 'str' && view.scalar.v.includes('\n'))
    return (
      <>
        <TextArea {...common} rows={3} />
        {completion.popup}
      </>
    )
  return (
    <div
      className={control === 'choice' ? `${styles.grow} ${styles.withButton}` : styles.grow}
      style={numeric && view.state !== 'interpolated' ? { maxWidth: 220 } : undefined}
    >
      <TextInput {...common} inputMode={numeric ? 'decimal' : 'text'} />
      {completion.popup}
      {control === 'choice' && spec !== null && (
        <Choices
          path={path}
          spec={spec}
          view={view}
          label={messages.form.options}
          readOnly={readOnly}
          refused={refused}
        />
      )}
    </div>
  )
}

function placeholderOf(spec: FieldSpec | null, view: FieldView, isNull: string, unset: string): string {
  if (view.present) return view.state === 'null' ? isNull : ''
  const fallback = spec?.meta.default
  if (fallback === undefined) return unset
  return typeof fallback === 'string' ? fallback : JSON.stringify(fallback)
}

/** The values to choose from; the box stays open to any other. */
function Choices({
  path,
  spec,
  view,
  label,
  readOnly,
  refused,
}: {
  path: Path
  spec: FieldSpec
  view: FieldView
  label: string
  readOnly: boolean
  refused: (refusal: Refusal | null) => void
}) {
  const store = useStore()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const textual = isTextual(spec)
  const current = textual && view.scalar?.t === 'str' ? view.scalar.v : view.source
  const wordsOf = useOptionWords(spec)
  const choose = (option: string) => refused(setField(store, path, textual ? textSource(option, view.source) : option))
  const items = optionsOf(spec).map((option) => ({
    id: option,
    ...wordsOf(option),
    checked: option === current,
    run: () => choose(option),
  }))
  return (
    <>
      <IconButton
        ref={anchor}
        className={styles.inside}
        label={label}
        icon={<ChevronDown size={14} />}
        size="small"
        tabIndex={-1}
        disabled={readOnly}
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      />
      {open && <Menu items={items} open onOpenChange={setOpen} anchor={anchor} align="end" label={label} />}
    </>
  )
}

/** How an option is named: a class by its word, with its short name and how far it is known to work; others as they are written. */
function useOptionWords(spec: FieldSpec): (option: string) => Pick<MenuItem, 'label' | 'aside' | 'mono'> {
  const words = useWords()
  const { kind } = useMessages()
  const place = placeOfTarget(spec.id)
  const classes = spec.meta.control === 'class' ? targetsAt(place) : []
  return (option) => {
    const target = classes.find(({ name }) => name === option)
    const own = target === undefined ? undefined : classWordsOf(words, place, option)
    if (target === undefined || own === undefined) return { label: option, mono: true }
    const status = target.places[place] ?? 'ok'
    return { label: status === 'ok' ? own.label : `${own.label} · ${kind.status[status]}`, aside: shortName(option) }
  }
}
