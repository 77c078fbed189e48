import text from './texts/sd_train.yaml?raw'

/** The text of the recipe that the app opens with; in the built app a file of data of its own, so that a first visit needs no other recipe. */
export const firstRecipeText: string = text

/** The same; the built app asks its server for it, again after a failure. */
export const load = async (): Promise<string> => firstRecipeText
