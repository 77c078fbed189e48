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

export function wordsOf(
  files: readonly Readonly<Record<string, FieldWords>>[],
  titles: Readonly<Record<string, TitleWords>>,
  units: Readonly<Record<string, string>>,
): Words {
  return {
    fields: new Map(files.flatMap((file) => Object.entries(file))),
    titles: new Map(Object.entries(titles)),
    units: new Map(Object.entries(units)),
  }
}
