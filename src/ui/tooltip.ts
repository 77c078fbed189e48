export interface TooltipAttributes {
  readonly 'data-tip'?: string
  readonly 'data-tip-shortcut'?: string | undefined
}

/** Attributes that give any element a tooltip; `TooltipLayer` shows it. `shortcut` as in `Mod+K`. */
export const tooltip = (text: string | undefined, shortcut?: string): TooltipAttributes =>
  text ? { 'data-tip': text, 'data-tip-shortcut': shortcut } : {}
