import type { Widened } from './messages'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What the terminal says, in English; it is the shape of the other languages. */
export const cliEn = {
  help: {
    all: `t2i-config: check, change and understand NeMo 2.0 Text2Img configs

  t2i-config check FILE…             report what would fail or is worth a look
  t2i-config set FILE OVERRIDE…      apply Hydra overrides; comments and layout stay
  t2i-config diff A B                what differs, by value
  t2i-config resolve FILE            the config with every \${…} replaced
  t2i-config typed FILE              what OmegaConf loads, with types, as JSON
  t2i-config schema                  every parameter as JSON Schema
  t2i-config recipes [ID]            list the recipes, or print one

FILE may be - for standard input. Every command takes --help and --lang en|zh.
Exit code: 0 fine, 1 issues found, 2 wrong usage or a file that cannot be read.
`,
    check: `t2i-config check FILE… [--format text|json|github|sarif] [--fail-on error|warning|info]
                       [--family FAMILY] [--env NAME=VALUE]…

Reports what would fail at launch and what is worth a look, as the editor does.

  --format   text (default), json, github (annotations for Actions) or sarif (2.1.0)
  --fail-on  the mildest level that gives exit code 1; default: warning
  --family   the kind of config, when it is not to be recognised from its keys
  --env      a variable that \${oc.env:NAME} sees; may be repeated

A comment  # t2i-config: ignore RULE-ID  behind a value mutes that rule there; on a line of
its own, in the whole file.
`,
    set: `t2i-config set FILE OVERRIDE… [-o OUT | --in-place]

Applies Hydra overrides (k=v, +k=v, ++k=v, ~k) as Hydra 1.3 does. Only the bytes of the
changed values change. Prints the new text, or writes it.

  -o, --output OUT   write to OUT
  -i, --in-place     write to FILE, all of it or nothing
`,
    diff: `t2i-config diff A B [--format overrides|text|json]

What differs between two configs, by value and type; layout and comments do not count.

  --format   overrides (default): the Hydra overrides that turn A into B, one a line;
             text: path, value in A, value in B; json: the same as data
`,
    resolve: `t2i-config resolve FILE [--path PATH] [--env NAME=VALUE]…

Prints the config with every \${…} replaced by what it refers to.

  --path     only this place, e.g. model.optim.lr
  --env      a variable that \${oc.env:NAME} sees; may be repeated
`,
    typed: `t2i-config typed FILE

Prints what OmegaConf loads as JSON: {"t": "int", "v": "1"}, {"t": "dict", "v": [[key, value], …]} …
`,
    schema: `t2i-config schema [--draft 2020-12|07]

Prints every parameter with its help as JSON Schema, for other editors.
`,
    recipes: `t2i-config recipes [ID]

Lists the recipes, or prints the one named.
`,
  },
  usage: {
    noCommand: 'No command given.',
    unknownCommand: (name: string) => `${name} is no command.`,
    unknownOption: (option: string) => `There is no option ${option} here.`,
    optionValue: (option: string) => `${option} is used wrongly: it needs a value, or takes none.`,
    choice: (option: string, value: string, choices: string) =>
      `${option} ${value} is not known. Choose one of: ${choices}.`,
    noFile: 'Name at least one file.',
    oneFile: 'Name exactly one file.',
    twoFiles: 'Name two files.',
    noOverride: 'Name a file and at least one override.',
    noArguments: 'This command takes no arguments.',
    oneRecipe: 'Name one recipe, or none for the list.',
    oneTarget: 'Use either --output or --in-place.',
    stdinInPlace: 'Standard input cannot be written in place.',
    env: (given: string) => `${given} is no NAME=VALUE.`,
    path: (given: string) => `${given} is no path; write it like model.optim.betas[0].`,
    seeHelp: (command: string) => `See: t2i-config ${command}--help`,
    bug: (message: string) => `This is a mistake of t2i-config, please report it: ${message}`,
  },
  files: {
    unreadable: (name: string, reason: string) => `${name} cannot be read: ${reason}.`,
    unwritable: (name: string, reason: string) => `${name} cannot be written: ${reason}. It is as it was.`,
    tooLarge: (name: string, size: number, limit: number) => `${name} has ${size} MB; the limit is ${limit} MB.`,
    utf16: (name: string) => `${name} is UTF-16; OmegaConf reads only UTF-8.`,
    binary: (place: string) => `${place}: not a text file in UTF-8.`,
    reasons: {
      ENOENT: 'there is no such file or folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the file system is read-only',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a part of its path is no folder',
      ENOSPC: 'the disk is full',
    },
  },
  check: {
    levels: { error: 'error', warning: 'warning', info: 'note' },
    summary: (files: number, errors: number, warnings: number, infos: number) =>
      errors + warnings + infos === 0
        ? `${plural(files, 'file', 'files')}: nothing found.`
        : `${plural(files, 'file', 'files')}: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}, ${plural(infos, 'note', 'notes')}.`,
  },
  diff: {
    absent: 'not there',
    cannot: (path: string) => `No override can express ${path}; change it in the file.`,
  },
  recipes: {
    unknown: (id: string) => `There is no recipe ${id}. See: t2i-config recipes`,
  },
}

export type CliMessages = Widened<typeof cliEn>
