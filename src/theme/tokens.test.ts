import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function colours(theme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const text = [
  'fg',
  'fg-muted',
  'fg-subtle',
  'accent',
  'error',
  'warning',
  'info',
  'success',
  'changed',
  'syntax-key',
  'syntax-quoted',
  'syntax-number',
  'syntax-keyword',
  'syntax-comment',
  'syntax-reference',
]
const onSoft = ['error', 'warning', 'info', 'success']

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const of = colours(theme)
  const pair = (a: string, b: string) => contrast(of.get(a) ?? '', of.get(b) ?? '')
  test.each(text)('%s is readable (4.5:1) on the page, panels and hover', (name) => {
    for (const ground of ['bg', 'bg-raised', 'bg-sunken', 'bg-hover'])
      expect(pair(name, ground), ground).toBeGreaterThanOrEqual(4.5)
  })
  test.each(onSoft)('%s is readable on its own soft ground', (name) =>
    expect(pair(name, `${name}-soft`)).toBeGreaterThanOrEqual(4.5),
  )
  test('what stands on the accent is readable', () => expect(pair('accent-fg', 'accent')).toBeGreaterThanOrEqual(4.5))
  test('control borders are visible (3:1)', () => expect(pair('border-strong', 'bg')).toBeGreaterThanOrEqual(3))
})
