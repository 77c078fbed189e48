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
  ['string', 'syntax-string'],
] as const

/** Makes Monaco's colours those of the page. Called after the page's theme has changed. */
export function showMonacoTheme(theme: Theme): void {
  monaco.editor.defineTheme('page', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rules.map(([token, name]) => ({ token, foreground: colour(name).replace('#', '') })),
    colors: {
      'editor.background': colour('bg'),
      'editor.foreground': colour('fg'),
      'editorLineNumber.foreground': colour('fg-subtle'),
      'editorLineNumber.activeForeground': colour('fg'),
      'editor.lineHighlightBackground': colour('bg-sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editorCursor.foreground': colour('accent'),
      'editorWidget.background': colour('bg-raised'),
      'editorWidget.border': colour('border'),
      'editorHoverWidget.background': colour('bg-raised'),
      'editorHoverWidget.border': colour('border'),
      'editorSuggestWidget.background': colour('bg-raised'),
      'editorSuggestWidget.border': colour('border'),
      'editorSuggestWidget.selectedBackground': colour('bg-active'),
      'editorError.foreground': colour('error'),
      'editorWarning.foreground': colour('warning'),
      'editorInfo.foreground': colour('info'),
      'editorIndentGuide.background1': colour('border'),
      'editorGutter.foldingControlForeground': colour('fg-subtle'),
      focusBorder: colour('accent'),
      'input.background': colour('bg'),
      'input.border': colour('border-strong'),
    },
  })
  monaco.editor.setTheme('page')
}

/** Calls when the page takes other colours on; returns how to stop. */
export function watchPageTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
