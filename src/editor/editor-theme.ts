import { readToken } from '../theme/theme'
import { monaco } from './monaco'

/** There is one theme; it is defined anew when the page's colours change. */
export const editorThemeName = 'page'

const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const full = (colour: string): string => (colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour)

type Token = readonly [name: `--${string}`, light: string, dark: string]

/** Monaco's colours by the page's tokens, with what stands in where a token is missing. */
const colourTokens: Readonly<Record<string, Token>> = {
  'editor.background': ['--bg', '#ffffff', '#14161b'],
  'editor.foreground': ['--syntax-string', '#1b1f27', '#e6e9ef'],
  'editorLineNumber.foreground': ['--border-strong', '#858d9a', '#69728a'],
  'editorLineNumber.activeForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'editorCursor.foreground': ['--accent', '#2f5fd0', '#8aabff'],
  'editor.lineHighlightBackground': ['--bg-sunken', '#f6f7f9', '#0f1115'],
  'editor.selectionBackground': ['--accent-line', '#b4c8f3', '#34497f'],
  'editor.inactiveSelectionBackground': ['--accent-soft', '#e9effc', '#1b2745'],
  'editor.selectionHighlightBackground': ['--bg-active', '#e4e7ec', '#2a2f3a'],
  'editor.findMatchBackground': ['--warning-line', '#ecd29d', '#62502a'],
  'editor.findMatchHighlightBackground': ['--warning-soft', '#fdf4e2', '#302713'],
  'editor.findMatchHighlightBorder': ['--warning-line', '#ecd29d', '#62502a'],
  'editorIndentGuide.background1': ['--border', '#e3e6eb', '#272b35'],
  'editorIndentGuide.activeBackground1': ['--border-medium', '#ccd1d9', '#3b414e'],
  'editorBracketMatch.background': ['--bg-active', '#e4e7ec', '#2a2f3a'],
  'editorBracketMatch.border': ['--border-strong', '#858d9a', '#69728a'],
  'editorError.foreground': ['--error', '#c0292f', '#ff8f8f'],
  'editorWarning.foreground': ['--warning', '#8a5700', '#eebb5c'],
  'editorInfo.foreground': ['--info', '#2563a6', '#83b8f2'],
  'editorLightBulb.foreground': ['--warning', '#8a5700', '#eebb5c'],
  'editorLightBulbAutoFix.foreground': ['--accent', '#2f5fd0', '#8aabff'],
  'editorLink.activeForeground': ['--accent', '#2f5fd0', '#8aabff'],
  'editorWidget.background': ['--bg-raised', '#ffffff', '#1b1e25'],
  'editorWidget.foreground': ['--fg', '#1b1f27', '#e6e9ef'],
  'editorWidget.border': ['--border-medium', '#ccd1d9', '#3b414e'],
  'editorHoverWidget.background': ['--bg-raised', '#ffffff', '#1b1e25'],
  'editorHoverWidget.border': ['--border-medium', '#ccd1d9', '#3b414e'],
  'editorSuggestWidget.background': ['--bg-raised', '#ffffff', '#1b1e25'],
  'editorSuggestWidget.border': ['--border-medium', '#ccd1d9', '#3b414e'],
  'editorSuggestWidget.foreground': ['--fg', '#1b1f27', '#e6e9ef'],
  'editorSuggestWidget.highlightForeground': ['--accent', '#2f5fd0', '#8aabff'],
  'editorSuggestWidget.focusHighlightForeground': ['--accent', '#2f5fd0', '#8aabff'],
  'editorSuggestWidget.selectedBackground': ['--accent-soft', '#e9effc', '#1b2745'],
  'editorSuggestWidget.selectedForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'editorSuggestWidget.selectedIconForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'editorOverviewRuler.border': ['--bg', '#ffffff', '#14161b'],
  'editorGutter.background': ['--bg', '#ffffff', '#14161b'],
  'editorGutter.foldingControlForeground': ['--fg-muted', '#535b69', '#a7afbc'],
  'input.background': ['--bg', '#ffffff', '#14161b'],
  'input.foreground': ['--fg', '#1b1f27', '#e6e9ef'],
  'input.border': ['--border-strong', '#858d9a', '#69728a'],
  'input.placeholderForeground': ['--fg-subtle', '#646b79', '#8d95a5'],
  'inputOption.activeBackground': ['--accent-soft', '#e9effc', '#1b2745'],
  'inputOption.activeForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'inputOption.activeBorder': ['--accent', '#2f5fd0', '#8aabff'],
  focusBorder: ['--accent', '#2f5fd0', '#8aabff'],
  foreground: ['--fg', '#1b1f27', '#e6e9ef'],
  descriptionForeground: ['--fg-muted', '#535b69', '#a7afbc'],
  'icon.foreground': ['--fg-muted', '#535b69', '#a7afbc'],
  'textLink.foreground': ['--accent', '#2f5fd0', '#8aabff'],
  'textLink.activeForeground': ['--accent', '#2f5fd0', '#8aabff'],
  'textCodeBlock.background': ['--bg-sunken', '#f6f7f9', '#0f1115'],
  'menu.background': ['--bg-raised', '#ffffff', '#1b1e25'],
  'menu.foreground': ['--fg', '#1b1f27', '#e6e9ef'],
  'menu.selectionBackground': ['--bg-hover', '#eff1f4', '#20242d'],
  'menu.selectionForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'menu.separatorBackground': ['--border', '#e3e6eb', '#272b35'],
  'menu.border': ['--border-medium', '#ccd1d9', '#3b414e'],
  'list.hoverBackground': ['--bg-hover', '#eff1f4', '#20242d'],
  'list.focusBackground': ['--accent-soft', '#e9effc', '#1b2745'],
  'list.focusForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'list.activeSelectionBackground': ['--accent-soft', '#e9effc', '#1b2745'],
  'list.activeSelectionForeground': ['--fg', '#1b1f27', '#e6e9ef'],
  'list.highlightForeground': ['--accent', '#2f5fd0', '#8aabff'],
  'scrollbarSlider.background': ['--border-medium', '#ccd1d9', '#3b414e'],
  'scrollbarSlider.hoverBackground': ['--border-strong', '#858d9a', '#69728a'],
  'scrollbarSlider.activeBackground': ['--border-strong', '#858d9a', '#69728a'],
}

