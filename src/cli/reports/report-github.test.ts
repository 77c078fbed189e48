import { expect, test } from 'vitest'
import type { LocatedIssue } from './located-issue'
import { githubReport } from './report-github'

const issue: LocatedIssue = {
  code: 'unknown-key',
  level: 'error',
  path: 'trainer.devicess',
  message: 'It is wrong.',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 13,
}
const place = 'line=3,col=5,endLine=3,endColumn=13,title=unknown-key'

const rows: [string, string, Partial<LocatedIssue>, string][] = [
  ['an error', 'a.yaml', {}, `::error file=a.yaml,${place}::trainer.devicess: It is wrong.\n`],
  ['a warning', 'a.yaml', { level: 'warning' }, `::warning file=a.yaml,${place}::trainer.devicess: It is wrong.\n`],
  ['a note', 'a.yaml', { level: 'info' }, `::notice file=a.yaml,${place}::trainer.devicess: It is wrong.\n`],
  ['the whole file', 'a.yaml', { path: '' }, `::error file=a.yaml,${place}::It is wrong.\n`],
  [
    'signs that end a property',
    'c:\\a,b%.yaml',
    { code: 'x:y,z' },
    '::error file=c%3A\\a%2Cb%25.yaml,line=3,col=5,endLine=3,endColumn=13,title=x%3Ay%2Cz::trainer.devicess: It is wrong.\n',
  ],
  [
    'line ends and percent signs in the sentence',
    'a\r\nb',
    { message: '100%: a, b\r\nc\n::error::d' },
    `::error file=a%0D%0Ab,${place}::trainer.devicess: 100%25: a, b%0D%0Ac%0A::error::d\n`,
  ],
  [
    'several lines: columns are only for one',
    'a.yaml',
    { endLine: 5, endColumn: 1 },
    '::error file=a.yaml,line=3,col=5,endLine=5,title=unknown-key::trainer.devicess: It is wrong.\n',
  ],
]

test.each(rows)('annotation: %s', (_, file, change, line) => {
  expect(githubReport([{ file, issues: [{ ...issue, ...change }] }])).toBe(line)
})

test('one line an issue, over all files', () => {
  const files = ['a', 'b'].map((file) => ({ file, issues: [issue, issue] }))
  expect(githubReport(files).match(/^::error file=[ab],.+$/gm)).toHaveLength(4)
  expect(githubReport([{ file: 'a', issues: [] }])).toBe('')
})
