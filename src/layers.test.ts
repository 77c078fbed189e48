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

/** Packages that only one place may name. Others are free to every layer that may use React. */
const packageHome: Record<string, readonly string[]> = {
  zod: ['config', 'state'],
  'react-hook-form': ['form'],
  'monaco-editor': ['editor', 'boot'],
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

test('platform sees of state its ports only', () => {
  const beyond = files
    .filter((file) => layerOf(file) === 'platform')
    .flatMap((file) => importsOf(file).map((specifier) => (specifier.startsWith('.') ? targetOf(file, specifier) : '')))
    .filter((target) => layerOf(target) === 'state' && target !== 'state/ports.ts')
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
