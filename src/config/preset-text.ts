const texts = import.meta.glob<string>('./presets/*.yaml', { query: '?raw', import: 'default' })

/** The recipe that the app opens with. */
export const firstPreset = 'sd_train'

/** What a file made from a recipe is called, as the official one is. */
export const presetFileName = (id: string): string => `${id}.yaml`

/** The text of a recipe, fetched when it is wanted. */
export async function presetText(id: string): Promise<string> {
  const load = texts[`./presets/${id}.yaml`]
  if (load === undefined) throw new Error(`no preset ${id}`)
  return load()
}
