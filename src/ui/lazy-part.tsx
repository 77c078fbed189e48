import { Component, type ComponentType, createContext, type ReactNode, use, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { withStyles } from '../boot/lost-styles'
import { fetchedOnce, NotLoaded } from '../boot/not-loaded'
import { Banner } from './Banner'
import { Button } from './Button'
import styles from './lazy-part.module.css'

/** What is said where a part of the app could not be loaded, and the ways out; the app gives them. */
export interface PartHelp {
  readonly failed: string
  readonly replaced: string
  readonly again: string
  readonly reload: string
  readonly reloadNew: string
  readonly close: string
  /** True when the server has a newer build, so that trying again is of no use. */
  readonly isReplaced: () => Promise<boolean>
  readonly reloadFresh: () => Promise<void>
}

export const PartContext = createContext<PartHelp | null>(null)

/**
 * A component that is fetched when it is first shown; render it inside `Suspense`. What cannot be had is said in its place, with the way to
 * try again. A popup or dialog has no place: it says how it is closed, and the sentence stands at the edge of the window.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  close?: (props: P) => void,
): ComponentType<P> {
  const fetched = fetchedOnce(() => withStyles(load))
  return (props) => (
    <PartBoundary close={close === undefined ? null : () => close(props)}>
      <Fetched part={fetched} props={props} />
    </PartBoundary>
  )
}

/** The part itself; suspends until it is there. */
function Fetched<P extends object>({
  part,
  props,
}: {
  part: () => Promise<{ default: ComponentType<P> }>
  props: P
}): ReactNode {
  const { default: Part } = use(part())
  return <Part {...props} />
}

interface BoundaryProps {
  /** For what floats: closes it. */
  readonly close?: (() => void) | null
  readonly children: ReactNode
}

/** Says that something inside could not be loaded, and tries again; other errors go on to whoever catches them. */
export class PartBoundary extends Component<BoundaryProps, { error: unknown; tries: number }> {
  override state = { error: null as unknown, tries: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error, tries } = this.state
    if (error === null) return this.props.children
    if (!(error instanceof NotLoaded)) throw error
    const again = () => {
      error.forget()
      this.setState({ error: null, tries: tries + 1 })
    }
    return <FailedPart error={error} tries={tries} again={again} close={this.props.close ?? null} />
  }
}

interface FailedProps {
  readonly error: NotLoaded
  readonly tries: number
  readonly again: () => void
  readonly close: (() => void) | null
}

function FailedPart({ error, tries, again, close }: FailedProps) {
  const help = use(PartContext)
  const [replaced, setReplaced] = useState(false)
  useEffect(() => {
    void help?.isReplaced().then(setReplaced)
  }, [help])
  // Whoever opens it the next time has it fetched anew.
  useEffect(() => error.forget, [error])
  if (help === null) return null
  const reload = () => void help.reloadFresh()
  const actions = (
    <>
      {!replaced && (
        <Button size="small" onClick={again}>
          {help.again}
        </Button>
      )}
      {(replaced || tries > 0) && (
        <Button size="small" onClick={reload}>
          {replaced ? help.reloadNew : help.reload}
        </Button>
      )}
    </>
  )
  const text = replaced ? help.replaced : help.failed
  if (close === null)
    return (
      <div className={styles.inPlace}>
        <Banner actions={actions}>{text}</Banner>
      </div>
    )
  return createPortal(
    <div className={styles.floating}>
      <Banner actions={actions} closeLabel={help.close} onClose={close}>
        {text}
      </Banner>
    </div>,
    document.body,
  )
}
