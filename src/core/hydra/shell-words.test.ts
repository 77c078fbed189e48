import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from '../laws/rounds.test-support'
import { readShell, shellQuote } from './shell-words'

const wordsOf = (source: string, variables?: ReadonlyMap<string, string>) =>
  readShell(source, variables).commands.map(({ words }) => words.map(({ text }) => text))
const reasonsOf = (source: string) => readShell(source).problems.map(({ reason, text }) => [reason, text])

test.each<[string, string[]]>([
  ['a  b\tc', ['a', 'b', 'c']],
  [`'a b' "c d"`, ['a b', 'c d']],
  [`a'b c'"d e"f`, ['ab cd ef']],
  [`"a\\"b" "c\\\\d" "e\\nf" "g\\\`h" "\\$x"`, ['a"b', 'c\\d', 'e\\nf', 'g`h', '$x']],
  [`'a\\'`, ['a\\']],
  [`a\\ b \\'c \\\\`, ['a b', "'c", '\\']],
  [`'it'\\''s'`, ["it's"]],
  [`$'a\\tb\\n\\'\\\\\\x41\\u00e9\\U0001F600\\101\\q'`, ["a\tb\n'\\Aé😀A\\q"]],
  [`$"a b"`, ['a b']],
  [`'' ""`, ['', '']],
  ['a # b c', ['a']],
  ['a#b "#c"', ['a#b', '#c']],
  ['a \\\n  b \\\r\n c', ['a', 'b', 'c']],
  ['a\\\nb', ['ab']],
  ['"a\\\nb"', ['ab']],
  ["'a\nb'", ['a\nb']],
  ['a \\\n> b \\\n> c', ['a', 'b', 'c']],
  ['a \\  \n b', ['a', 'b']],
  ['a \\  # note\n b', ['a', 'b']],
  ["'${a.b}' '$x'", ['${a.b}', '$x']],
  ['$ a$ "$"', ['$', 'a$', '$']],
  ['a > log.txt 2>&1 b', ['a', 'b']],
  ['a &>log b', ['a', 'b']],
  ['betas=[0.9,0.999] *.py ~k', ['betas=[0.9,0.999]', '*.py', '~k']],
])('%j is %j', (source, words) => expect(wordsOf(source)).toEqual([words]))

test('commands end at line ends and operators', () => {
  expect(wordsOf('a 1\nb 2 && c; d | e & f')).toEqual([['a', '1'], ['b', '2'], ['c'], ['d'], ['e'], ['f']])
  expect(wordsOf('# only a comment\n\n')).toEqual([])
})

test('variables with a known value are replaced, others stay and are named', () => {
  const known = new Map([['DATA', '/d x']])
  expect(wordsOf('$DATA/a "${DATA}" \'$DATA\'', known)).toEqual([['/d x/a', '/d x', '$DATA']])
  expect(wordsOf('$HOME/x "${a.b}" $(pwd) `ls` ${x:-y}')).toEqual([['$HOME/x', '${a.b}', '$(pwd)', '`ls`', '${x:-y}']])
})

test.each<[string, [string, string][]]>([
  [`a 'b c`, [['open-quote', `'b c`]]],
  [`a "b c`, [['open-quote', `"b c`]]],
  [
    'x=$HOME "${a.b}"',
    [
      ['variable', '$HOME'],
      ['variable', '${a.b}'],
    ],
  ],
  [
    'x=$(pwd) `ls`',
    [
      ['command', '$(pwd)'],
      ['command', '`ls`'],
    ],
  ],
  ['+m={a:1,b:2}', [['braces', '+m={a:1,b:2}']]],
  ["'+m={a:1,b:2}' m={a:1}", []],
  [
    'k=choice(1)',
    [
      ['parenthesis', '('],
      ['parenthesis', ')'],
    ],
  ],
  [
    'a 2>&1 >x',
    [
      ['redirection', '2>&1'],
      ['redirection', '>x'],
    ],
  ],
  ['a \\ \nb', [['blank-after-backslash', '\\']]],
])('%j: %j', (source, problems) => expect(reasonsOf(source)).toEqual(problems))

test('words know where they stand and how far they were bare', () => {
  const [command] = readShell(`A='x y' b`).commands
  expect(command?.words).toEqual([
    { text: 'A=x y', bare: 2, from: 0, to: 7 },
    { text: 'b', bare: 1, from: 8, to: 9 },
  ])
})

test.each<[string, string]>([
  ['model.optim.lr=1e-5', 'model.optim.lr=1e-5'],
  ['+a=b', '+a=b'],
  ['', "''"],
  ['~k', "'~k'"],
  ['=x', "'=x'"],
  ['a b', "'a b'"],
  ["it's", `"it's"`],
  ["it's $5", `"it's \\$5"`],
  ["'''$$$$", `"'''\\$\\$\\$\\$"`],
  ["it's!", `'it'\\''s!'`],
  ['k="${a}"', `'k="\${a}"'`],
  ['[1,2]', "'[1,2]'"],
  ['学习率', "'学习率'"],
  ['a\nb', "'a\nb'"],
])('%j is quoted as %s', (arg, quoted) => expect(shellQuote(arg)).toBe(quoted))

const anyText = fc.string({ unit: fc.constantFrom(...'ab=\'"\\$`!#~*?[]{}()<>|&;, \t\n\r.-é学😀'), maxLength: 14 })
test('what is quoted is read back, alone and among others', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 }), (args) => {
      const { commands, problems } = readShell(args.map(shellQuote).join(' '))
      expect(commands.map(({ words }) => words.map(({ text }) => text))).toEqual([args])
      expect(problems).toEqual([])
    }),
    { seed: 51, numRuns: share(1500) },
  )
})

test('any text is read to its end without a throw', () => {
  fc.assert(
    fc.property(anyText, fc.string({ unit: 'binary' }), (a, b) => {
      const { commands } = readShell(a + b)
      for (const { words } of commands) for (const { from, to } of words) expect(from).toBeLessThanOrEqual(to)
    }),
    { seed: 52, numRuns: share(1500) },
  )
  for (const part of ["'", '"', '\\', '$(', '${', '`', '(', '<', '\\\n', '{,', '{', "$'", ' \\ ', '#'])
    expect(readShell(part.repeat(30_000)).commands.length).toBeLessThan(100_000)
})
