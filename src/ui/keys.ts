const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const appleNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃', Enter: '↵' }
const otherNames: Record<string, string> = { Mod: 'Ctrl' }

/** The key caps of a shortcut written as `Mod+Shift+Z`, as this platform names them. */
export const keyCaps = (shortcut: string, apple = isApple): string[] =>
  shortcut.split('+').map((key) => (apple ? appleNames : otherNames)[key] ?? key)

/** The same in the form of `aria-keyshortcuts`. */
export const ariaKeys = (shortcut: string | undefined, apple = isApple): string | undefined =>
  shortcut?.replace('Mod', apple ? 'Meta' : 'Control').replace('Ctrl', 'Control')
