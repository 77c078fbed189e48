import type { Reference } from '../../core/omegaconf/references'
import { type PathKey, pathKey, printPath } from '../../core/path'
import styles from '../References.module.css'

/** The values that hold some references, each with its text. */
export function referrersOf(references: readonly Reference[]): readonly Reference[] {
  const byPlace = new Map<PathKey, Reference>()
  for (const reference of references) byPlace.set(pathKey(reference.referrer.path), reference)
  return [...byPlace.values()]
}

/** The list of them. */
export const ReferenceList = ({ referrers }: { referrers: readonly Reference[] }) => (
  <ul className={styles.referrers}>
    {referrers.map(({ referrer }) => (
      <li key={pathKey(referrer.path)} className={styles.referrer}>
        <span>{printPath(referrer.path)}</span>
        <span>{referrer.scalar?.t === 'str' ? referrer.scalar.v : ''}</span>
      </li>
    ))}
  </ul>
)
