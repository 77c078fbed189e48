const texts = import.meta.glob<string>('./presets/*.yaml', { query: '?raw', import: 'default' })

/** The text of any recipe, fetched when it is wanted; null when there is none of that id. */
export const loadPresetText = (id: string): Promise<string> | null => texts[`./presets/${id}.yaml`]?.() ?? null
