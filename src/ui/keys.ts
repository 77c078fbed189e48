const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const appleNames: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃', Enter: '↵' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** The key caps of a shortcut written as `Mod+Shift+Z`, by the names of this platform. */
export const keyCaps = (shortcut: string, apple = isApple): string[] =>
  shortcut.split('+').map((key) => (apple ? appleNames : otherNames)[key] ?? key)
