import { expect, test } from 'vitest'
import { parse } from '../core/omegaconf/parse'
import { copyName, fileName, pastedName } from './file-name'

test.each([
  ['', 'config.yaml'],
  ['  ', 'config.yaml'],
  ['..', 'config.yaml'],
  ['mine', 'mine.yaml'],
  ['mine.yml', 'mine.yml'],
  ['sd_v1.5', 'sd_v1.5.yaml'],
  ['conf/mine', 'conf-mine.yaml'],
  ['a<b>:c', 'a-b-c.yaml'],
  ['配置', '配置.yaml'],
])('typed: %j', (typed, name) => expect(fileName(typed)).toBe(name))

test.each([
  ['name: my run\n', 'my run.yaml'],
  ['name: a.yaml\n', 'a.yaml'],
  ['name: a.b.c\n', 'a.b.c.yaml'],
  ['name: ${x}\n', 'pasted.yaml'],
  ['name: ???\n', 'pasted.yaml'],
  ['name: 12\n', 'pasted.yaml'],
  ['name:\n', 'pasted.yaml'],
  ['name: [a]\n', 'pasted.yaml'],
  ['- name\n', 'pasted.yaml'],
  ['name: "unclosed\n', 'pasted.yaml'],
])('pasted: %j', (text, name) => expect(pastedName(parse(text))).toBe(name))

test.each([
  ['a.yaml', 'a copy.yaml'],
  ['a', 'a copy'],
  ['a.b.yml', 'a.b copy.yml'],
])('copy of %j', (name, copy) => expect(copyName(name)).toBe(copy))
