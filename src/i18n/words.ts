/** What a parameter is called and what a user needs to know of it, in one language. */
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
interface TitleWords {
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
  /** True when some of them could not be had. */
  readonly incomplete: boolean
}

export const noWords: Words = {
  fields: new Map(),
  titles: new Map(),
  units: new Map(),
  rules: new Map(),
  sources: new Map(),
  incomplete: false,
}

/** Titles and units, as they come with the code. */
export interface Titles {
  readonly titles: Readonly<Record<string, TitleWords>>
  readonly units: Readonly<Record<string, string>>
}

/** Titles and units; the words of fields and rules are still to come. */
export const wordsOfTitles = ({ titles, units }: Titles): Words => ({
  ...noWords,
  titles: new Map(Object.entries(titles)),
  units: new Map(Object.entries(units)),
})
