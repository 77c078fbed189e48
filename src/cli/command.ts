import type { Io } from './io'
import type { CliLanguage } from './language'
import type { Arguments, Options } from './usage'

/** 0 fine, 1 issues found, 2 wrong usage or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2

/** One word of the terminal. Its help stands under its name in `i18n/cli.*`. Throws UsageError and FileError. */
export interface Command {
  readonly options: Options
  run(given: Arguments, io: Io, language: CliLanguage): ExitCode | Promise<ExitCode>
}
