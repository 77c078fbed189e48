import type { Reference } from '../../core/omegaconf/references'
import { type PathKey, pathKey, printPath } from '../../core/path'
import styles from '../References.module.css'

/** The values that hold some references, each with its text. */
export function holdersOf(references: readonly Reference[]): readonly Reference[] {
  const byPlace = new Map<PathKey, Reference>()
  for (const reference of references) byPlace.set(pathKey(reference.holder.path), reference)
  return [...byPlace.values()]
}

/** The list of them. */
export const Holders = ({ holders }: { holders: readonly Reference[] }) => (
  <ul className={styles.holders}>
    {holders.map(({ holder }) => (
      <li key={pathKey(holder.path)} className={styles.holder}>
        <span>{printPath(holder.path)}</span>
        <span>{holder.scalar?.t === 'str' ? holder.scalar.v : ''}</span>
      </li>
    ))}
  </ul>
)
