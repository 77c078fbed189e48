import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { isTextual, optionsOf } from '../../config/context/options'
import type { FieldSpec } from '../../config/schema/field'
import { placeOfTarget, shortName, targetsAt } from '../../config/schema/targets/targets'
import type { Refusal } from '../../core/parsed'
import { type Path, pathKey } from '../../core/path'
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
import { useBoundInput, useFocusPlace } from '../use-field'
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
  const control = controlOf(props.spec, props.view)
  if (control === 'switch') return <SwitchInput {...props} />
  if (control === 'pair') return <PairInput {...props} />
  return <TypedInput key={control} {...props} control={control} />
}

function SwitchInput({ id, path, view, spec, label, readOnly, describedBy, refused }: FieldInputProps) {
  const messages = useMessages()
  const store = useStore()
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
        aria-label={label}
        aria-describedby={describedBy}
        onFocus={focus}
        onChange={() => refused(setField(store, path, boolSource(!(shown ?? false), view.source)))}
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
function PairInput({ id, path, view, label, readOnly, describedBy, refused }: FieldInputProps) {
  const messages = useMessages()
  const store = useStore()
  const focus = useFocusPlace(path)
  const text = view.scalar?.t === 'str' ? view.scalar.v : ''
  const parts = /^(\s*)(\d*)(\s*,\s*)(\d*)(\s*)$/.exec(text)
  const [, lead = '', height = '', comma = ', ', width = ''] = parts ?? []
  const write = (h: string, w: string) => {
    if (!/^\d*$/.test(h + w)) return
    refused(setField(store, path, textSource(`${lead}${h}${comma}${w}`, view.source), { group: pathKey(path) }))
  }
  const common = {
    inputMode: 'numeric',
    readOnly,
    mono: true,
    onFocus: focus,
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

function TypedInput({
  id,
  path,
  spec,
  view,
  label,
  readOnly,
  describedBy,
  refused,
  control,
}: FieldInputProps & { control: Control }) {
  const messages = useMessages()
  const bound = useBoundInput(path, spec, control, view, refused)
  const completion = useReferenceCompletion(path, (target) => bound.onChange({ target, type: 'change' }))
  const focus = useFocusPlace(path)
  const numeric = spec?.accepts.every(({ kind }) => kind === 'int' || kind === 'float' || kind === 'null') ?? false
  const common = {
    id,
    readOnly,
    mono: control !== 'text' || spec?.meta.control !== undefined,
    placeholder: placeholderOf(spec, view, messages.form.isNull, messages.form.unset),
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': view.issues.some((issue) => issue.level === 'error') || undefined,
    onFocus: focus,
    ...bound,
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
