import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { AppState } from '../../state/store'
import { useAppState } from '../../state/store-context'
import { isInside } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'
import styles from '../Form.module.css'

/** Rows so many pixels above and below what is seen are there already. */
const margin = 600
/** About what a row takes, in pixels, before it was ever shown; then it keeps its own height. */
const rowHeight = 58

interface Nearness {
  /** Tells whenever the element comes near what is seen, or leaves; returns how to stop. */
  readonly watch: (element: Element, tell: (isNear: boolean) => void) => () => void
  readonly isNear: (element: Element) => boolean
  /** True while the page is printed: everything is shown. */
  readonly isPrinting: boolean
}

const NearContext = createContext<Nearness | null>(null)

/** Rows within are made only when they are near the part of `scroller` that is seen, or when the page is printed. */
export function NearRows({ scroller, children }: { scroller: RefObject<Element | null>; children: ReactNode }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const set = (printing: boolean) => () => flushSync(() => setPrinting(printing))
    const [begin, end] = [set(true), set(false)]
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  const watching = useRef<{ observer: IntersectionObserver; tells: Map<Element, (isNear: boolean) => void> } | null>(
    null,
  )
  useEffect(() => () => watching.current?.observer.disconnect(), [])
  const watch = useCallback(
    (element: Element, tell: (isNear: boolean) => void) => {
      if (typeof IntersectionObserver === 'undefined') return () => undefined
      watching.current ??= observe(scroller.current)
      const { observer, tells } = watching.current
      tells.set(element, tell)
      observer.observe(element)
      return () => {
        tells.delete(element)
        observer.unobserve(element)
      }
    },
    [scroller],
  )
  const isNear = useCallback(
    (element: Element) => {
      const seen = scroller.current?.getBoundingClientRect()
      const own = element.getBoundingClientRect()
      return seen === undefined || (own.bottom > seen.top - margin && own.top < seen.bottom + margin)
    },
    [scroller],
  )
  const nearness = useMemo(() => ({ watch, isNear, isPrinting }), [watch, isNear, isPrinting])
  return <NearContext value={nearness}>{children}</NearContext>
}

/** Without an observer (a page that has no layout) every row is near. */
function observe(root: Element | null) {
  const tells = new Map<Element, (isNear: boolean) => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tells.get(target)?.(isIntersecting)
    },
    { root, rootMargin: `${margin}px 0px` },
  )
  return { observer, tells }
}

interface WhenNearProps {
  readonly node: FormNode
  readonly label: string
  readonly children: (node: FormNode) => ReactNode
}

/**
 * The row of a place, while it is near what is seen or the user is sent to it; elsewhere its name in a box of its height. A row that the
 * user has been in stays, with all that is open or typed in it.
 */
export function WhenNear({ node, label, children }: WhenNearProps) {
  const near = use(NearContext)
  if (near === null) throw new Error('NearRows is missing')
  const { watch, isNear: isNearNow } = near
  const box = useRef<HTMLDivElement>(null)
  const height = useRef<number | null>(null)
  const [isNear, setNear] = useState(false)
  const [isVisited, setVisited] = useState(false)
  const isSought = useAppState(useCallback((state: AppState) => isInside(state, node.path), [node.path]))
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    if (isNearNow(element)) setNear(true)
    const visit = () => setVisited(true)
    element.addEventListener('focusin', visit)
    const stop = watch(element, (now) => {
      if (!now) height.current = element.offsetHeight
      setNear(now)
    })
    return () => {
      stop()
      element.removeEventListener('focusin', visit)
    }
  }, [watch, isNearNow])
  const isShown = isNear || isSought || isVisited || near.isPrinting
  return (
    <div
      ref={box}
      style={isShown ? undefined : { height: height.current ?? estimate(node) }}
      className={isShown ? undefined : styles.far}
    >
      {isShown ? children(node) : label}
    </div>
  )
}

/** Pixels that a row takes, with the rows within. */
const estimate = ({ shape, size }: FormNode): number => (shape === 'dict' ? Math.min(size, 40) : 1) * rowHeight
