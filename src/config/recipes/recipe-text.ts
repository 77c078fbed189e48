/** The recipe that the app opens with. */
export const firstPreset = 'sd_train'

/** What a file made from a recipe is called, as the official one is. */
export const presetFileName = (id: string): string => `${id}.yaml`

/** The text of a recipe, fetched when it is wanted; rejects when it cannot be had, and may be asked again. The first one's comes alone. */
export async function presetText(id: string): Promise<string> {
  if (id === firstPreset) return (await import('./first-recipe-text')).load()
  const text = (await (await import('./recipe-texts')).load())[id]
  if (text === undefined) throw new Error(`no preset ${id}`)
  return text
}
