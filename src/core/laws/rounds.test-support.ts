import process from 'node:process'

/** Texts that the laws of the core are tried on in `npm test`. */
const inTests = 1500

/** Texts that the laws of the core are tried on: `LAWS=50000`. */
export const texts = Number(process.env.LAWS ?? inTests)

/** Where the corpus starts: `LAWS_SEED=7` tries other texts. */
export const firstSeed = Number(process.env.LAWS_SEED ?? 1) * 1_000_000

/** Rounds of a law that takes so many in `npm test`, and as many times more in `npm run laws` as there are more texts. */
export const rounds = (least: number): number => Math.max(1, Math.round((least * texts) / inTests))

/** Only to end what hangs. */
export const patience = 60_000 + texts * 200
