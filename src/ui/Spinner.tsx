import styles from './Spinner.module.css'

/** A busy mark; without `label` it is decoration beside a text that says so. */
export const Spinner = ({ label }: { label?: string }) =>
  label ? <span role="status" aria-label={label} className={styles.spinner} /> : <span className={styles.spinner} />
