import { type ParseArgsConfig, parseArgs } from 'node:util'
import { codeOf } from './system-error'

/** Wrong usage, as a sentence; it ends the program with 2. Thrown inside this folder only. */
export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>
/** `values`: the options that were given, by name; a repeated one as a list. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

/** The arguments of a command. Throws UsageError. `sentences`: what is said of a wrong one. */
export function argumentsOf(
  args: readonly string[],
  options: Options,
  sentences: { unknownOption(option: string): string; optionValue(option: string): string },
): Arguments {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(-[^' =,]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    throw new UsageError(
      codeOf(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
        ? sentences.optionValue(option)
        : sentences.unknownOption(option),
    )
  }
}

/** An option with a value, the last one given; undefined when it was not given. */
export function textOption({ values }: Arguments, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times. */
export function listOption({ values }: Arguments, name: string): string[] {
  const value = values[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** An option with one of some values. Throws UsageError. */
export function choiceOption<T extends string>(
  given: Arguments,
  name: string,
  choices: readonly T[],
  sentences: { choice(option: string, value: string, choices: string): string },
): T | undefined {
  const value = textOption(given, name)
  if (value === undefined) return undefined
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new UsageError(sentences.choice(`--${name}`, value, choices.join(', ')))
  return chosen
}
