import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { classes } from './classes'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'secondary' | 'ghost'
  readonly size?: 'small' | 'medium'
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ variant = 'secondary', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  const own = classes(styles.button, styles[variant], size === 'small' && styles.small, className)
  return <button type={type} className={own} {...rest} />
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  /** What it does; read out, and shown on hover. */
  readonly label: string
  readonly icon: ReactNode
  readonly pressed?: boolean
  /** The key for it, shown with the label. */
  readonly shortcut?: string
}

export function IconButton({
  label,
  icon,
  pressed,
  shortcut,
  variant = 'ghost',
  size = 'medium',
  className,
  ...rest
}: IconButtonProps) {
  const own = classes(
    styles.button,
    styles[variant],
    styles.icon,
    size === 'small' && styles.small,
    pressed && styles.pressed,
    className,
  )
  const title = shortcut === undefined ? label : `${label}  ${shortcut}`
  return (
    <button type="button" className={own} aria-label={label} aria-pressed={pressed} title={title} {...rest}>
      {icon}
    </button>
  )
}
