import { checkCommand } from './commands/check'
import { diffCommand } from './commands/diff'
import { recipesCommand } from './commands/recipes'
import { resolveCommand } from './commands/resolve'
import { schemaCommand } from './commands/schema'
import { setCommand } from './commands/set'
import { typedCommand } from './commands/typed'

/** The program's commands by name. */
export const commands = {
  check: checkCommand,
  set: setCommand,
  diff: diffCommand,
  resolve: resolveCommand,
  typed: typedCommand,
  schema: schemaCommand,
  recipes: recipesCommand,
} as const

export type CommandName = keyof typeof commands
