import type { PathKey } from '../core/path'

/** A place as react-hook-form's name of a field: dots, brackets and quotes would be read as steps there. */
export const fieldName = (key: PathKey): string =>
  `at${key.replace(/[.[\]'"`]/g, (character) => `~${character.charCodeAt(0).toString(16)}`)}`
