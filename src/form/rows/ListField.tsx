import { ChevronDown, ChevronUp, Ellipsis, Plus, X } from 'lucide-react'
import { Fragment, memo, type ReactNode, useRef, useState } from 'react'
import type { Refusal } from '../../core/parsed'
import { printPath } from '../../core/path'
import { useMessages, useWords } from '../../i18n/I18n'
import { insertItem, moveItem, removeField } from '../../state/edits'
import { useStore } from '../../state/store-context'
import type { FormNode } from '../../state/views/form-tree'
import { Button, IconButton } from '../../ui/Button'
import styles from '../Form.module.css'
import { FieldInput } from '../inputs/FieldInput'
import { useFieldView, useHere, useIsBroken } from '../use-field'
import { HelpLine } from './HelpLine'
import { ResolvedLine } from './ResolvedLine'
import { RowIssues } from './RowIssues'
import { RowMenu } from './RowMenu'
import { type Stretch, useStretch } from './use-stretch'

const firstItems = 50

interface ListFieldProps {
  readonly node: FormNode
  /** How an item that is itself a list or a map is shown. */
  readonly renderNested: (item: FormNode) => ReactNode
}

/** A list: short scalars side by side, longer ones below each other, maps as groups. */
export const ListField = memo(function ListField({ node, renderNested }: ListFieldProps) {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const view = useFieldView(node.key)
  const readOnly = useIsBroken() || view.via !== null
  const row = useRef<HTMLDivElement>(null)
  const here = useHere(node.path, row)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const own = node.spec === null ? undefined : words.fields.get(node.spec.id)
  const label = own?.label ?? printPath(node.path.slice(-1))
  const nested = node.children.some((child) => child.shape !== 'value')
  const stretch = useStretch(node.children, firstItems)
  const add = () => setRefusal(insertItem(store, node.path, node.children.length, newItem(node)))
  if (nested)
    return (
      <div ref={row} data-path={printPath(node.path)} data-state={view.state}>
        <div className={styles.nestedHead}>
          <span className={styles.nestedTitle}>{label}</span>
          {own !== undefined && <span className={styles.key}>{printPath(node.path.slice(-1))}</span>}
          <span className={styles.summary}>{messages.form.items(node.children.length)}</span>
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
        <div className={styles.nested}>
          <div className={styles.help}>
            <HelpLine node={node} readOnly={readOnly} refused={setRefusal} whole />
          </div>
          {stretch.first.map((child) => (
            <Fragment key={child.key}>{renderNested(child)}</Fragment>
          ))}
          <MoreItems stretch={stretch} add={add} readOnly={readOnly} />
          {stretch.sought.map((child) => (
            <Fragment key={child.key}>{renderNested(child)}</Fragment>
          ))}
        </div>
      </div>
    )
  const body = (
    <>
      {node.children.length === 0 && (
        <span className={styles.state}>{view.present ? messages.form.emptyList : messages.form.unset}</span>
      )}
      {stretch.first.map((child) => (
        <ListItem key={child.key} node={child} count={node.children.length} readOnly={readOnly} refused={setRefusal} />
      ))}
      <MoreItems stretch={stretch} add={add} readOnly={readOnly} />
      {stretch.sought.map((child) => (
        <ListItem key={child.key} node={child} count={node.children.length} readOnly={readOnly} refused={setRefusal} />
      ))}
    </>
  )
  return (
    <div
      ref={row}
      className={styles.row}
      data-path={printPath(node.path)}
      data-state={view.state}
      data-changed={view.changed}
      data-here={here}
    >
      <div className={styles.label}>
        <span className={styles.labelText}>{label}</span>
        {own !== undefined && <span className={styles.key}>{printPath(node.path.slice(-1))}</span>}
      </div>
      <fieldset
        className={isInline(node) ? `${styles.items} ${styles.itemsInline}` : styles.items}
        style={{ border: 0, margin: 0, padding: 0 }}
        aria-label={label}
      >
        {body}
      </fieldset>
      <div className={styles.actions}>
        <RowMenu
          node={node}
          view={view}
          label={messages.form.actions(label)}
          icon={<Ellipsis size={14} />}
          readOnly={readOnly}
          refused={setRefusal}
        />
      </div>
      <div className={styles.help}>
        <RowIssues issues={view.issues} refusal={refusal} readOnly={readOnly} refused={setRefusal} />
        <HelpLine node={node} readOnly={readOnly} refused={setRefusal} />
      </div>
    </div>
  )
})

interface MoreItemsProps {
  readonly stretch: Stretch
  readonly add: () => void
  readonly readOnly: boolean
}

function MoreItems({ stretch, add, readOnly }: MoreItemsProps) {
  const { form } = useMessages()
  return (
    <>
      {stretch.next > 0 && (
        <Button variant="ghost" size="small" onClick={stretch.showMore}>
          {form.showMore(stretch.next, stretch.left)}
        </Button>
      )}
      <Button variant="ghost" size="small" disabled={readOnly} onClick={add}>
        <Plus size={14} aria-hidden /> {form.addItem}
      </Button>
    </>
  )
}

/** Numbers and the like fit side by side. */
function isInline(node: FormNode): boolean {
  const item = node.spec?.accepts.find((accept) => accept.kind === 'list')?.item
  const kinds = item?.accepts.map(({ kind }) => kind) ?? []
  return (
    kinds.length > 0 && kinds.every((kind) => kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'null')
  )
}

/** What a new item starts as: like its neighbours, so that its control fits. */
function newItem(node: FormNode): string {
  const item = node.spec?.accepts.find((accept) => accept.kind === 'list')?.item
  const kinds = item?.accepts.map(({ kind }) => kind) ?? []
  if (kinds.includes('dict') || node.children.at(-1)?.shape === 'dict') return '{}'
  if (kinds.includes('string')) return "''"
  return kinds.includes('int') || kinds.includes('float') ? '0' : 'null'
}

function ListItem({
  node,
  count,
  readOnly,
  refused,
}: {
  node: FormNode
  count: number
  readOnly: boolean
  refused: (refusal: Refusal | null) => void
}) {
  const { form } = useMessages()
  const store = useStore()
  const view = useFieldView(node.key)
  const row = useRef<HTMLDivElement>(null)
  useHere(node.path, row)
  const at = Number(node.path.at(-1))
  const list = node.path.slice(0, -1)
  const label = form.item(at + 1)
  return (
    <div ref={row} className={styles.item} data-path={printPath(node.path)} data-state={view.state}>
      <FieldInput
        id={`item${node.key}`}
        path={node.path}
        spec={node.spec}
        view={view}
        label={label}
        readOnly={readOnly}
        refused={refused}
      />
      <span className={styles.itemActions}>
        <IconButton
          size="small"
          label={`${form.moveUp}: ${label}`}
          icon={<ChevronUp size={13} />}
          disabled={readOnly || at === 0}
          onClick={() => refused(moveItem(store, list, at, at - 1))}
        />
        <IconButton
          size="small"
          label={`${form.moveDown}: ${label}`}
          icon={<ChevronDown size={13} />}
          disabled={readOnly || at === count - 1}
          onClick={() => refused(moveItem(store, list, at, at + 1))}
        />
        <IconButton
          size="small"
          label={form.removeKey(label)}
          icon={<X size={13} />}
          disabled={readOnly}
          onClick={() => refused(removeField(store, node.path))}
        />
      </span>
      {view.state === 'interpolated' && (
        <div className={styles.itemAnswer}>
          <ResolvedLine node={node} />
        </div>
      )}
    </div>
  )
}
