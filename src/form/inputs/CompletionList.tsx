import { Popover } from '@base-ui/react/popover'
import { type RefObject, useState } from 'react'
import { useMessages } from '../../i18n/I18n'
import type { Completion } from '../../state/references/reference-completion'
import { onTop } from '../../ui/on-top'
import popup from '../../ui/popup.module.css'
import styles from '../References.module.css'

interface CompletionListProps {
  readonly id: string
  readonly box: RefObject<HTMLInputElement | HTMLTextAreaElement | null>
  readonly options: readonly Completion[]
  readonly active: number
  readonly choose: (option: Completion) => void
  readonly close: () => void
}

/** The keys that fit what is typed, under the box, which keeps the focus and is the combobox. */
export default function CompletionList({ id, box, options, active, choose, close }: CompletionListProps) {
  const { interpolation } = useMessages()
  const [place, setPlace] = useState<HTMLSpanElement | null>(null)
  const noteOf = (option: Completion): string => {
    if (option.kind === 'key') return option.target.shown
    const name = option.insert.slice(0, -1) as keyof typeof interpolation.resolvers
    return option.kind === 'resolver' ? (interpolation.resolvers[name] ?? '') : ''
  }
  const onOpenChange = (_open: boolean, { event }: Popover.Root.ChangeEventDetails) => {
    if (event.target !== box.current) close()
  }
  return (
    <span ref={setPlace} className={popup.place}>
      <Popover.Root open onOpenChange={onOpenChange}>
        <Popover.Portal container={place}>
          <Popover.Positioner
            ref={onTop}
            popover="manual"
            className={popup.layer}
            anchor={box}
            align="start"
            sideOffset={4}
            collisionPadding={8}
            positionMethod="fixed"
          >
            <Popover.Popup
              className={`${popup.popup} ${styles.completion}`}
              role="presentation"
              initialFocus={false}
              finalFocus={false}
            >
              <div role="listbox" id={id} className={styles.options} aria-label={interpolation.completion}>
                {options.map((option, i) => (
                  <button
                    type="button"
                    key={option.insert}
                    id={`${id}-${i}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={i === active}
                    className={styles.option}
                    data-active={i === active}
                    data-fits={option.kind !== 'key' || option.target.fits}
                    ref={(element) => {
                      if (i === active) element?.scrollIntoView({ block: 'nearest' })
                    }}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(option)}
                  >
                    <span className={styles.written}>{option.insert}</span>
                    <span className={option.kind === 'key' ? styles.shown : styles.note}>{noteOf(option)}</span>
                  </button>
                ))}
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </span>
  )
}
