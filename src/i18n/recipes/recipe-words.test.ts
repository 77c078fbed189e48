import { describe, expect, test } from 'vitest'
import { allRecipes } from '../../config/recipes/recipes'
import { type RecipeWords, recipeCatalog, recipeWordsOf } from './recipe-words'

const [en, zh] = [await recipeCatalog('en'), await recipeCatalog('zh')]
const sentences = ({ title, summary, notes, faults }: RecipeWords) => [title, summary, ...notes, ...faults]

test('each recipe has words in both languages, and only recipes have', () => {
  const ids = allRecipes.map(({ id }) => id)
  expect(Object.keys(en)).toEqual(ids)
  expect(Object.keys(zh)).toEqual(ids)
})

describe.each(allRecipes)('$id', ({ id, faults }) => {
  const [english, chinese] = [recipeWordsOf(en, id), recipeWordsOf(zh, id)]

  test('has a sentence for each fault, and as many notes in either language', () => {
    expect(english.faults).toHaveLength(faults.length)
    expect(chinese.faults).toHaveLength(faults.length)
    expect(chinese.notes).toHaveLength(english.notes.length)
    for (const sentence of [...sentences(english), ...sentences(chinese)]) expect(sentence.trim()).not.toBe('')
  })

  test('speaks English in English and Chinese in Chinese', () => {
    for (const sentence of sentences(english)) expect(sentence).not.toMatch(/[\u3000-\u9fff]/)
    for (const sentence of sentences(chinese).slice(1)) expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  })
})

test('a recipe without words is known by its id', () => {
  expect(recipeWordsOf({}, 'sd_train')).toEqual({ title: 'sd_train', summary: '', notes: [], faults: [] })
})
