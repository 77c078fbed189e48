export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)')

/** What a choice comes to on this machine now. */
export const themeOf = (choice: ThemeChoice): Theme =>
  choice === 'system' ? (prefersDark().matches ? 'dark' : 'light') : choice

/** Puts the theme on the page. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}

/** Calls when the system changes between light and dark; returns how to stop. */
export function watchSystemTheme(changed: () => void): () => void {
  const query = prefersDark()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** A token (`--bg`) as it is in the theme that is shown now; colours are hex. Empty when there is no such token. */
export const readToken = (name: `--${string}`): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()
