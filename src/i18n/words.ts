/** What a parameter is called and what a person needs to know of it, in one language. */
export interface FieldWords {
  readonly label: string
  readonly help: string
  /** What happens at launch when it is wrong. */
  readonly fails?: string
}

/** Titles of sections and groups (`trainer`, `trainer.precision`), and a section's one-line description. */
export interface TitleWords {
  readonly title: string
  readonly description?: string
}

/** The words of the config in one language, loaded beside the app. */
export interface Words {
  readonly fields: ReadonlyMap<string, FieldWords>
  readonly titles: ReadonlyMap<string, TitleWords>
  readonly units: ReadonlyMap<string, string>
}

export const noWords: Words = { fields: new Map(), titles: new Map(), units: new Map() }

/** Where the words of a language are found. */
export interface WordSources {
  /** Addresses of JSON files: a parameter's id → its words. */
  readonly files: readonly string[]
  readonly titles: Readonly<Record<string, TitleWords>>
  readonly units: Readonly<Record<string, string>>
}

/** Titles and units, as they come with the code; the fields' words are still to be fetched. */
export const titlesOf = ({ titles, units }: WordSources): Words => ({
  fields: new Map(),
  titles: new Map(Object.entries(titles)),
  units: new Map(Object.entries(units)),
})

/** All words of a language. A file that cannot be had leaves its parameters with their keys for labels. */
export async function fetchWords(sources: WordSources): Promise<Words> {
  const files = await Promise.all(sources.files.map(fetchFile))
  return { ...titlesOf(sources), fields: new Map(files.flatMap((file) => Object.entries(file))) }
}

async function fetchFile(address: string): Promise<Record<string, FieldWords>> {
  try {
    return (await (await fetch(address)).json()) as Record<string, FieldWords>
  } catch {
    return {}
  }
}
