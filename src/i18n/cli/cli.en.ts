import type { Widened } from '../messages'

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
    check: `t2i-config check FILE… [--format text|json|github|sarif] [--notes]
                       [--fail-on error|warning|info] [--family FAMILY] [--env NAME=VALUE]…

Reports what would fail at launch and what is worth a look, as the editor does.

  --format   text (default), json, github (annotations for Actions) or sarif (2.1.0)
  --notes    list the notes too in text; the other formats always have them
  --fail-on  the mildest level that gives exit code 1; default: warning
  --family   sd, sdxl, imagen, dreambooth, controlnet, instruct_pix2pix or inference, when it
             is not to be recognised from the keys
  --env      a variable that \${oc.env:NAME} sees; may be repeated

A comment  # t2i-config: ignore RULE-ID  behind a value suppresses that rule there; on a line of
its own, in the whole file.
`,
    set: `t2i-config set FILE OVERRIDE… [-o OUT | --in-place]

Applies Hydra overrides (k=v, +k=v, ++k=v, ~k) as Hydra 1.3 does, all of them or none. Only
the bytes of the changed values change. Prints the new text, or writes it.

  -o, --output OUT   write to OUT
  -i, --in-place     write to FILE, all of it or nothing

Quote an override for the shell when it holds blanks, ~, $, quotes or brackets:
  t2i-config set conf.yaml -i trainer.devices=8 '~model.ema' 'model.optim.betas=[0.9,0.95]'
`,
    diff: `t2i-config diff A B [--format overrides|text|json]

What differs between two configs, by value and type; layout and comments do not count.

  --format   overrides (default): the Hydra overrides that turn A into B, one a line;
             text: path, value in A, value in B; json: the same as data

Exit code: 0 the same, 1 different, 2 a file cannot be read.
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
    unknownCommand: (name: string, near: string) =>
      `${name} is no command.${near === '' ? '' : ` Did you mean ${near}?`}`,
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
    stdinTwice: 'Standard input can be named only once.',
    noOutput: '--output needs the name of a file.',
    env: (given: string) => `${given} is no NAME=VALUE.`,
    path: (given: string) => `${given} is no path; write it like model.optim.betas[0].`,
    seeHelp: (command: string) => `See: t2i-config ${command}--help`,
    bug: (message: string) => `This is a mistake of t2i-config, please report it: ${message}`,
  },
  files: {
    unreadable: (name: string, reason: string) => `${name} cannot be read: ${reason}.`,
    unwritable: (name: string, reason: string) => `${name} cannot be written: ${reason}. Nothing was written.`,
    tooLarge: (name: string, limit: number) => `${name} is larger than ${limit} MB.`,
    utf16: (place: string) => `${place}: this file is UTF-16; OmegaConf reads only UTF-8.`,
    binary: (place: string) => `${place}: there is a NUL byte; this is no text file.`,
    'not-utf-8': (place: string) => `${place}: this byte is no UTF-8; OmegaConf reads only UTF-8.`,
    output: (reason: string) => `Standard output cannot be written: ${reason}.`,
    reasons: {
      ENOENT: 'there is no such file or folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the file system is read-only',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a part of its path is no folder',
      ENOSPC: 'the disk is full',
      ELOOP: 'its links lead in a circle',
      ENAMETOOLONG: 'the name is too long',
    },
  },
  check: {
    levels: { error: 'error', warning: 'warning', info: 'note' },
    summary: (files: number, errors: number, warnings: number, infos: number) =>
      errors + warnings + infos === 0
        ? `${plural(files, 'file', 'files')}: nothing found.`
        : `${plural(files, 'file', 'files')}: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}, ${plural(infos, 'note', 'notes')}.`,
    howToList: ' List the notes with --notes.',
    readOff: (sources: string) => `Read off NeMo at ${sources}`,
    /** What a code is about, for lists of rules; codes whose sentence needs no facts are described by it. */
    codes: {
      type: 'A value of the wrong type.',
      misread: 'A value that is read as something else than is taken there.',
      enum: 'A value that is not among those allowed.',
      range: 'A number out of range.',
      pattern: 'A text of the wrong form.',
      length: 'A list of the wrong length.',
      null: 'null where a value is needed.',
      'unknown-key': 'A key that nothing reads, or that stops the run.',
      'unknown-class-parameter': 'A parameter that the class does not have.',
      'missing-class-parameter': 'A parameter that the class needs is missing.',
      'missing-class': 'An object without _target_.',
      'class-moved': 'A class that stands elsewhere in NeMo 2.0.',
      'class-unlisted': 'A class that is not known to work here.',
      'class-status': 'A class that is known not to work here.',
      'not-applicable': 'A parameter of another optimizer, schedule or sampler.',
      'unused-key': 'A key that nothing in NeMo 2.0 reads.',
      'deprecated-key': 'A deprecated key.',
      'removed-key': 'A key that was removed and stops the run.',
      interpolation: 'A ${…} that cannot be resolved.',
      'unresolved-here': 'A ${…} that only the launch can resolve.',
      'yaml-character': 'A character that YAML does not allow.',
      'yaml-bad-start': 'A value that starts with a reserved character.',
      'yaml-open-quote': 'A quote that is not closed.',
      'yaml-escape': 'An escape that YAML does not know.',
      'yaml-flow': 'A missing comma or bracket.',
      'yaml-alias': 'An alias without its anchor.',
      'yaml-anchor': 'An anchor that is defined twice.',
      'yaml-duplicate-key': 'A key that stands twice.',
      'yaml-tag': 'A tag that OmegaConf does not accept.',
      'yaml-tag-value': 'A value that cannot be read as its tag says.',
      'yaml-value-type': 'A value of a type that OmegaConf does not accept.',
      'yaml-recursive': 'An alias inside the value that it refers to.',
    },
  },
  diff: {
    absent: 'not there',
    whole: 'the whole file',
    noMap: (file: string) => `${file} is no map of keys and values; use --format text or json.`,
    tooMany: (n: number) => `${n} places differ, too many for overrides; use --format text or json.`,
    cannot: (path: string) => `No override can express ${path}; change it in the file.`,
  },
  set: {
    noMap: 'The file is no map of keys and values, so it takes no overrides.',
  },
  recipes: {
    unknown: (id: string, near: string) => `There is no recipe ${id}.${near === '' ? '' : ` Did you mean ${near}?`}`,
  },
}

export type CliMessages = Widened<typeof cliEn>
