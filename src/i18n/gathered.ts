/** Files of data with distinct keys as one. */
export const gathered = <T>(files: Readonly<Record<string, Readonly<Record<string, T>>>>): Record<string, T> =>
  Object.assign({}, ...Object.values(files))
