/** The recipe that the app opens with. */
export const firstPreset = 'sd_train'

/** What a file made from a recipe is called, as the official one is. */
export const presetFileName = (id: string): string => `${id}.yaml`

/** The text of a recipe, fetched when it is wanted. The first one's comes alone: it is all that a first visit needs. */
export async function presetText(id: string): Promise<string> {
  if (id === firstPreset) return (await import('./presets/sd_train.yaml?raw')).default
  const text = await (await import('./preset-texts')).loadPresetText(id)
  if (text === null) throw new Error(`no preset ${id}`)
  return text
}
