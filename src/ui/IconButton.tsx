import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './Button'
import styles from './Button.module.css'
import { cx } from './cx'

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'iconEnd' | 'children' | 'aria-label'> {
  /** The accessible name; also the tooltip, unless `tip` says more. */
  readonly label: string
  readonly icon: ReactNode
  /** A small mark on the corner, such as a count or a dot. */
  readonly mark?: ReactNode
}

/** A square button with an icon. */
export function IconButton({ label, icon, mark, tip = label, variant = 'ghost', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      tip={tip}
      icon={icon}
      iconEnd={mark}
      className={cx(styles.square, className)}
    />
  )
}
