import type { Span } from '../text'
import { isHydraOverride } from './override'
import { parseOverride } from './parse-override'
import {
  readShell,
  type ShellCommand,
  type ShellProblem,
  type ShellProblemCode,
  shellQuote,
  type Word,
} from './shell-words'

/** What a pasted command line holds beside overrides that can be applied. Offsets in the text pasted. */
interface NotUnderstood extends Span {
  readonly text: string
  readonly reason:
    | ShellProblemCode
    | 'other-command' // a command that starts no script
    | 'flag' // no flag of Hydra's
    | 'no-value' // a flag that needs one
    | 'no-override' // an argument that Hydra would refuse
    | 'no-continuation' // overrides on a line of their own: the shell would not pass them on; taken along
}

/** One flag of Hydra's that has no place of its own below (`--cfg job`, `--resolve`). */
interface HydraFlag {
  readonly name: string
  readonly value: string | null
}

export interface CommandLine {
  /** The path of the script, or the module of `python -m`; null when only overrides were pasted. */
  readonly script: string | null
  readonly configPath: string | null
  readonly configName: string | null
  readonly configDir: string | null
  readonly multirun: boolean
  /** Arguments for the config, as the shell passes them on. */
  readonly overrides: readonly string[]
  /** Where each of `overrides` stands in the text. */
  readonly spans: readonly Span[]
  /** Arguments for Hydra itself (`hydra.run.dir=…`), which no config file holds. */
  readonly hydraOverrides: readonly string[]
  readonly flags: readonly HydraFlag[]
  /** The words before the script: `python`, `torchrun --nproc_per_node=8`, `srun -N 2 …`. */
  readonly launcher: readonly string[]
  readonly processesPerNode: number | null
  readonly nodes: number | null
  /** `NAME=value` before the command. */
  readonly env: readonly (readonly [string, string])[]
  readonly notUnderstood: readonly NotUnderstood[]
}

