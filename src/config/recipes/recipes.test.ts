import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import type { Parsed } from '../../core/parsed'
import { isWithin, type Path, parsePath, pathKey, printPath, samePath } from '../../core/path'
import { stepOfKey, type Typed } from '../../core/typed'
import { check } from '../check/check'
import { kindOf } from '../schema/family'
import { recipeText } from './recipe-text'
import { allRecipes, faultOf, type Recipe, recipeCommand } from './recipes'

const officialOf = ({ official }: Recipe): Parsed =>
  parse(readFileSync(new URL(`../../../e2e/fixtures/nemo-configs/${official}`, import.meta.url), 'utf8'))
const pathOf = (written: string): Path => parsePath(written) ?? []
const read = async ({ id }: Recipe): Promise<Parsed> => parse(await recipeText(id))
const wordsOf = ({ text, comments }: Parsed): string[] =>
  comments.map(({ from, to }) => text.slice(from + 1, to).trim()).filter((word) => word.length > 12)

/** The value at a place, undefined where there is none. */
function at(typed: Typed, [step, ...rest]: Path): Typed | undefined {
  if (step === undefined) return typed
  const below =
    typed.t === 'dict'
      ? typed.v.find(([key]) => stepOfKey(key) === step)?.[1]
      : typed.t === 'list'
        ? typed.v[Number(step)]
        : undefined
  return below === undefined ? undefined : at(below, rest)
}

/** The same value without some of its places. */
function without(typed: Typed, places: readonly Path[], here: Path = []): Typed {
  const isKept = (path: Path) => !places.some((place) => samePath(place, path))
  if (typed.t === 'dict')
    return {
      t: 'dict',
      v: typed.v
        .filter(([key]) => isKept([...here, stepOfKey(key)]))
        .map(([key, value]) => [key, without(value, places, [...here, stepOfKey(key)])]),
    }
  if (typed.t === 'list')
    return {
      t: 'list',
      v: typed.v.map((value, i) => without(value, places, [...here, i])).filter((_, i) => isKept([...here, i])),
    }
  return typed
}

/** What a source reads as, undefined for null: no such place. */
const readSource = (source: string | null | undefined): Typed | undefined =>
  source === null || source === undefined ? undefined : at(parse(`v: ${source}\n`).typed, ['v'])

/** Wrong in a way that no value corrects; said in the file and in the gallery. */
const uncorrectable: Readonly<Record<string, readonly string[]>> = {
  dreambooth_lora_train: ['model.peft.peft_scheme'],
}

/** What the text says of the task: fine-tuning is training, and a model alone has none. */
const taskOfScript = {
  train: 'train',
  finetune: 'train',
  infer: 'infer',
  evaluate: 'evaluate',
  quantize: 'quantize',
  export: 'export',
  definition: null,
} as const

test('there is one recipe for each of the 38 official configs', () => {
  expect(new Set(allRecipes.map(({ id }) => id)).size).toBe(38)
  expect(allRecipes.filter(({ rebuilt }) => !rebuilt)).toHaveLength(24)
  for (const { id, fileName, official } of allRecipes) {
    expect(fileName).toBe(`${id}.yaml`)
    expect(official.endsWith(`/conf/${fileName}`)).toBe(true)
  }
})

describe.each(allRecipes.filter(({ rebuilt }) => !rebuilt))('$id and the official file', (recipe) => {
  const corrected = recipe.corrections.map(({ path }) => pathOf(path))

  test('have the same values in the same order, but for the corrections', async () => {
    const [ours, theirs] = [await read(recipe), officialOf(recipe)]
    expect(without(ours.typed, corrected)).toEqual(without(theirs.typed, corrected))
    for (const { path, was, now } of recipe.corrections) {
      expect(at(theirs.typed, pathOf(path)), path).toEqual(readSource(was))
      expect(at(ours.typed, pathOf(path)), path).toEqual(readSource(now))
      expect(readSource(now), path).not.toEqual(readSource(was))
    }
  })

  test('have no comment in common', async () => {
    const [ours, theirs] = [wordsOf(await read(recipe)), wordsOf(officialOf(recipe))]
    expect(ours.length).toBeGreaterThan(3)
    expect(ours.filter((word) => theirs.includes(word))).toEqual([])
  })
})

describe.each(allRecipes)('$id', (recipe) => {
  const { id, family, task, mustFill, corrections, faults, script, launch } = recipe

  test('is read and recognised', async () => {
    const parsed = await read(recipe)
    expect(parsed.problems).toEqual([])
    expect(kindOf(parsed)).toEqual({ family, task: id === 'sd_xl_trt_inference' ? 'trt' : taskOfScript[task] })
  })

  test('fails in nothing but what is to be filled in', async () => {
    const parsed = await read(recipe)
    const known = [...mustFill, ...(uncorrectable[id] ?? [])].map(pathOf)
    const errors = check(parsed).filter(
      ({ level, path }) => level === 'error' && !known.some((place) => isWithin(path, place)),
    )
    expect(errors.map(({ code, path, facts }) => ({ code, path: printPath(path), facts }))).toEqual([])
  })

  test('names every place that is to be filled in', async () => {
    const parsed = await read(recipe)
    const places = mustFill.map(pathOf)
    for (const place of places) expect(parsed.nodes.has(pathKey(place)), printPath(place)).toBe(true)
    const placeholders = [...parsed.nodes.values()].filter(
      ({ scalar }) => scalar?.t === 'str' && /^\?\?\?$|YOUR_|MOUNT_PATH|\/path\/to\//.test(scalar.v),
    )
    const unnamed = placeholders.filter(({ path }) => !places.some((place) => isWithin(path, place)))
    expect(unnamed.map(({ path }) => printPath(path))).toEqual([])
  })

  test('holds its corrections, each for a fault of the official file', async () => {
    const parsed = await read(recipe)
    for (const correction of corrections) {
      expect(at(parsed.typed, pathOf(correction.path)), correction.path).toEqual(readSource(correction.now))
      expect(faultOf(recipe, correction), correction.path).toBeDefined()
    }
    for (const { source } of faults) expect(source.length).toBeGreaterThan(0)
  })

  test('is launched by its script under its name', () => {
    const ways = [launch.singleGpu, launch.multiGpu].filter((way) => way !== null)
    const commands = ways.map((way) => recipeCommand(recipe, way))
    expect(commands.length > 0).toBe(script !== null)
    for (const command of commands) {
      expect(command).toContain(`/opt/NeMo/${script} --config-path="$PWD" --config-name=${id}`)
      expect(command).not.toMatch(/[{}]|\/path\/to/)
    }
  })
})
