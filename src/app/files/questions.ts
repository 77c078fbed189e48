/** What the user is asked before something of theirs would be lost. */
export type Question =
  | {
      readonly kind: 'changed-on-disk'
      readonly name: string
      /** When it was changed, in milliseconds since 1970. */
      readonly modified: number
      /** What the file holds now; null when that is no text. */
      readonly theirs: string | null
      readonly mine: string
    }
  | { readonly kind: 'gone-from-disk'; readonly name: string; readonly theirs: string; readonly mine: string }
  | { readonly kind: 'replace-unsaved'; readonly name: string }

export type Answer = 'overwrite' | 'copy' | 'theirs' | 'replace' | 'cancel'

/** One question at a time; what is asked while another stands is answered with `cancel`. */
export interface Questions {
  ask(question: Question): Promise<Answer>
  current(): Question | null
  answer(answer: Answer): void
  subscribe(listener: () => void): () => void
}

export function createQuestions(): Questions {
  const listeners = new Set<() => void>()
  let asked: { readonly question: Question; readonly answer: (answer: Answer) => void } | null = null
  const show = (next: typeof asked) => {
    asked = next
    for (const listener of listeners) listener()
  }
  return {
    ask: (question) =>
      new Promise((answer) => {
        if (asked === null) show({ question, answer })
        else answer('cancel')
      }),
    current: () => asked?.question ?? null,
    answer(answer) {
      const open = asked
      show(null)
      open?.answer(answer)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