/** `$ `, `(venv) user@host:~/x$ `, `!` of a notebook: what stands before a command when it is copied from somewhere. */
const prompt = /^\s*(?:\([\w.-]+\)\s*)?(?:(?:[\w.-]+@[\w.-]+(?::\S*|\s+\S+)?\s*)[$#%]\s+|[$%>❯➜»]\s+|>>>\s+|!)?/

/** A pasted command line, with bash's quoting undone. What is not understood is named and left out; never throws. */
export function readCommandLine(line: string): CommandLine {
  const lead = prompt.exec(line)?.[0].length ?? 0
  const rest = line.slice(lead).replace(/^[ \t]*[$%] /gm, (sign) => ' '.repeat(sign.length))
  const source = ' '.repeat(lead) + rest
  const variables = assignedBefore(source)
  const { commands, problems } = readShell(source, variables)
  const within = commands.map(({ words }) => words[commandOfShell(words)]).find((word) => word !== undefined)
  return within === undefined ? new Assembly(source, commands, problems).commandLine() : readWithin(within)
}

/** Which word is the command that `bash -c` gets, when it is told to start a script; -1 when there is none. */
const commandOfShell = (words: readonly Word[]): number =>
  words.findIndex(
    ({ text }, i) =>
      /\.py\s/.test(text) && words[i - 1]?.text === '-c' && /^(?:.*\/)?(?:ba)?sh$/.test(words[i - 2]?.text ?? ''),
  )

/** A command line in a word of another: its offsets are the word's. */
function readWithin({ text, from, to }: Word): CommandLine {
  const line = readCommandLine(text)
  return {
    ...line,
    spans: line.spans.map(() => ({ from, to })),
    notUnderstood: line.notUnderstood.map((one) => ({ ...one, from, to })),
  }
}

const assignment = /^[A-Za-z_]\w*(?==)/
const nameIn = ({ text, bare }: Word): string | null => {
  const name = assignment.exec(text)?.[0] ?? null
  return name !== null && bare > name.length ? name : null
}
const valueIn = (word: Word, name: string): readonly [string, string] => [name, word.text.slice(name.length + 1)]

const isExport = (text: string): boolean => /^(?:export|declare|local|set|env)$/.test(text)

/** True for a command that only assigns: `A=1 B=2`, `export A=1`. */
const onlyAssigns = ({ words }: ShellCommand): boolean =>
  words.every((word, i) => nameIn(word) !== null || (i === 0 && isExport(word.text)))

/** Values given on lines of their own before the command: there the shell puts them in. */
function assignedBefore(source: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  const { commands } = readShell(source)
  if (commands.length < 2) return variables
  for (const command of commands.slice(0, -1)) {
    if (!onlyAssigns(command)) continue
    for (const word of command.words) {
      const name = nameIn(word)
      if (name !== null) variables.set(...valueIn(word, name))
    }
  }
  return variables
}

const scriptWord = /\.pyc?$/
const isOverride = ({ text }: Word): boolean => /^(?:~|\+{0,2}[\w$@/.-]+=)/.test(text) && parseOverride(text).ok

class Assembly {
  private readonly notUnderstood: NotUnderstood[]
  private readonly env: (readonly [string, string])[] = []
  private readonly overrides: string[] = []
  private readonly spans: Span[] = []
  private readonly hydraOverrides: string[] = []
  private readonly flags: HydraFlag[] = []

  constructor(
    private readonly source: string,
    private readonly commands: readonly ShellCommand[],
    problems: readonly ShellProblem[],
  ) {
    this.notUnderstood = [...problems]
  }

  commandLine(): CommandLine {
    const main = this.commands.findIndex(({ words }) => scriptAt(words) >= 0)
    const chosen = main >= 0 ? main : this.commands.findIndex(({ words }) => words.some(isOverride))
    for (const [i, command] of this.commands.entries())
      if (i !== chosen) this.other(command, chosen >= 0 && i > chosen, main >= 0)
    const words = this.commands[chosen]?.words ?? []
    const at = scriptAt(words)
    const launcher = at < 0 ? [] : this.launcher(words.slice(0, at))
    // Hydra sorts nothing: what follows on lines of its own comes last.
    const late = this.spans.splice(0)
    const lateOverrides = this.overrides.splice(0)
    this.args(words.slice(at + 1))
    this.overrides.push(...lateOverrides)
    this.spans.push(...late)
    const flag = (name: string) => this.flags.findLast((known) => known.name === name)?.value ?? null
    return {
      script: words[at]?.text ?? null,
      configPath: flag('config-path'),
      configName: flag('config-name'),
      configDir: flag('config-dir'),
      multirun: this.flags.some(({ name }) => name === 'multirun'),
      overrides: this.overrides,
      spans: this.spans,
      hydraOverrides: this.hydraOverrides,
      flags: this.flags.filter(({ name }) => !/^config-|^multirun$/.test(name)),
      launcher,
      processesPerNode: countIn(launcher, processFlag),
      nodes: countIn(launcher, nodeFlag),
      env: this.env,
      notUnderstood: this.notUnderstood.sort((a, b) => a.from - b.from),
    }
  }

  private problem(reason: NotUnderstood['reason'], { from, to }: Span): void {
    this.notUnderstood.push({ reason, from, to, text: this.source.slice(from, to) })
  }

  /** A command that is not the one that starts the script. */
  private other(command: ShellCommand, isBehind: boolean, hasScript: boolean): void {
    const { words } = command
    const span = { from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 }
    if (onlyAssigns(command) && !isBehind) {
      for (const word of words) this.assigns(word)
    } else if (isBehind && words.every(isOverride)) {
      if (hasScript) this.problem('no-continuation', span)
      for (const word of words) this.override(word)
    } else this.problem('other-command', span)
  }

  /** Notes the variable that a word sets; false when it sets none. */
  private assigns(word: Word): boolean {
    const name = nameIn(word)
    if (name !== null) this.env.push(valueIn(word, name))
    return name !== null
  }

  private launcher(words: readonly Word[]): string[] {
    let i = 0
    for (; i < words.length; i++) {
      const word = words[i] as Word
      if (!this.assigns(word) && !isExport(word.text)) break
    }
    return words.slice(i).map(({ text }) => text)
  }

  private override(word: Word): void {
    const read = parseOverride(word.text)
    if (!read.ok) this.problem('no-override', word)
    else if (isHydraOverride(read)) this.hydraOverrides.push(word.text)
    else {
      this.overrides.push(word.text)
      this.spans.push({ from: word.from, to: word.to })
    }
  }

  private args(words: readonly Word[]): void {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word
      if (!word.text.startsWith('-') || word.text === '-') this.override(word)
      else if (word.text !== '--') i += this.flag(word, words[i + 1])
    }
  }

  /** How many words behind the flag belong to it. */
  private flag(word: Word, next: Word | undefined): number {
    const [, written = '', given] = /^(-[^=]*)(?:=(.*))?$/s.exec(word.text) ?? []
    const name = flagName(written)
    if (name === null) {
      this.problem('flag', word)
      return 0
    }
    if (!takesValue.has(name)) {
      this.flags.push({ name, value: given ?? null })
      return 0
    }
    const value = given ?? (next?.text.startsWith('-') ? undefined : next?.text)
    if (value === undefined) this.problem('no-value', word)
    else this.flags.push({ name, value })
    const isNext = given === undefined && value !== undefined
    if (isFolder.test(name)) this.allowVariables(word.from, (isNext && next ? next : word).to)
    return isNext ? 1 : 0
  }

  /** Only the shell knows its folder (`--config-path="$PWD"`), and no config needs it. */
  private allowVariables(from: number, to: number): void {
    const others = this.notUnderstood.filter(
      (one) => one.from < from || one.to > to || !(one.reason === 'variable' || one.reason === 'command'),
    )
    this.notUnderstood.splice(0, this.notUnderstood.length, ...others)
  }
}

/** hydra/_internal/utils.py:get_args_parser */
const short: Readonly<Record<string, string>> = {
  '-h': 'help',
  '-c': 'cfg',
  '-p': 'package',
  '-r': 'run',
  '-m': 'multirun',
  '-sc': 'shell-completion',
  '-cp': 'config-path',
  '-cn': 'config-name',
  '-cd': 'config-dir',
  '-i': 'info',
}
const long = [...Object.values(short), 'hydra-help', 'version', 'resolve', 'experimental-rerun']
const takesValue: ReadonlySet<string> = new Set([
  'cfg',
  'package',
  'config-path',
  'config-name',
  'config-dir',
  'experimental-rerun',
])

const isFolder = /^config-(?:path|dir)$/

/** The flag's full name; argparse takes any beginning that fits only one. */
function flagName(written: string): string | null {
  if (Object.hasOwn(short, written)) return short[written] ?? null
  if (!written.startsWith('--')) return null
  const start = written.slice(2)
  if (long.includes(start)) return start
  const fitting = long.filter((name) => name.startsWith(start))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Which word is the script: the first `….py`, else the module behind `python -m` or `torchrun -m`; -1 when there is none. */
function scriptAt(words: readonly Word[]): number {
  const file = words.findIndex(({ text }, i) => scriptWord.test(text) && !text.startsWith('-') && !isNamed(words, i))
  if (file >= 0) return file
  const python = words.findIndex(({ text }) => /^(?:.*\/)?(?:python[\d.]*|torchrun)$/.test(text))
  const module = python < 0 ? -1 : words.findIndex(({ text }, i) => i > python && text === '-m')
  return module >= 0 && module + 1 < words.length ? module + 1 : -1
}

/** A word like `out=a.py` is an argument. */
const isNamed = (words: readonly Word[], i: number): boolean => /^[^/]*=/.test(words[i]?.text ?? '')

const processFlag = /^--?(?:nproc[-_]per[-_]node|ntasks-per-node|nproc_per_node|num_processes|num_gpus)$/
const nodeFlag = /^(?:--?(?:nnodes|nodes|num_machines|num_nodes)|-N)$/

/** The number that a launcher's flag gives, in either form (`--n=8`, `--n 8`). */
function countIn(words: readonly string[], flag: RegExp): number | null {
  for (const [i, word] of words.entries()) {
    const [name = '', value = words[i + 1] ?? ''] = word.split('=')
    if (flag.test(name) && /^\d{1,9}$/.test(value)) return Number(value)
  }
  return null
}

export interface Launch {
  readonly script: string
  readonly configPath?: string | null
  readonly configName?: string | null
  readonly overrides: readonly string[]
  readonly multirun?: boolean
  /** GPUs of one machine: `torchrun` starts a process for each. Absent: one process, by `python`. */
  readonly processes?: number
}

/** A command line for a POSIX shell. `between` stands between its parts: a blank, or a line continuation. */
export function printCommandLine(launch: Launch, between: ' ' | ' \\\n  ' = ' '): string {
  const { script, configPath, configName, overrides, multirun, processes } = launch
  const start = processes === undefined ? 'python' : `torchrun --nproc_per_node=${processes}`
  const args = [
    ...(multirun ? ['--multirun'] : []),
    ...(configPath == null ? [] : [`--config-path=${configPath}`]),
    ...(configName == null ? [] : [`--config-name=${configName}`]),
    ...overrides,
  ]
  return [`${start} ${shellQuote(script)}`, ...args.map(shellQuote)].join(between)
}
