import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEdits } from '../text'
import { applyOverrides } from './apply-overrides'

interface Case {
  id: string
  config: string
  overrides: string[]
  ok: boolean
  container?: unknown
  error?: string
  stage?: string
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL('../oracle/overrides-apply.json', import.meta.url), 'utf8'),
)

test.each(cases.map((row) => [`${row.id} ${row.overrides.join(' ')}`, row] as const))('%s', (_, row) => {
  const applied = applyOverrides(row.config, row.overrides)
  if (!applied.ok)
    expect({ error: applied.error, stage: applied.stage }).toEqual({ error: row.error, stage: row.stage })
  else {
    expect(applied.parsed.typed).toEqual(row.container)
    expect(applyEdits(row.config, applied.edits)).toBe(applied.text)
  }
})
