/** A part of the app could not be fetched. After `forget` it is fetched anew when it is next wanted. */
export class NotLoaded extends Error {
  constructor(
    cause: unknown,
    readonly forget: () => void,
  ) {
    super('a part of the app could not be loaded', { cause })
    this.name = 'NotLoaded'
  }
}

/**
 * A part that is fetched when it is first wanted: the same promise every time. It rejects with `NotLoaded`, and goes on rejecting until that
 * is forgotten, so that a component which waits for it does not ask without end.
 */
export function fetchedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  const ask = (): Promise<T> => {
    const mine = load().catch((cause: unknown) => {
      throw new NotLoaded(cause, () => {
        if (asked === mine) asked = null
      })
    })
    return mine
  }
  return () => {
    asked ??= ask()
    return asked
  }
}
