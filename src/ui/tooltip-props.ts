export interface TooltipProps {
  readonly 'data-tooltip'?: string
  readonly 'data-tooltip-keys'?: string
  readonly 'data-tooltip-side'?: 'top' | 'bottom' | 'left' | 'right'
}

/** Attributes that give any element a tooltip, shown by `TooltipLayer`; `keys` is a shortcut such as `Mod+K`. */
export const tooltip = (
  text: string | undefined,
  keys?: string,
  side?: TooltipProps['data-tooltip-side'],
): TooltipProps => (text ? { 'data-tooltip': text, 'data-tooltip-keys': keys, 'data-tooltip-side': side } : {})
