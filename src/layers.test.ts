import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = dirname(fileURLToPath(import.meta.url))

/** For each folder of src: the folders it may import. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  config: ['core'],
  state: ['config', 'core'],
  theme: [],
  boot: ['core'],
  ui: ['theme', 'boot'],
  i18n: ['config', 'core', 'boot'],
  platform: ['state'],
  form: ['state', 'config', 'core', 'ui', 'i18n', 'theme', 'boot'],
  editor: ['state', 'config', 'core', 'ui', 'i18n', 'theme', 'boot'],
  panels: ['state', 'config', 'core', 'ui', 'i18n', 'theme', 'boot'],
  app: ['form', 'editor', 'panels', 'platform', 'state', 'config', 'core', 'ui', 'i18n', 'theme', 'boot'],
  cli: ['config', 'core', 'i18n'],
}

/** The rooms of a folder from the lowest up: each may import those of the rows before its own. Files beside rooms join them. */
const rooms: Record<string, readonly (readonly string[])[]> = {
  core: [['yaml'], ['yaml12', 'omegaconf'], ['hydra', 'document']],
  config: [['schema'], ['context', 'fixes', 'view'], ['rules', 'recipes'], ['check']],
  'config/rules': [
    ['shared'],
    ['batch'],
    ['trainer', 'latent'],
    ['checkpoints', 'data', 'exp-manager', 'imagen', 'optim', 'running', 'tuning'],
  ],
  form: [['inputs', 'dialogs'], ['rows']],
  i18n: [['app'], ['panels', 'cli', 'fields', 'rules', 'recipes']],
  state: [['drafts', 'views'], ['references']],
  app: [['files', 'search'], ['recipes']],
  cli: [['reports'], ['commands']],
}

/** A folder in which nobody finds anything at a glance has more files of code than this. */
const mostFiles = 27

/** Packages that only one place may name. Others are free to every layer that may use React. */
const packageHome: Record<string, readonly string[]> = {
  zod: ['config', 'state'],
  'react-hook-form': ['form'],
  'monaco-editor': ['editor', 'boot'],
  '@monaco-editor/react': ['editor'],
  yaml: ['core/yaml12'],
  diff: ['core/document'],
  sarif: ['cli/reports'],
  'write-file-atomic': ['cli'],
  'idb-keyval': ['platform'],
}
const reactLayers = ['state', 'ui', 'i18n', 'form', 'editor', 'panels', 'app']

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test(-support)?\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

const importPattern = /(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  return [...source.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '')
}

const targetOf = (file: string, specifier: string): string => {
  const path = relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
  return files.find((known) => [`${path}.ts`, `${path}.tsx`, path].includes(known)) ?? path
}

const layerOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')
const packageOf = (specifier: string): string =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '')

test('imports go down only', () => {
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier))
      .filter((target) => {
        const [from, to] = [layerOf(file), layerOf(target)]
        return from !== '' && from !== to && !(mayImport[from] ?? []).includes(to)
      })
      .map((target) => `${file} → ${target}`),
  )
  expect(upward).toEqual([])
})

test.each(Object.entries(rooms))('the rooms of %s open downwards only', (folder, rows) => {
  const roomOf = (path: string): string =>
    path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).match(/^([^/]+)\//)?.[1] ?? '') : ''
  const levelOf = (room: string): number => rows.findIndex((row) => row.includes(room))
  const known = new Set(files.map(roomOf).filter((room) => room !== '' && !['laws', 'oracle'].includes(room)))
  expect([...known].sort()).toEqual(rows.flat().sort())
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier))
      .filter((target) => {
        const [from, to] = [roomOf(file), roomOf(target)]
        return from !== '' && to !== '' && from !== to && levelOf(to) >= levelOf(from)
      })
      .map((target) => `${file} → ${target}`),
  )
  expect(upward).toEqual([])
})

test('no folder holds more code than can be looked over', () => {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([])
})

test('platform sees of state its ports only, and how what it keeps is read', () => {
  const beyond = files
    .filter((file) => layerOf(file) === 'platform')
    .flatMap((file) => importsOf(file).map((specifier) => (specifier.startsWith('.') ? targetOf(file, specifier) : '')))
    .filter((target) => layerOf(target) === 'state' && !['state/ports.ts', 'state/preferences.ts'].includes(target))
  expect(beyond).toEqual([])
})

test('each package stays in its layer', () => {
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .map(packageOf)
      .filter((name) => {
        const homes = packageHome[name] ?? (name.startsWith('virtual') ? ['app'] : reactLayers)
        return layerOf(file) !== '' && !homes.some((home) => file.startsWith(`${home}/`))
      })
      .map((name) => `${file} names ${name}`),
  )
  expect(strays).toEqual([])
})

test('no import circle', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => targetOf(file, specifier))
        .filter((target) => files.includes(target)),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (trail.includes(file) || done.has(file)) return
    for (const target of graph.get(file) ?? []) walk(target, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('only index.ts of the core gathers other files', () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file) && file !== 'core/index.ts')).toEqual([])
})
