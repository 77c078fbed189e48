import type { Rule } from './rule'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = []
