import type { Command, ExitCode } from './command'
import { commands } from './commands'
import { FileError } from './config-file'
import type { Io } from './io'
import { languageOf, loadLanguage } from './language'
import { argumentsOf, UsageError } from './usage'

const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const

/** Runs the terminal's program. `args` are those after its name. Never throws; what goes wrong is a sentence on standard error. */
export async function run(
  args: readonly string[],
  io: Io,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  const [name = '', ...rest] = args
  const wanted = /^--lang=(.*)$/.exec(args.find((arg) => arg.startsWith('--lang=')) ?? '')?.[1]
  const language = await loadLanguage(languageOf(wanted ?? args[args.indexOf('--lang') + 1 || args.length], env))
  const { cli } = language
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(cli.help.all)
    return 0
  }
  if (name === '--version') {
    io.out(`${__VERSION__}\n`)
    return 0
  }
  const command: Command | undefined = Object.hasOwn(commands, name)
    ? commands[name as keyof typeof commands]
    : undefined
  try {
    if (command === undefined) throw new UsageError(name === '' ? cli.usage.noCommand : cli.usage.unknownCommand(name))
    const given = argumentsOf(rest, { ...common, ...command.options }, cli.usage)
    if (given.values.help === true) {
      io.out(cli.help[name as keyof typeof commands])
      return 0
    }
    return await command.run(given, io, language)
  } catch (error) {
    if (error instanceof UsageError)
      io.err(`${error.message}\n${cli.usage.seeHelp(command === undefined ? '' : `${name} `)}\n`)
    else if (error instanceof FileError) io.err(`${error.message}\n`)
    else io.err(`${cli.usage.bug(error instanceof Error ? error.message : String(error))}\n`)
    return 2
  }
}
