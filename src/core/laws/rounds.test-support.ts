import process from 'node:process'

/** Texts on which the laws of the core are whole; `npm test` takes a fifth, `npm run laws` many more. */
const whole = 1500
const inTests = whole / 5

/** Texts that the laws of the core are tried on: `LAWS=50000`. */
export const texts = Number(process.env.LAWS ?? inTests)

/** Where the corpus starts: `LAWS_SEED=7` tries other texts. */
export const firstSeed = Number(process.env.LAWS_SEED ?? 1) * 1_000_000

/** Rounds of a law that is whole with so many: a fifth in `npm test`, and as many times more in `npm run laws` as there are more texts. */
export const rounds = (enough: number): number => Math.max(1, Math.round((enough * texts) / whole))

/** False in `npm test`, which takes a part of what is tried at random. */
export const isWhole = texts >= whole

/** Rounds of what is tried at random beside the laws: all of them in `npm run laws`, a fifth in `npm test`. */
export const share = (all: number): number => Math.min(all, rounds(all))

/** Only to end what hangs. */
export const patience = 60_000 + texts * 200
