import type { Issue } from '../../core/issue'

/** Codes, with the variant where only one of a code's sentences asks for a value that is not there yet. */
const codes: ReadonlySet<string> = new Set([
  ...['missing-value', 'placeholder'],
  ...['data-dataset-path-empty', 'data-dataset-path-empty/entry', 'data-local-root-path', 'ip2p-data-path'],
  ...['data-placeholder-path', 'data-placeholder-path/folder'],
  ...['infer-restore-path', 'lora-infer-path', 'imagen-stages', 'prompts-empty', 'edit-empty-prompt'],
])

/** True for what the user has yet to give: `???`, placeholders such as `/path/to/…`, and what only they can know where nothing stands. */
export const isFillIn = ({ code, variant }: Issue): boolean =>
  codes.has(variant === undefined ? code : `${code}/${variant}`)
