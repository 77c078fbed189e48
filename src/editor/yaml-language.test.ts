import fc from 'fast-check'
import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile.js'
import { MonarchTokenizer } from 'monaco-editor/editor/standalone/common/monarch/monarchLexer.js'
import { describe, expect, test } from 'vitest'
import { share } from '../core/laws/rounds.test-support'
import { yamlTokens } from './yaml-language'

const tokenizer = new MonarchTokenizer({}, {}, 'yaml', compile('yaml', yamlTokens), {
  getValue: () => 5000,
  onDidChangeConfiguration: () => ({ dispose: () => undefined }),
})

/** The tokens of a text as Monaco's own reader gives them: `type:text`, white space and what has no colour left out. */
function tokensOf(text: string): string[] {
  let state = tokenizer.getInitialState()
  return text.split('\n').flatMap((line) => {
    const { tokens, endState } = tokenizer.tokenize(line, true, state)
    state = endState
    return tokens
      .map(({ offset, type }, i) => ({
        type: type.replace(/\.config$/, ''),
        text: line.slice(offset, tokens[i + 1]?.offset),
      }))
      .filter(({ type, text: part }) => type !== '' && part.trim() !== '')
      .map(({ type, text: part }) => `${type}:${part}`)
  })
}

describe('colours', () => {
  test.each([
    ['lr: 1e-4', 'key:lr punctuation:: number:1e-4'],
    ['a: 0.', 'key:a punctuation:: number:0.'],
    ['a: 1 # n', 'key:a punctuation:: number:1 comment:# n'],
    ['a: b # c: d', 'key:a punctuation:: string:b comment:# c: d'],
    ['a b: c', 'key:a b punctuation:: string:c'],
    ['a: 12 px', 'key:a punctuation:: string:12 px'],
    ['a: px 12', 'key:a punctuation:: string:px 12'],
    ['a: True', 'key:a punctuation:: keyword:True'],
    ['a: off', 'key:a punctuation:: keyword:off'],
    ['a: null', 'key:a punctuation:: keyword:null'],
    ['a: nullable', 'key:a punctuation:: string:nullable'],
    ['a: ???', 'key:a punctuation:: missing:???'],
    ['a: x#y', 'key:a punctuation:: string:x#y'],
    ['a: http://b', 'key:a punctuation:: string:http://b'],
    ['word', 'string:word'],
    ['a: ${b.c}', 'key:a punctuation:: reference:${b.c}'],
    ['a: x/${b}/${c:${d}}y', 'key:a punctuation:: string:x/ reference:${b} string:/ reference:${c:${d}} string:y'],
    ['a: "x ${b} \\n"', 'key:a punctuation:: quoted:"x  reference:${b} escape:\\n quoted:"'],
    ["a: 'it''s'", "key:a punctuation:: quoted:'it escape:'' quoted:s'"],
    ['"a b": 1', 'key:"a b" punctuation:: number:1'],
    ['- a: 1', 'punctuation:- key:a punctuation:: number:1'],
    ['- 5', 'punctuation:- number:5'],
    [
      'a: [1, x y, ${b}]',
      'key:a punctuation:: delimiter.square:[ number:1 punctuation:, string:x y punctuation:, reference:${b} delimiter.square:]',
    ],
    ['a: {b: true}', 'key:a punctuation:: delimiter.curly:{ key:b punctuation:: keyword:true delimiter.curly:}'],
    ['a: &x 1\nb: *x', 'key:a punctuation:: anchor:&x number:1 key:b punctuation:: anchor:*x'],
    [
      'a: |\n  b: 1\n   c\nd: 2',
      'key:a punctuation:: punctuation:| string:  b: 1 string:   c key:d punctuation:: number:2',
    ],
    [
      '- a: |-\n    x\n  b: 2',
      'punctuation:- key:a punctuation:: punctuation:|- string:    x key:b punctuation:: number:2',
    ],
    ['a: |\nb: 1', 'key:a punctuation:: punctuation:| key:b punctuation:: number:1'],
    ['a: x\n  y\nb: 1', 'key:a punctuation:: string:x string:y key:b punctuation:: number:1'],
    ['a: "x\n  y"\nb: 1', 'key:a punctuation:: quoted:"x quoted:  y" key:b punctuation:: number:1'],
    ['学习率: 中文 值', 'key:学习率 punctuation:: string:中文 值'],
    ['a: ${b\nc: 1', 'key:a punctuation:: reference:${b key:c punctuation:: number:1'],
    ['---', 'punctuation:---'],
  ])('%j', (text, tokens) => expect(tokensOf(text).join(' ')).toBe(tokens))
})

describe('any text is read to its end, in bounded steps', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'x: ',
      '- ',
      '${',
      '}',
      '"',
      "'",
      '[',
      ']',
      '{',
      '{{',
      ',',
      '#',
      ' #',
      '|',
      '>-',
      '&',
      '*',
      '!',
      '?',
      '???',
      '%',
      ':',
      '\\',
      '$',
    ],
    ...['  ', '\t', '\n', '1', '---', '中', '`', '@', '\u{1f600}'],
  )

  test('tokens cover each line from its start, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        let state = tokenizer.getInitialState()
        for (const line of pieces.join('').split('\n')) {
          const { tokens, endState } = tokenizer.tokenize(line, true, state)
          state = endState
          const offsets = tokens.map(({ offset }) => offset)
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b))
          if (line !== '') expect(offsets[0]).toBe(0)
        }
      }),
      { seed: 5, numRuns: share(3000) },
    )
  })

  test.each([' ', ':', 'a', 'a ', '"', "'", '${', '[', '{', '- ', '1', '\\', '#', ' #', '?', '1.', 'a: '])(
    'a line of 4,900 characters of %j',
    (unit) => {
      const line = unit.repeat(Math.floor(4900 / unit.length))
      const { tokens } = tokenizer.tokenize(line, true, tokenizer.getInitialState())
      expect(tokens[0]?.offset).toBe(0)
    },
  )

  test.each(['a~b', 'a: b~# note', 'a: b~c', '- a~# note', '[a~b]', '{a~# note', 'a: "b~', 'a:~'])(
    'white space of 4,000 characters in %j',
    (marked) => {
      for (const blank of [' ', '\t']) {
        const line = marked.replace('~', blank.repeat(4000))
        const { tokens } = tokenizer.tokenize(line, true, tokenizer.getInitialState())
        expect(tokens[0]?.offset).toBe(0)
      }
    },
  )
})
