import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Tokens = ReadonlyMap<string, string>

function tokensOf(theme: 'light' | 'dark'): Tokens {
  const block = new RegExp(`data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [light = 0, dark = 0] = [front, back].map((name) => luminance(tokens.get(name) ?? '')).sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

type Pair = readonly [front: string, back: string]
const pairs = (fronts: readonly string[], backs: readonly string[]): Pair[] =>
  fronts.flatMap((front) => backs.map((back): Pair => [front, back]))

const grounds = ['bg', 'bg-raised', 'bg-sunken', 'bg-hover']
const levels = ['error', 'warning', 'info', 'success', 'changed']
const softs = [...levels, 'accent'].map((level) => `${level}-soft`)
const syntax = ['key', 'string', 'quoted', 'number', 'keyword', 'comment', 'reference'].map((kind) => `syntax-${kind}`)

/** Text on its ground (WCAG 2.2, 1.4.3). */
const text: Pair[] = [
  ...pairs(['fg', 'fg-muted', 'fg-subtle', 'accent', ...levels, ...syntax], grounds),
  ...pairs(['fg', 'fg-muted'], ['bg-active', ...softs]),
  ...pairs(['accent'], ['accent-soft']),
  ...levels.map((level): Pair => [level, `${level}-soft`]),
  ...pairs(['accent-fg'], ['accent-fill', 'accent-hover']),
  ...pairs(['error-fg'], ['error-fill', 'error-hover']),
]

/** Outlines, rings, marks and fills on their ground (WCAG 2.2, 1.4.11). */
const controls = pairs(
  ['border-strong', 'border-hover', 'accent', 'accent-fill', 'error-fill', 'changed'],
  ['bg', 'bg-raised', 'bg-sunken'],
)

describe.each([
  ['light', tokensOf('light')],
  ['dark', tokensOf('dark')],
] as const)('%s theme', (_theme, tokens) => {
  test.each(text)('text: %s on %s', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(controls)('control: %s on %s', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(3)
  })
  test('colours are plain hex, as Monaco needs them', () => {
    const others = [...tokens].filter(([name, value]) => !name.startsWith('shadow') && !/^#[0-9a-f]{6,8}$/.test(value))
    expect(others).toEqual([])
  })
})

test('both themes set the same colours', () => {
  expect([...tokensOf('dark').keys()].sort()).toEqual([...tokensOf('light').keys()].sort())
})
