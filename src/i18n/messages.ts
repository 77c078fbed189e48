import type { en } from './app/en'

/** Every sentence and word of the app in one language; English is the shape, the others are complete by type. */
export type Messages = {
  readonly [K in keyof typeof en]: Widened<(typeof en)[K]>
}

export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [K in keyof T]: Widened<T[K]> }

export type Language = 'en' | 'zh'
