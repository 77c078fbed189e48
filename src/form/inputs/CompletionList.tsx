import type { RefObject } from 'react'
import { useMessages } from '../../i18n/I18n'
import type { Completion } from '../../state/references/reference-completion'
import { Popup } from '../../ui/Popup'
import styles from '../References.module.css'

interface CompletionListProps {
  readonly id: string
  readonly box: RefObject<HTMLInputElement | HTMLTextAreaElement | null>
  readonly options: readonly Completion[]
  readonly active: number
  readonly choose: (option: Completion) => void
  readonly close: () => void
}

/** The keys that fit what is typed, under the box. */
export default function CompletionList({ id, box, options, active, choose, close }: CompletionListProps) {
  const { interpolation } = useMessages()
  const noteOf = (option: Completion): string => {
    if (option.kind === 'key') return option.target.shown
    const name = option.insert.slice(0, -1) as keyof typeof interpolation.resolvers
    return option.kind === 'resolver' ? (interpolation.resolvers[name] ?? '') : ''
  }
  return (
    <Popup anchor={box} matchWidth onClose={close}>
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
    </Popup>
  )
}
