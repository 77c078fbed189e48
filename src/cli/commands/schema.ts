import { type Draft, jsonSchemaOf } from '../../config/schema/json-schema'
import { schemaData } from '../../config/schema/schema-data'
import { loadFields } from '../../i18n/load'
import type { Command } from '../command'
import { choiceOption, UsageError } from '../usage'

const drafts: readonly Draft[] = ['2020-12', '07']

/** `schema`: every parameter as JSON Schema. */
export const schemaCommand: Command = {
  options: { draft: { type: 'string' } },
  async run(given, io, { language, cli }): Promise<0> {
    if (given.positionals.length > 0) throw new UsageError(cli.usage.noArguments)
    const draft = choiceOption(given, 'draft', drafts, cli.usage) ?? '2020-12'
    const schema = jsonSchemaOf(schemaData.root, await loadFields(language), draft)
    io.out(`${JSON.stringify(schema, null, 2)}\n`)
    return 0
  },
}
