export interface TooltipAttributes {
  readonly 'data-tip'?: string
  readonly 'data-tip-shortcut'?: string | undefined
}

/** Attributes that give any element a tooltip; `TooltipLayer` shows it. `shortcut` as in `Mod+K`. */
export const tooltip = (text: string | undefined, shortcut?: string): TooltipAttributes =>
  text ? { 'data-tip': text, 'data-tip-shortcut': shortcut } : {}

/** What stands in a tooltip, and beside what. */
export interface ShownTooltip {
  readonly anchor: HTMLElement
  readonly text: string
  readonly shortcut: string | undefined
}
