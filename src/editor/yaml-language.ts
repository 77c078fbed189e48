import type { languages } from 'monaco-editor/editor/editor.api.js'

/** No pairs: what the user did not type is not written. */
export const yamlConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [],
  surroundingPairs: [],
  wordPattern: /[^\s,[\]{}:#'"]+/,
  folding: { offSide: true },
  // languages.IndentAction.Indent
  onEnterRules: [{ beforeText: /^(?!\s*#).*:\s*$/, action: { indentAction: 1 } }],
}

const rest = String.raw`(?=[ \t]*(?:$|[ \t]#))`
const restInFlow = String.raw`(?=[ \t]*(?:$|[,\]}]|[ \t]#))`
const number = String.raw`[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|0b[01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))`
const special = String.raw`\.(?:nan|NaN|NAN)`
const keyword = 'true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|null|Null|NULL|~'
const colon = String.raw`[ \t]*:(?=\s|$)`
const colonInFlow = String.raw`[ \t]*:(?=[\s,\]}]|$)`
const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`
const plainKey = String.raw`[^\s:#"'[\]{},&*!|>%@\x60](?:[^:#\s]|(?<=\S)#|:(?=\S)|[ \t](?!#))*?`
const plainFlowKey = String.raw`[^\s:#"'[\]{},&*!|>%@\x60](?:[^:#,[\]{}\s]|(?<=\S)#|:(?=[^\s,\]}])|[ \t](?!#))*?`

const scalarRules = (end: string): languages.IMonarchLanguageRule[] => [
  [new RegExp(String.raw`\?\?\?${end}`), 'missing'],
  [new RegExp(`(?:${keyword})${end}`), 'keyword'],
  [new RegExp(`(?:${number}|${special})${end}`), 'number'],
]

const referenceRules = (end: languages.IExpandedMonarchLanguageAction): languages.IMonarchLanguageRule[] => [
  [/^(?=.)/, { token: '@rematch', next: '@pop' }],
  [/\$\{/, { token: 'reference', next: '@reference' }],
  [/\}/, end],
  [/[^${}]+|[${]/, 'reference'],
]

/**
 * Colours as OmegaConf reads the text (YAML 1.1 words, its numbers, `???`, `${…}`). Each rule is linear in the line. A plain scalar is a
 * state of its own until its line ends, so that `12` inside a sentence is no number. Whatever enters a state that ends at the start of
 * a line takes a character first; else the two would send each other the same place for ever.
 */
export const yamlTokens: languages.IMonarchLanguage = {
  defaultToken: '',
  // Monaco's own themes have colours for names that end in `.yaml`.
  tokenPostfix: '.config',
  tokenizer: {
    root: [
      { include: '@layout' },
      [/^(?:---|\.\.\.)(?=\s|$)/, 'punctuation'],
      [/^%.*$/, 'comment'],
      [/[-?](?=\s|$)/, 'punctuation'],
      [new RegExp(`(?:${quoted})(?=${colon})`), 'key'],
      [new RegExp(`${plainKey}(?=${colon})`), 'key'],
      [/:(?=\s|$)/, 'punctuation'],
      [/[|>][-+0-9]*(?=[ \t]*(?:$|#))/, { token: 'punctuation', next: '@blockStart' }],
      { include: '@value' },
      ...scalarRules(rest),
      [/\$\{/, { token: 'reference', next: '@plainReference' }],
      [/\S/, { token: 'string', next: '@plain' }],
    ],
    layout: [
      [/[ \t]+/, ''],
      [/#.*$/, 'comment'],
    ],
    value: [
      [/[&*][^\s,[\]{}]+/, 'anchor'],
      [/![^\s,[\]{}]*/, 'anchor'],
      [/\[/, { token: '@brackets', next: '@flow' }],
      [/\{/, { token: '@brackets', next: '@flow' }],
      [/"/, { token: 'quoted', next: '@double' }],
      [/'/, { token: 'quoted', next: '@single' }],
    ],
    plain: [
      [/^(?=.)/, { token: '@rematch', next: '@pop' }],
      [/[ \t]+(?=#)/, { token: '', next: '@pop' }],
      [/\$\{/, { token: 'reference', next: '@reference' }],
      [/[^\s$]+|[ \t]+|\$/, 'string'],
    ],
    flow: [
      { include: '@layout' },
      [/[\]}]/, { token: '@brackets', next: '@pop' }],
      [/,/, 'punctuation'],
      [new RegExp(`(?:${quoted})(?=${colonInFlow})`), 'key'],
      [new RegExp(`${plainFlowKey}(?=${colonInFlow})`), 'key'],
      [/:/, 'punctuation'],
      { include: '@value' },
      ...scalarRules(restInFlow),
      [/\$\{/, { token: 'reference', next: '@flowPlainReference' }],
      [/\S/, { token: 'string', next: '@flowPlain' }],
    ],
    flowPlain: [
      [/^(?=.)/, { token: '@rematch', next: '@pop' }],
      [/(?=[,[\]{}])/, { token: '', next: '@pop' }],
      [/[ \t]+(?=#)/, { token: '', next: '@pop' }],
      [/\$\{/, { token: 'reference', next: '@reference' }],
      [/[^\s$,[\]{}]+|[ \t]+|\$/, 'string'],
    ],
    double: [
      [/\$\{/, { token: 'reference', next: '@reference' }],
      [/\\./, 'escape'],
      [/"/, { token: 'quoted', next: '@pop' }],
      [/[^\\"$]+|\$|\\/, 'quoted'],
    ],
    single: [
      [/\$\{/, { token: 'reference', next: '@reference' }],
      [/''/, 'escape'],
      [/'/, { token: 'quoted', next: '@pop' }],
      [/[^'$]+|\$/, 'quoted'],
    ],
    // A reference ends with its line at the latest.
    reference: referenceRules({ token: 'reference', next: '@pop' }),
    plainReference: referenceRules({ token: 'reference', switchTo: '@plain' }),
    flowPlainReference: referenceRules({ token: 'reference', switchTo: '@flowPlain' }),
    // The first line of a block scalar says how far it is indented; what follows belongs to it while it is indented as far.
    blockStart: [
      [/#.*$/, 'comment'],
      [/^([ ]+)(?=\S)/, { token: 'string', switchTo: '@block.$1' }],
      [/^(?=\S)/, { token: '@rematch', next: '@pop' }],
      [/[ \t]+/, ''],
    ],
    block: [
      [/^([ ]*)(?=\S)/, { cases: { '$1~$S2[ ]*': 'string', '@default': { token: '@rematch', next: '@pop' } } }],
      [/\$\{/, { token: 'reference', next: '@reference' }],
      [/[^$]+|\$/, 'string'],
    ],
  },
}
