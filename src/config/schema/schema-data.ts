import { describe, type FieldSpec, type Section } from './field'
import { configShape, sections } from './schema'
import { targetClasses } from './targets/all'
import type { TargetClass } from './targets/target-class'

/** A section without its zod objects: the names of its keys in order. */
export type SectionData = Pick<Section, 'id' | 'path' | 'groups' | 'tasks' | 'models'> & {
  readonly keys: readonly string[]
}

/** The schema as plain data, which is all that forms, checks and completion need. */
export interface SchemaData {
  readonly sections: readonly SectionData[]
  /** The whole config as an object without a place. */
  readonly root: FieldSpec
  /** The classes that `_target_` may name. */
  readonly targets: readonly TargetClass[]
}

/** Read off the zod schema; in the built app a file of data fetched beside the code (`scripts/data-files.ts`), so that zod stays out of it. */
export const schemaData: SchemaData = {
  sections: sections.map(({ fields, self: _, nullable: __, ...section }) => ({
    ...section,
    keys: Object.keys(fields),
  })),
  root: {
    pattern: [],
    id: '',
    meta: { unknownKeys: 'warning' },
    accepts: [{ kind: 'dict', fields: describe(configShape, [], ''), free: null }],
  },
  targets: targetClasses,
}

/**
 * Resolves when `schemaData` is there. The built app asks its server for it, again after a failure; everything that imports `schemaData`
 * reads it while it is evaluated, and is therefore imported after this.
 */
export const load = async (): Promise<SchemaData> => schemaData
