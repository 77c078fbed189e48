import { shortName } from '../../config/schema/targets/targets'
import type { FieldWords, Words } from '../words'

/** What is said of a class at a place: its own words there, else those that hold everywhere. */
export const classWordsOf = (words: Words, place: string, name: string): FieldWords | undefined =>
  words.fields.get(`${place.replace(/^denoiser_config/, 'model.denoiser_config')}=${shortName(name)}`) ??
  words.fields.get(`=${shortName(name)}`)
