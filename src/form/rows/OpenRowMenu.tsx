import type { RefObject } from 'react'
import type { Literal } from '../../config/schema/field'
import { referencesTo } from '../../core/omegaconf/references'
import type { Refusal } from '../../core/parsed'
import { printPath } from '../../core/path'
import { scalarSource, textSource } from '../../core/yaml/scalar'
import { useMessages } from '../../i18n/I18n'
import { reasonSentence } from '../../i18n/interpolation-sentence'
import { insertItem, moveItem, removeField, setField } from '../../state/edits'
import { unlink } from '../../state/references/reference-edits'
import { useStore } from '../../state/store-context'
import type { FieldView } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'
import { Menu } from '../../ui/Menu'
import type { MenuItem } from '../../ui/menu-item'
import { useNotices } from '../../ui/notices'
import type { RowDialog, RowMenuProps } from './row-menu-props'

interface OpenMenuProps extends Omit<RowMenuProps, 'icon' | 'readOnly'> {
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly close: () => void
  readonly ask: (dialog: RowDialog) => void
}

/** The menu of a place, made when it is opened. */
export default function OpenRowMenu({ node, view, label, refused, anchor, close, ask }: OpenMenuProps) {
  const { form } = useMessages()
  const store = useStore()
  const { path } = node
  const step = path.at(-1)
  const set = (source: string) => refused(setField(store, path, source))
  const fallback = node.spec?.meta.default
  const items: MenuItem[] = []
  if (fallback !== undefined && fallback !== null)
    items.push({
      id: 'default',
      label: form.setDefault(sourceOfLiteral(fallback)),
      run: () => set(sourceOfLiteral(fallback)),
    })
  items.push(...useReferenceItems(node, view, refused, ask))
  if (view.state !== 'null' || !view.present) items.push({ id: 'null', label: form.setNull, run: () => set('null') })
  if (view.state !== 'missing') items.push({ id: 'missing', label: form.setMissing, run: () => set(textSource('???')) })
  if (view.present && typeof step === 'string')
    items.push({ id: 'rename', label: form.rename, separated: true, run: () => ask('rename') })
  if (view.present && typeof step === 'number') items.push(...itemMoves(node, form, store, refused))
  if (view.present)
    items.push({
      id: 'remove',
      label: form.remove,
      aside: printPath(path.slice(-1)),
      separated: typeof step !== 'string',
      run: () => {
        if (referencesTo(store.getState().doc.parsed, path).length > 0) ask('remove')
        else refused(removeField(store, path))
      },
    })
  return <Menu items={items} open onOpenChange={(open) => !open && close()} anchor={anchor} align="end" label={label} />
}

/** A literal becomes a reference to another key, a reference the value that it has. */
function useReferenceItems(
  { path }: FormNode,
  view: FieldView,
  refused: (refusal: Refusal | null) => void,
  ask: (dialog: RowDialog) => void,
): MenuItem[] {
  const messages = useMessages()
  const { interpolation } = messages
  const { notify } = useNotices()
  const store = useStore()
  const run = () => {
    const failed = unlink(store, path)
    refused(failed !== null && 'refusal' in failed ? failed.refusal : null)
    if (failed === null || 'refusal' in failed) return
    const reason = reasonSentence(failed.facts, messages)
    notify({ text: interpolation.unlinkRefused(reason), level: 'error' })
  }
  const items: MenuItem[] = [{ id: 'link', label: interpolation.link, run: () => ask('link') }]
  return view.state === 'interpolated' ? [{ id: 'unlink', label: interpolation.unlink, run }, ...items] : items
}

function itemMoves(
  node: FormNode,
  form: ReturnType<typeof useMessages>['form'],
  store: ReturnType<typeof useStore>,
  refused: (refusal: Refusal | null) => void,
): MenuItem[] {
  const list = node.path.slice(0, -1)
  const at = Number(node.path.at(-1))
  return [
    {
      id: 'up',
      label: form.moveUp,
      separated: true,
      disabled: at === 0,
      run: () => refused(moveItem(store, list, at, at - 1)),
    },
    { id: 'down', label: form.moveDown, run: () => refused(moveItem(store, list, at, at + 1)) },
    { id: 'insert', label: form.insertBefore, run: () => refused(insertItem(store, list, at, 'null')) },
  ]
}

/** A default as YAML source. */
function sourceOfLiteral(value: Literal): string {
  if (typeof value === 'string') return scalarSource({ t: 'str', v: value })
  return JSON.stringify(value)
}
