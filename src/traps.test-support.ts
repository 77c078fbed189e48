import { findRecipes } from './app/recipes/recipe-search'
import { check } from './config/check/check'
import { allRecipes } from './config/recipes/recipes'
import { checkValue } from './config/schema/check-value'
import { readingOf } from './config/schema/reading'
import { specAt } from './config/schema/specs'
import { isPlaceholder } from './config/view/placeholder'
import { decodeText } from './core/document/file-format'
import { readCommandLine } from './core/hydra/command-line'
import { parseOverride } from './core/hydra/parse-override'
import { readShell } from './core/hydra/shell-words'
import { parseInterpolation } from './core/omegaconf/grammar'
import { parse } from './core/omegaconf/parse'
import { parsePath } from './core/path'
import { scalarSource } from './core/yaml/scalar'
import { readAsYaml12 } from './core/yaml12/second-reader'
import { lineContext } from './editor/line-context'
import { codeMarkdown, plainMarkdown } from './editor/markdown'
import { copyName, fileName } from './state/file-name'
import { referenceContext } from './state/references/reference-context'

/** Texts that regular expressions go over again and again, for any number of repetitions. */
export const traps: Readonly<Record<string, (n: number) => string>> = {
  letters: (n) => 'a'.repeat(n),
  'letters and a sign': (n) => `${'a'.repeat(n)}!`,
  'blanks in between': (n) => `a${' '.repeat(n)}b`,
  'blanks around a comma': (n) => `1${' '.repeat(n)},${' '.repeat(n)}x`,
  blanks: (n) => ' '.repeat(n),
  'tabs before a comment': (n) => `a:${'\t'.repeat(n)}x`,
  'zeros and a letter': (n) => `${'0'.repeat(n)}x`,
  'digits and a letter': (n) => `1${'1'.repeat(n)}x`,
  'groups of digits': (n) => `${'1_1'.repeat(n)}_!`,
  'digits and commas': (n) => `${'1,'.repeat(n)}x`,
  'digits and colons': (n) => `${'1:'.repeat(n)}x`,
  dashes: (n) => '-'.repeat(n),
  'dashes and blanks': (n) => `${'- '.repeat(n)}!`,
  'double quotes': (n) => '"'.repeat(2 * n + 1),
  'single quotes': (n) => "'".repeat(2 * n + 1),
  'back quotes': (n) => '`a'.repeat(n),
  backslashes: (n) => `${'\\'.repeat(2 * n)}x`,
  parentheses: (n) => '('.repeat(n),
  brackets: (n) => '['.repeat(n),
  braces: (n) => '{a'.repeat(n),
  'braces and commas': (n) => `{${','.repeat(n)}`,
  angles: (n) => '<a'.repeat(n),
  slashes: (n) => '/A_'.repeat(n),
  'anchors in a row': (n) => `a: ${'&'.repeat(n)} x`,
  'anchors apart': (n) => `a: ${'&a '.repeat(n)}x`,
  dollars: (n) => `${'$'.repeat(n)}{`,
  'open references': (n) => '${'.repeat(n),
  'names and colons': (n) => 'a:'.repeat(n),
  'key without a colon': (n) => `a${' b'.repeat(n)}`,
  'at signs': (n) => `a@${'a'.repeat(n)} `,
  dots: (n) => `${'.'.repeat(n)}!`,
  'names and dots': (n) => `${'a.'.repeat(n)}!`,
  hashes: (n) => '#'.repeat(n),
  'suppressing without an id': (n) => `x # t2i-config: ignore${' '.repeat(n)}`,
  commas: (n) => ','.repeat(n),
  'carriage returns': (n) => '\r'.repeat(n),
}

const str = (v: string) => ({ t: 'str', v }) as const
const value = (path: readonly string[]) => (text: string) => {
  const spec = specAt(path)
  return spec === null ? 'unknown' : (checkValue(spec, str(text))?.code ?? 'fine')
}
const codesOf = (text: string): string => {
  const parsed = parse(text)
  return [...new Set([...parsed.problems, ...check(parsed)].map(({ code }) => code))].sort().join(' ')
}

/** What reads a text by regular expressions, with what it says of one in short. */
export const readers: Readonly<Record<string, (text: string) => string>> = {
  'value of exp_manager': value(['exp_manager', 'max_time_per_run']),
  'number of exp_manager': value(['exp_manager', 'checkpoint_callback_params', 'save_top_k']),
  'size of an image': value(['model', 'resolution']),
  'value that misleads': (text) => readingOf(text, str(text), readAsYaml12)?.kind ?? 'as it looks',
  placeholder: (text) => String(isPlaceholder(text)),
  'text as a whole': codesOf,
  'text in a place': (text) => codesOf(`trainer:\n  devices: ${scalarSource(str(text))}\n`),
  'text of rules': (text) =>
    codesOf(
      `_target_: x\nexp_manager:\n  checkpoint_callback_params:\n    filename: ${scalarSource(str(text))}\n    monitor: a\ntrainer:\n  precision: ${scalarSource(str(text))}\n  max_time: ${scalarSource(str(text))}\n`,
    ),
  interpolation: (text) => String(parseInterpolation(text).ok),
  path: (text) => String(parsePath(text) === null),
  override: (text) => String(parseOverride(`a=${text}`).ok),
  'key of an override': (text) => String(parseOverride(text).ok),
  shell: (text) => [...new Set(readShell(text).problems.map(({ reason }) => reason))].join(' '),
  'command line': (text) => String(readCommandLine(`python a.py ${text}`).overrides.length > 0),
  'command line behind a prompt': (text) => String(readCommandLine(text).overrides.length > 0),
  'line of the editor': (text) => lineContext([text, `  ${text}`, text], text)?.kind ?? 'none',
  'line below a line': (text) => lineContext([text, `  ${text}`, text], '    a')?.kind ?? 'none',
  'reference at a caret': (text) => referenceContext(text)?.kind ?? 'none',
  Markdown: (text) => String(plainMarkdown(text).length >= text.length && codeMarkdown(text).length >= 2),
  'name of a file': (text) => String(copyName(fileName(text)).includes(' copy')),
  'line ends': (text) => String(decodeText(text).format.ends.length),
  'search for a recipe': (text) => String(findRecipes(allRecipes, text, []).length > 0),
}