const syntaxTokens: Readonly<Record<string, Token>> = {
  key: ['--syntax-key', '#1f4fb8', '#8fb0ff'],
  string: ['--syntax-string', '#1b1f27', '#e6e9ef'],
  quoted: ['--syntax-quoted', '#1a7343', '#7fd6a4'],
  escape: ['--syntax-number', '#9a4a00', '#f2b37a'],
  number: ['--syntax-number', '#9a4a00', '#f2b37a'],
  keyword: ['--syntax-keyword', '#a0297f', '#f08fd0'],
  missing: ['--error', '#c0292f', '#ff8f8f'],
  comment: ['--syntax-comment', '#646b79', '#8d95a5'],
  reference: ['--syntax-reference', '#7a3fc4', '#c9a2ff'],
  anchor: ['--syntax-reference', '#7a3fc4', '#c9a2ff'],
  punctuation: ['--fg-muted', '#535b69', '#a7afbc'],
  delimiter: ['--fg-muted', '#535b69', '#a7afbc'],
}

/** Gives Monaco the colours that the page has now. */
export function showEditorTheme(theme: 'light' | 'dark'): void {
  const colourOf = ([name, light, dark]: Token): string => {
    const colour = readToken(name)
    return hex.test(colour) ? full(colour) : theme === 'dark' ? dark : light
  }
  const colours = Object.entries(colourTokens).map(([id, token]) => [id, colourOf(token)] as const)
  const rules = Object.entries(syntaxTokens).map(([token, colour]) => ({
    token,
    foreground: colourOf(colour).slice(1),
  }))
  monaco.editor.defineTheme(editorThemeName, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules,
    colors: { ...Object.fromEntries(colours), 'widget.shadow': '#00000024', 'scrollbar.shadow': '#00000000' },
  })
}

/** Calls when the page takes other colours on; returns how to stop. */
export function watchPageTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
