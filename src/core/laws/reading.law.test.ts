import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { docOf, redoDoc, transact, undoDoc } from '../document/doc'
import { diffText } from '../document/text-diff'
import { applyOverrides } from '../hydra/apply-overrides'
import { readCommandLine } from '../hydra/command-line'
import { diffOverrides } from '../hydra/diff-overrides'
import { parseOverride } from '../hydra/parse-override'
import { printOverride } from '../hydra/print-override'
import { expandRuns } from '../hydra/runs'
import { parse, typedOf } from '../omegaconf/parse'
import { planRemoveWithReferences, planRenameWithReferences, planUnlink } from '../omegaconf/plan-references'
import { resolution, resolveAll, resolveAt } from '../omegaconf/resolve'
import type { Parsed } from '../parsed'
import type { Path } from '../path'
import { applyEdits, type Edit, invertEdits } from '../text'
import { blockLines } from '../yaml/block-lines'
import { scalarSource } from '../yaml/scalar'
import { randomCommandLine, randomOverride } from './arguments.test-support'
import { Random } from './random.test-support'
import { firstSeed, patience, texts } from './rounds.test-support'
import { randomText } from './texts.test-support'

/** The texts whose reading by OmegaConf is on record. */
const recorded: readonly string[] = (
  JSON.parse(readFileSync(fileURLToPath(new URL('../oracle/documents.json', import.meta.url)), 'utf8')).cases as {
    readonly yaml?: string
  }[]
).flatMap(({ yaml }) => yaml ?? [])

const pathOf = (random: Random, parsed: Parsed): Path => {
  const known = [...parsed.nodes.values()][random.below(parsed.nodes.size)]?.path ?? []
  return random.once(4) ? [...known, random.pick(['a', 0, -1, true, null, '', '__proto__', 1.5])] : known
}

/** Throws when the edits do not lead from one text to the other and back. */
function follow(before: string, edits: readonly Edit[], after: string): void {
  if (applyEdits(before, edits) !== after) throw new Error('edits lead elsewhere')
  if (applyEdits(after, invertEdits(before, edits)) !== before) throw new Error('edits cannot be taken back')
}

function references(parsed: Parsed, random: Random): void {
  const path = pathOf(random, parsed)
  const { planned } = random.once(2)
    ? planRenameWithReferences(parsed, path, random.pick(['new', 5, 'x y', true]))
    : planRemoveWithReferences(parsed, path)
  const unlinked = planUnlink(parsed, pathOf(random, parsed))
  for (const one of [planned, unlinked]) {
    if (one.ok) follow(parsed.text, one.edits, one.after.text)
    else if ('refusal' in one && one.refusal === 'internal') throw new Error('a plan failed')
  }
}

function overrides(text: string, before: string, random: Random): void {
  const args = Array.from({ length: random.below(3) }, () => randomOverride(random))
  const applied = applyOverrides(text, args)
  if (applied.ok) follow(text, applied.edits, applied.text)
  diffOverrides(before, text)
  for (const arg of [...args, text.slice(0, 50)]) parseOverride(arg)
  expandRuns(args)
  readCommandLine(random.once(5) ? text : randomCommandLine(random))
}

function documents(text: string, before: string): void {
  const edits = diffText(before, text)
  follow(before, edits, text)
  const changed = transact(docOf(before), { edits, origin: 'form', at: 0 })
  const undone = undoDoc(changed)
  if (undone !== null && redoDoc(undone.doc)?.doc.text !== text) throw new Error('undo and redo lead elsewhere')
}

/** Everything but the plans that the core does with a text. */
function readAll(text: string, before: string, random: Random): void {
  const parsed = parse(text)
  if (parsed.problems.some(({ code }) => code === 'internal')) throw new Error('reading failed')
  const typed = typedOf(parsed)
  JSON.stringify(parsed.values, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  if (parsed.sound && JSON.stringify(parse(scalarSource(typed)).typed) !== JSON.stringify(typed))
    throw new Error('the value is read back as another')
  blockLines(typed)
  resolveAll(text)
  for (let i = 0; i < 2; i++) resolveAt(text, pathOf(random, parsed))
  resolution(parsed).failures()
  printOverride(pathOf(random, parsed), typed, random.pick(['change', 'add', 'force_add', 'del'] as const))
  references(parsed, random)
  overrides(text, before, random)
  documents(text, before)
}

function corpus(): string[] {
  return [...recorded, ...Array.from({ length: texts }, (_, i) => randomText(firstSeed + i))]
}

test(
  'no text and no argument makes the core throw',
  () => {
    const failures: string[] = []
    let before = ''
    for (const [i, text] of corpus().entries()) {
      try {
        readAll(text, before, new Random(firstSeed + i))
      } catch (error) {
        const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 6).join('\n') : String(error)
        failures.push(`${JSON.stringify(text)} after ${JSON.stringify(before)}\n${stack}`)
      }
      if (failures.length > 5) break
      before = text
    }
    expect(failures.join('\n\n')).toBe('')
  },
  patience,
)
