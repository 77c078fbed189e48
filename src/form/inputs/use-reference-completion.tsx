import {
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  type SyntheticEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Path } from '../../core/path'
import type { Completion } from '../../state/references/reference-completion'
import { referenceContext, wordAfter } from '../../state/references/reference-context'
import { useStore } from '../../state/store-context'
import { lazyPart } from '../../ui/lazy-part'
import { stepTo } from '../../ui/list-keys'

const CompletionList = lazyPart(
  () => import('./CompletionList'),
  ({ close }) => close(),
)

/** What finds the completions, fetched when one is first wanted. */
type CompletionLibrary = typeof import('../../state/references/reference-completion')
type Box = HTMLInputElement | HTMLTextAreaElement

/** What of the box is completed: the text in front of the caret, and which of the options is active. */
interface Open {
  readonly before: string
  readonly active: number
}

const most = 60

/**
 * Completion of keys inside `${…}` in a text box: a list under it while something is typed there, or on Ctrl+Space. `changed` is told
 * of the box once a choice has been written into it. Spread `props` on the box and render `popup` beside it.
 */
export function useReferenceCompletion(path: Path, changed: (box: Box) => void): { props: object; popup: ReactNode } {
  const box = useRef<Box | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const id = useId()
  const store = useStore()
  const [library, setLibrary] = useState<CompletionLibrary | null>(null)
  const options = useMemo(() => {
    const context = open === null ? null : referenceContext(open.before)
    if (context === null || library === null) return []
    return library.matching(library.completionsIn(store.shown(), path, context), context.typed).slice(0, most)
  }, [store, path, open, library])
  const show = (element: Box) => {
    box.current = element
    const before = element.value.slice(0, element.selectionStart ?? 0)
    const isInside = referenceContext(before) !== null && !element.readOnly
    setOpen(isInside ? { before, active: 0 } : null)
    if (isInside && library === null)
      import('../../state/references/reference-completion').then(setLibrary, () => undefined)
  }
  const choose = (option: Completion) => {
    if (box.current === null || open === null) return
    complete(box.current, option)
    changed(box.current)
    if (option.kind === 'resolver') show(box.current)
    else setOpen(null)
  }
  /** What the keys do in an open list; Escape closes nothing else. */
  const walk = (event: KeyboardEvent<Box>, active: Completion, now: Open) => {
    // Gone before the focus moves on, or the list would be the next to have it.
    if (event.key === 'Tab') return setOpen(null)
    const isEscape = event.key === 'Escape'
    const next = event.key.startsWith('Arrow') ? stepTo(event.key, now.active, options.length) : null
    if (next === null && event.key !== 'Enter' && !isEscape) return
    event.preventDefault()
    if (isEscape) event.stopPropagation()
    if (isEscape) setOpen(null)
    else if (next === null) choose(active)
    else setOpen({ ...now, active: next })
  }
  const isOpen = open !== null && options.length > 0
  const props = {
    onInput: ({ currentTarget }: SyntheticEvent<Box>) => show(currentTarget),
    onSelect: ({ currentTarget }: SyntheticEvent<Box>) => {
      const { value, selectionStart } = currentTarget
      if (open !== null && value.slice(0, selectionStart ?? 0) !== open.before) show(currentTarget)
    },
    onBlurCapture: () => setOpen(null),
    onKeyDown: (event: KeyboardEvent<Box>) => {
      if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault()
        return show(event.currentTarget)
      }
      const active = options[open?.active ?? 0]
      if (!isOpen || active === undefined || event.nativeEvent.isComposing) return
      walk(event, active, open)
    },
    ...(isOpen && {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': true,
      'aria-controls': id,
      'aria-activedescendant': `${id}-${open.active}`,
    }),
  }
  const popup = isOpen && (
    <Suspense fallback={null}>
      <CompletionList
        id={id}
        box={box}
        options={options}
        active={open.active}
        choose={choose}
        close={() => setOpen(null)}
      />
    </Suspense>
  )
  return { props, popup }
}

/** Writes a choice in the place of the word at the caret, closes the brace, and leaves the caret where typing goes on. */
function complete(box: Box, { insert, kind }: Completion): void {
  const caret = box.selectionStart ?? 0
  const before = box.value.slice(0, caret)
  const start = before.slice(0, caret - (referenceContext(before)?.typed.length ?? 0)) + insert
  const rest = box.value.slice(caret + wordAfter(box.value.slice(caret)).length)
  const isClosed = /^\s*[}:,'"]/.test(rest)
  box.value = start + (isClosed ? '' : '}') + rest
  const end = start.length + (kind === 'resolver' || (!rest.startsWith('}') && isClosed) ? 0 : 1)
  box.setSelectionRange(end, end)
}
