import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { classes } from './classes'
import { Spinner } from './Spinner'
import { tooltip } from './tooltip'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  readonly size?: 'small' | 'medium'
  readonly icon?: ReactNode
  /** Shows a spinner in the icon's place and refuses clicks; the focus stays. */
  readonly busy?: boolean
  /** A toggle's state. */
  readonly pressed?: boolean
  readonly tip?: string
  /** The key for it, shown in the tooltip: `Mod+S`. */
  readonly shortcut?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with a text; for an icon alone there is `IconButton`. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  pressed,
  tip,
  shortcut,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[variant], size === 'small' && styles.small, className)}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...tooltip(tip, shortcut)}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children' | 'tip'> {
  /** What it does; read out, and shown on hover. */
  readonly label: string
  readonly icon: ReactNode
}

/** A square button with an icon and a tooltip. */
export function IconButton({ label, variant = 'ghost', className, ...rest }: IconButtonProps) {
  return (
    <Button variant={variant} aria-label={label} tip={label} className={classes(styles.icon, className)} {...rest} />
  )
}
