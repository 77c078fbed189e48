import { Ellipsis, Undo2 } from 'lucide-react'
import { memo, useId, useRef, useState } from 'react'
import { decides } from '../../config/context/choice'
import type { Issue } from '../../core/issue'
import type { Refusal } from '../../core/parsed'
import { printPath } from '../../core/path'
import { useMessages, useWords } from '../../i18n/I18n'
import { removeField, setField } from '../../state/edits'
import { useStore } from '../../state/store-context'
import type { FormNode } from '../../state/views/form-tree'
import { IconButton } from '../../ui/Button'
import styles from '../Form.module.css'
import { FieldInput } from '../inputs/FieldInput'
import { useFieldView, useHere, useIsBroken } from '../use-field'
import { ChoiceNotice } from './ChoiceNotice'
import { ClassWords } from './ClassWords'
import { HelpLine } from './HelpLine'
import { ResolvedLine } from './ResolvedLine'
import { RowIssues } from './RowIssues'
import { RowMenu } from './RowMenu'

const saysWhy = ({ code }: Issue): boolean => /^interpolation|^unresolved-here$/.test(code)

/** One value: label, control, unit, state, help, issues. */
export const FieldRow = memo(function FieldRow({ node }: { node: FormNode }) {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const view = useFieldView(node.key)
  const readOnly = useIsBroken() || view.via !== null
  const row = useRef<HTMLDivElement>(null)
  const here = useHere(node.path, row)
  const helpId = useId()
  const inputId = useId()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const own = node.spec === null ? undefined : words.fields.get(node.spec.id)
  const written = printPath(node.path)
  const key = printPath(node.path.slice(-1))
  const label = own?.label ?? key
  const unit = node.spec?.meta.unit
  const revert = () =>
    setRefusal(
      view.openedSource === null
        ? removeField(store, node.path)
        : setField(store, node.path, view.openedSource === '' ? 'null' : view.openedSource),
    )
  const changedHint =
    view.openedSource === null
      ? messages.form.added
      : messages.form.changed(view.openedSource === '' ? messages.form.isNull : view.openedSource)
  return (
    <div
      ref={row}
      className={styles.row}
      data-path={written}
      data-state={view.state}
      data-changed={view.changed}
      data-here={here}
    >
      <div className={styles.label}>
        <label className={styles.labelText} htmlFor={inputId}>
          {label}
        </label>
        {own !== undefined && (
          <span className={styles.key} title={written}>
            {key}
          </span>
        )}
      </div>
      <div className={styles.control}>
        <FieldInput
          id={inputId}
          path={node.path}
          spec={node.spec}
          view={view}
          label={label}
          readOnly={readOnly}
          describedBy={helpId}
          refused={setRefusal}
        />
        {unit !== undefined && <span className={styles.unit}>{words.units.get(unit) ?? unit}</span>}
        {view.state === 'missing' && <span className={styles.state}>{messages.form.missingValue}</span>}
      </div>
      <div className={styles.actions}>
        {view.changed && (
          <IconButton
            size="small"
            label={`${messages.form.revert}. ${changedHint}`}
            icon={<Undo2 size={14} />}
            disabled={readOnly}
            onClick={revert}
          />
        )}
        <RowMenu
          node={node}
          view={view}
          label={messages.form.actions(label)}
          icon={<Ellipsis size={14} />}
          readOnly={readOnly}
          refused={setRefusal}
        />
      </div>
      <div className={styles.help} id={helpId}>
        {view.state === 'interpolated' && <ResolvedLine node={node} isSaid={view.issues.some(saysWhy)} />}
        <RowIssues issues={view.issues} refusal={refusal} readOnly={readOnly} refused={setRefusal} />
        {node.spec !== null && decides(node.spec) && (
          <ChoiceNotice node={node} view={view} readOnly={readOnly} refused={setRefusal} />
        )}
        {node.spec?.meta.control === 'class' && view.scalar?.t === 'str' && (
          <ClassWords id={node.spec.id} name={view.scalar.v} />
        )}
        <HelpLine node={node} readOnly={readOnly} refused={setRefusal} />
      </div>
    </div>
  )
})
