import { nearest } from '../config/schema/nearest'
import type { CliMessages } from '../i18n/cli/cli.en'
import type { Command, ExitCode } from './command'
import { type CommandName, commands } from './commands'
import { FileError } from './config-file'
import type { Io } from './io'
import { languageOf, loadLanguage } from './language'
import { isSystemError, reasonOf } from './system-error'
import { argumentsOf, choiceOption, UsageError } from './usage'

const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const

/** Runs the terminal's program. `args` are those after its name. Never throws; what goes wrong is a sentence on standard error. */
export async function run(
  args: readonly string[],
  io: Io,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  const { name, rest, wanted } = splitArguments(args)
  const language = await loadLanguage(languageOf(wanted, env))
  const { cli } = language
  try {
    const asked = helpOf(name, rest, cli) ?? (name === '--version' ? `${__VERSION__}\n` : null)
    if (asked !== null) {
      io.out(asked)
      return 0
    }
    const command = commandOf(name, cli)
    const given = argumentsOf(rest, { ...common, ...command.options }, cli.usage)
    choiceOption(given, 'lang', ['en', 'zh'], cli.usage)
    if (given.values.help !== true) return await command.run(given, io, language)
    io.out(cli.help[name as CommandName])
    return 0
  } catch (error) {
    return failed(error, name, io, cli)
  }
}

/** The command is the first argument; only the language may be chosen in front of it. */
function splitArguments(args: readonly string[]) {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  const at = options.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const taken = at < 0 ? [] : options.slice(at, options[at] === '--lang' ? at + 2 : at + 1)
  const skip = at === 0 ? taken.length : 0
  const [name = '', ...rest] = args.slice(skip)
  return { name, rest: [...taken.slice(0, skip), ...rest], wanted: taken.at(-1)?.replace('--lang=', '') }
}

/** The help that `help`, `help COMMAND` and `--help` ask for; null for everything else. */
function helpOf(name: string, rest: readonly string[], cli: CliMessages): string | null {
  if (name !== '--help' && name !== '-h' && name !== 'help') return null
  return cli.help[rest.find(isCommand) ?? 'all']
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

function commandOf(name: string, { usage }: CliMessages): Command {
  if (isCommand(name)) return commands[name]
  const near = nearest(name, Object.keys(commands)) ?? ''
  throw new UsageError(name === '' ? usage.noCommand : usage.unknownCommand(name, near))
}

function failed(error: unknown, name: string, io: Io, { usage, files }: CliMessages): 2 {
  if (error instanceof UsageError) io.err(`${error.message}\n${usage.seeHelp(isCommand(name) ? `${name} ` : '')}\n`)
  else if (error instanceof FileError) io.err(`${error.message}\n`)
  else if (isSystemError(error)) io.err(`${files.output(reasonOf(error, files))}\n`)
  else io.err(`${usage.bug(error instanceof Error ? error.message : String(error))}\n`)
  return 2
}
