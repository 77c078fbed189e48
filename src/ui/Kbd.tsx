import styles from './Kbd.module.css'
import { keyCaps } from './keys'

/** A shortcut such as `Mod+Shift+Z` as key caps. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
