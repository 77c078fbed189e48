import { checkCommand } from './check'
import { diffCommand } from './diff'
import { recipesCommand } from './recipes'
import { resolveCommand } from './resolve'
import { schemaCommand } from './schema'
import { setCommand } from './set'
import { typedCommand } from './typed'

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
