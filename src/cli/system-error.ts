import type { CliMessages } from '../i18n/cli/cli.en'

/** The system's name of an error: `ENOENT`, `EACCES`. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** What the system says of a file, in words. */
export function reasonOf(error: unknown, { reasons }: CliMessages['files']): string {
  const code = codeOf(error)
  return Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : code
}

/** True for what the system says, not node or this program. */
export const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error
