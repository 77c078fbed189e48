import { expect, test } from 'vitest'
import { commands } from './commands'
import { folderOf } from './folder.test-support'

const files = { a: 'b: 1\n' }

const wrong: [string, RegExp, string][] = [
  ['', /^No command given\.$/, ''],
  ['--lang', /^No command given\.$/, ''],
  ['chekc a', /^chekc is no command\. Did you mean check\?$/, ''],
  ['toString', /^toString is no command\.$/, ''],
  ['__proto__ a', /^__proto__ is no command\.$/, ''],
  ['check', /^Name at least one file\.$/, 'check '],
  ['check --nope a', /^There is no option --nope here\.$/, 'check '],
  ['check -x=1 a', /^There is no option -x here\.$/, 'check '],
  ['check a --format', /^--format is used wrongly/, 'check '],
  ['check a --notes=1', /^--notes is used wrongly/, 'check '],
  ['check a --format xml', /^--format xml is not known\. Choose one of: text, json, github, sarif\.$/, 'check '],
  ['check a --fail-on note', /^--fail-on note is not known\. Choose one of: error, warning, info\.$/, 'check '],
  ['check a --family toString', /^--family toString is not known\. Choose one of: sd, sdxl, /, 'check '],
  ['check a --env X', /^X is no NAME=VALUE\.$/, 'check '],
  ['check a --env =1', /^=1 is no NAME=VALUE\.$/, 'check '],
  ['check a --lang fr', /^--lang fr is not known\. Choose one of: en, zh\.$/, 'check '],
  ['set a', /^Name a file and at least one override\.$/, 'set '],
  ['set a b=2 -i -o c', /^Use either --output or --in-place\.$/, 'set '],
  ['set - b=2 -i', /^Standard input cannot be written in place\.$/, 'set '],
  ['set a b=2 --output=', /^--output needs the name of a file\.$/, 'set '],
  ['set a -b=2', /^There is no option -b here\.$/, 'set '],
  ['diff a', /^Name two files\.$/, 'diff '],
  ['diff a a a', /^Name two files\.$/, 'diff '],
  ['diff - -', /^Standard input can be named only once\.$/, 'diff '],
  ['resolve', /^Name exactly one file\.$/, 'resolve '],
  ['resolve a a', /^Name exactly one file\.$/, 'resolve '],
  ['resolve a --path b..c', /^b\.\.c is no path/, 'resolve '],
  ['typed', /^Name exactly one file\.$/, 'typed '],
  ['typed a a', /^Name exactly one file\.$/, 'typed '],
  ['schema a', /^This command takes no arguments\.$/, 'schema '],
  ['schema --draft 4', /^--draft 4 is not known\. Choose one of: 2020-12, 07\.$/, 'schema '],
  ['recipes a b', /^Name one recipe, or none for the list\.$/, 'recipes '],
  ['recipes sd_tarin', /^There is no recipe sd_tarin\. Did you mean sd_train\?$/, 'recipes '],
  ['recipes __proto__', /^There is no recipe __proto__\.$/, 'recipes '],
]

test.each(wrong)('wrong usage: %s', async (args, sentence, command) => {
  const { code, out, err } = await folderOf(files).t2i(args.split(' ').filter((arg) => arg !== ''))
  const [first, second, ...rest] = err.split('\n')
  expect([code, out]).toEqual([2, ''])
  expect(first).toMatch(sentence)
  expect([second, ...rest]).toEqual([`See: t2i-config ${command}--help`, ''])
})

test.each(Object.keys(commands))('help of %s, in both languages', async (name) => {
  const { t2i } = folderOf()
  for (const lang of ['en', 'zh']) {
    const asked = await t2i([name, '--help', '--lang', lang])
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toMatch(new RegExp(`^t2i-config ${name}( .+\n)`))
    for (const args of [
      [name, '-h', 'no such file'],
      ['help', name],
    ])
      expect((await t2i([`--lang=${lang}`, ...args])).out).toBe(asked.out)
  }
})

test('help of all', async () => {
  const { t2i } = folderOf()
  const { code, out } = await t2i(['--help'])
  expect(code).toBe(0)
  for (const name of Object.keys(commands)) expect(out).toContain(`  t2i-config ${name} `)
  for (const args of [['-h'], ['help'], ['help', 'nothing']]) expect((await t2i(args)).out).toBe(out)
})

test('the version', async () => {
  expect(await folderOf().t2i(['--version'])).toMatchObject({ code: 0, out: '0.0.0\n', err: '' })
})
