import type { Parsed } from '../core/parsed'

/** What an operating system, or a path, takes for something else in a file's name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\\/:*?"<>|\u0000-\u001f]+/g
const ending = /\.[a-z]{2,10}$/i

/** A name as a file can have it: `.yaml` where it has no ending, `config.yaml` where it is empty. */
export function fileName(typed: string): string {
  const name = typed.replace(forbidden, '-').trim()
  if (name === '' || /^[-.]+$/.test(name)) return 'config.yaml'
  return ending.test(name) ? name : `${name}.yaml`
}

/** What a pasted config is called: by its own `name:`, where that is a plain text. */
export function pastedName({ nodes }: Pick<Parsed, 'nodes'>): string {
  const scalar = nodes.get('/name')?.scalar
  const isName =
    scalar?.t === 'str' && scalar.v.trim() !== '' && scalar.v.length <= 100 && !/\$\{|^\?\?\?$/.test(scalar.v)
  return isName ? fileName(`${scalar.v.replace(ending, '')}.yaml`) : 'pasted.yaml'
}

/** The name of a second file beside the first: `a.yaml` becomes `a copy.yaml`. */
export const copyName = (name: string): string =>
  ending.test(name) ? name.replace(ending, (end) => ` copy${end}`) : `${name} copy`
