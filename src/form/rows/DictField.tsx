import { ChevronRight, Ellipsis, Plus } from 'lucide-react'
import { memo, type ReactNode, useRef, useState } from 'react'
import { isFree } from '../../config/schema/specs'
import type { Refusal } from '../../core/parsed'
import { printPath } from '../../core/path'
import { useMessages, useWords } from '../../i18n/I18n'
import { insertKey } from '../../state/edits'
import { useAppState, useStore } from '../../state/store-context'
import { isInside } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'
import { Button } from '../../ui/Button'
import { TextInput } from '../../ui/TextInput'
import styles from '../Form.module.css'
import { useFieldView, useFold, useHere, useIsBroken } from '../use-field'
import { FieldRow } from './FieldRow'
import { HelpLine } from './HelpLine'
import { ListField } from './ListField'
import { RowIssues } from './RowIssues'
import { RowMenu } from './RowMenu'
import { useStretch } from './use-stretch'
import { WhenNear } from './WhenNear'

/** A larger group is folded until it is opened. */
const openSize = 160
/** Of a long map, this many keys are shown at first. */
const firstKeys = 80

/** Any place, made when it is near what is seen. */
function FormField({ node }: { node: FormNode }) {
  const words = useWords()
  const label =
    (node.spec === null ? undefined : words.fields.get(node.spec.id)?.label) ?? printPath(node.path.slice(-1))
  return (
    <WhenNear node={node} label={label}>
      {renderField}
    </WhenNear>
  )
}

/** Any place, by its shape. */
function renderField(node: FormNode): ReactNode {
  if (node.shape === 'dict') return <DictField node={node} />
  return node.shape === 'list' ? <ListField node={node} renderNested={renderNested} /> : <FieldRow node={node} />
}

const itemTitle = (item: FormNode): string => `#${Number(item.path.at(-1)) + 1}`

const renderNested = (item: FormNode): ReactNode => (
  <WhenNear node={item} label={itemTitle(item)}>
    {renderItem}
  </WhenNear>
)

const renderItem = (item: FormNode): ReactNode =>
  item.shape === 'dict' ? <DictField node={item} title={itemTitle(item)} /> : renderField(item)

/** A group of keys that folds. An absent one is folded until it is wanted. */
const DictField = memo(function DictField({ node, title }: { node: FormNode; title?: string }) {
  const messages = useMessages()
  const words = useWords()
  const view = useFieldView(node.key)
  const readOnly = useIsBroken() || view.via !== null
  const row = useRef<HTMLDivElement>(null)
  useHere(node.path, row)
  const holdsFocus = useAppState((state) => isInside(state, node.path))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [open, toggle] = useFold(node.present && node.size <= openSize, holdsFocus)
  const own = node.spec === null ? undefined : words.fields.get(node.spec.id)
  const key = printPath(node.path.slice(-1))
  const label = title ?? own?.label ?? key
  const count = node.children.filter((child) => child.present).length
  return (
    <div ref={row} data-path={printPath(node.path)} data-state={view.state}>
      <div className={styles.nestedHead}>
        <button type="button" className={styles.fold} aria-expanded={open} onClick={toggle}>
          <ChevronRight size={14} aria-hidden />
          <span className={styles.nestedTitle}>{label}</span>
          {own !== undefined && title === undefined && <span className={styles.key}>{key}</span>}
          <span className={styles.summary}>
            {node.present
              ? view.state === 'null'
                ? messages.form.isNull
                : messages.form.keys(count)
              : messages.form.unset}
          </span>
        </button>
        <span className={styles.spacer} />
        <RowMenu
          node={node}
          view={view}
          label={messages.form.actions(label)}
          icon={<Ellipsis size={14} />}
          readOnly={readOnly}
          refused={setRefusal}
        />
      </div>
      <RowIssues issues={view.issues} refusal={refusal} readOnly={readOnly} refused={setRefusal} />
      {open && (
        <div className={styles.nested}>
          {title === undefined && (
            <div className={styles.help}>
              <HelpLine node={node} readOnly={readOnly} refused={setRefusal} whole />
            </div>
          )}
          <Fields nodes={node.children} />
          {(node.spec === null || isFree(node.path)) && <AddKey node={node} readOnly={readOnly} />}
        </div>
      )}
    </div>
  )
})

/** Fields in order; absent advanced ones behind "N more". */
export function Fields({
  nodes,
  alsoFolded = noNodes,
}: {
  nodes: readonly FormNode[]
  alsoFolded?: readonly FormNode[]
}) {
  const messages = useMessages()
  const wanted = useAppState(
    (state) =>
      alsoFolded.find((node) => isInside(state, node.path))?.key ??
      nodes.find((node) => isFoldedNode(node) && isInside(state, node.path))?.key ??
      null,
  )
  const main = nodes.filter((node) => !isFoldedNode(node))
  const stretch = useStretch(main, firstKeys)
  const folded = [...nodes.filter(isFoldedNode), ...alsoFolded]
  const [isOpen, toggle] = useFold(false, wanted !== null)
  return (
    <>
      {stretch.first.map((node) => (
        <FormField key={node.key} node={node} />
      ))}
      {stretch.next > 0 && (
        <Button variant="ghost" size="small" className={styles.more} onClick={stretch.showMore}>
          {messages.form.showMore(stretch.next, stretch.left)}
        </Button>
      )}
      {stretch.sought.map((node) => (
        <FormField key={node.key} node={node} />
      ))}
      {folded.length > 0 && (
        <Button variant="ghost" size="small" className={styles.more} aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? messages.form.fewer : messages.form.more(folded.length)}
        </Button>
      )}
      {isOpen && folded.map((node) => <FormField key={node.key} node={node} />)}
    </>
  )
}

const noNodes: readonly FormNode[] = []
/** True for a field that stands open; the others are behind "N more". */
export const isShown = (node: FormNode): boolean => !isFoldedNode(node)
const isFoldedNode = (node: FormNode): boolean =>
  !node.present && (node.spec?.meta.advanced === true || node.shape === 'dict')

/** A new key of a map whose keys are free. */
export function AddKey({ node, readOnly }: { node: Pick<FormNode, 'path'>; readOnly: boolean }) {
  const { form, refusals } = useMessages()
  const store = useStore()
  const [name, setName] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (name === null)
    return (
      <Button variant="ghost" size="small" className={styles.more} disabled={readOnly} onClick={() => setName('')}>
        <Plus size={14} aria-hidden /> {form.addKey}
      </Button>
    )
  const submit = () => {
    const refused = insertKey(store, node.path, /^-?\d+$/.test(name) ? Number(name) : name, 'null')
    setRefusal(refused)
    if (refused === null) setName(null)
  }
  return (
    <form
      className={styles.addRow}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        mono
        autoFocus
        value={name}
        placeholder={form.newKey}
        aria-label={form.newKey}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setName(null)}
      />
      <Button type="submit" size="small" disabled={name === ''}>
        {form.add}
      </Button>
      {refusal !== null && <span className={styles.issue}>{refusals[refusal]}</span>}
    </form>
  )
}
