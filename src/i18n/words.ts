/** What a parameter is called and what a person needs to know of it, in one language. */
export interface FieldWords {
  readonly label: string
  readonly help: string
  /** What happens at launch when it is wrong. */
  readonly fails?: string
}

/**
 * What a rule says. Sentences hold `{name}` for the facts of an issue; `variants` are used where the issue names one. `fix` is the
 * button of its repair, where the kind of repair alone does not say enough.
 */
export interface RuleWords {
  readonly message: string
  readonly fix?: string
  readonly variants?: Readonly<Record<string, string>>
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
  readonly rules: ReadonlyMap<string, RuleWords>
  /** Where a rule was read off: `nemo/utils/exp_manager.py:190`. */
  readonly sources: ReadonlyMap<string, readonly string[]>
}

export const noWords: Words = {
  fields: new Map(),
  titles: new Map(),
  units: new Map(),
  rules: new Map(),
  sources: new Map(),
}

/** Where the words of a language are found. */
export interface WordSources {
  /** Addresses of JSON files: a parameter's id → its words. */
  readonly files: readonly string[]
  /** Likewise a rule's id → its words, and a rule's id → its sources. */
  readonly rules: readonly string[]
  readonly sources: readonly string[]
  readonly titles: Readonly<Record<string, TitleWords>>
  readonly units: Readonly<Record<string, string>>
}

/** Titles and units, as they come with the code; the words of fields and rules are still to be fetched. */
export const titlesOf = ({ titles, units }: WordSources): Words => ({
  ...noWords,
  titles: new Map(Object.entries(titles)),
  units: new Map(Object.entries(units)),
})

/** All words of a language. A file that cannot be had leaves its parameters with their keys for labels. */
export async function fetchWords(from: WordSources): Promise<Words> {
  const [fields, rules, sources] = await Promise.all([
    fetchAll<FieldWords>(from.files),
    fetchAll<RuleWords>(from.rules),
    fetchAll<readonly string[]>(from.sources),
  ])
  return { ...titlesOf(from), fields, rules, sources }
}

const fetchAll = async <T>(addresses: readonly string[]): Promise<Map<string, T>> =>
  new Map((await Promise.all(addresses.map((address) => fetchFile<T>(address)))).flatMap(Object.entries<T>))

async function fetchFile<T>(address: string): Promise<Record<string, T>> {
  try {
    return (await (await fetch(address)).json()) as Record<string, T>
  } catch {
    return {}
  }
}
