import type { Theme } from '../theme/theme'
import { monaco } from './monaco'

/** A custom property of the page as six hex digits. */
function colour(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
  return value.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
}

const rules = [
  ['key', 'syntax-key'],
  ['quoted', 'syntax-quoted'],
  ['number', 'syntax-number'],
  ['keyword', 'syntax-keyword'],
  ['comment', 'syntax-comment'],
  ['reference', 'syntax-reference'],
  ['missing', 'error'],
  ['anchor', 'syntax-keyword'],
  ['delimiter', 'fg-muted'],
  ['punctuation', 'fg-muted'],
  ['escape', 'syntax-number'],
  ['string', 'syntax-string'],
] as const

/** Monaco's colours and the page's tokens that they are. */
const colours = [
  ['foreground', 'fg'],
  ['descriptionForeground', 'fg-muted'],
  ['icon.foreground', 'fg-muted'],
  ['focusBorder', 'accent'],
  ['editor.background', 'bg'],
  ['editor.foreground', 'fg'],
  ['editorLineNumber.foreground', 'fg-subtle'],
  ['editorLineNumber.activeForeground', 'fg'],
  ['editor.lineHighlightBackground', 'bg-sunken'],
  ['editor.selectionBackground', 'accent-line'],
  ['editor.inactiveSelectionBackground', 'bg-active'],
  ['editor.selectionHighlightBackground', 'bg-active'],
  ['editor.rangeHighlightBackground', 'bg-sunken'],
  ['editor.findMatchBackground', 'warning-line'],
  ['editor.findMatchHighlightBackground', 'warning-soft'],
  ['editor.findMatchHighlightBorder', 'warning-line'],
  ['editorCursor.foreground', 'accent'],
  ['editorBracketMatch.background', 'bg-active'],
  ['editorBracketMatch.border', 'border-strong'],
  ['editorIndentGuide.background1', 'border'],
  ['editorIndentGuide.activeBackground1', 'border-strong'],
  ['editorGutter.foldingControlForeground', 'fg-subtle'],
  ['editorOverviewRuler.border', 'bg'],
  ['editorError.foreground', 'error'],
  ['editorWarning.foreground', 'warning'],
  ['editorInfo.foreground', 'info'],
  ['editorLightBulb.foreground', 'warning'],
  ['editorLightBulbAutoFix.foreground', 'accent'],
  ['editorLink.activeForeground', 'accent'],
  ['editorWidget.background', 'bg-raised'],
  ['editorWidget.foreground', 'fg'],
  ['editorWidget.border', 'border-medium'],
  ['editorHoverWidget.background', 'bg-raised'],
  ['editorHoverWidget.foreground', 'fg'],
  ['editorHoverWidget.border', 'border-medium'],
  ['editorSuggestWidget.background', 'bg-raised'],
  ['editorSuggestWidget.foreground', 'fg'],
  ['editorSuggestWidget.border', 'border-medium'],
  ['editorSuggestWidget.highlightForeground', 'accent'],
  ['editorSuggestWidget.focusHighlightForeground', 'accent'],
  ['editorSuggestWidget.selectedBackground', 'accent-soft'],
  ['editorSuggestWidget.selectedForeground', 'fg'],
  ['editorSuggestWidget.selectedIconForeground', 'fg'],
  ['input.background', 'bg'],
  ['input.foreground', 'fg'],
  ['input.border', 'border-strong'],
  ['input.placeholderForeground', 'fg-subtle'],
  ['inputOption.activeBackground', 'accent-soft'],
  ['inputOption.activeForeground', 'fg'],
  ['inputOption.activeBorder', 'accent'],
  ['textLink.foreground', 'accent'],
  ['textLink.activeForeground', 'accent'],
  ['textCodeBlock.background', 'bg-sunken'],
  ['menu.background', 'bg-raised'],
  ['menu.foreground', 'fg'],
  ['menu.border', 'border-medium'],
  ['menu.selectionBackground', 'bg-hover'],
  ['menu.selectionForeground', 'fg'],
  ['menu.separatorBackground', 'border'],
  ['list.hoverBackground', 'bg-hover'],
  ['list.hoverForeground', 'fg'],
  ['list.focusBackground', 'accent-soft'],
  ['list.focusForeground', 'fg'],
  ['list.focusHighlightForeground', 'accent'],
  ['list.highlightForeground', 'accent'],
  ['list.activeSelectionBackground', 'accent-soft'],
  ['list.activeSelectionForeground', 'fg'],
  ['list.activeSelectionIconForeground', 'fg'],
  ['editorActionList.background', 'bg-raised'],
  ['editorActionList.foreground', 'fg'],
  ['editorActionList.focusBackground', 'accent-soft'],
  ['editorActionList.focusForeground', 'fg'],
  ['scrollbarSlider.background', 'border-medium'],
  ['scrollbarSlider.hoverBackground', 'border-strong'],
  ['scrollbarSlider.activeBackground', 'border-strong'],
] as const

/** The theme's name in Monaco. */
export const monacoTheme = 'page'

/** Makes Monaco's colours those of the page. Called after the page's theme has changed. */
export function showMonacoTheme(theme: Theme): void {
  monaco.editor.defineTheme(monacoTheme, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rules.map(([token, name]) => ({ token, foreground: colour(name).replace('#', '') })),
    colors: {
      ...Object.fromEntries(colours.map(([id, name]) => [id, colour(name)])),
      'editor.lineHighlightBorder': '#00000000',
      'scrollbar.shadow': '#00000000',
      'widget.shadow': '#00000024',
    },
  })
  monaco.editor.setTheme(monacoTheme)
}

/** Calls when the page takes other colours on; returns how to stop. */
export function watchPageTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
