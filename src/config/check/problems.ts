import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { repeatedKeyPaths } from '../../core/yaml/source-tree'

/** What keeps a text from being loaded. A repeated key has its place, where the text would be read without it. */
export function problemsOf(parsed: Parsed): Issue[] {
  const { problems } = parsed
  if (!problems.some(isDuplicate) || problems.some(isOther)) return [...problems]
  const paths = repeatedKeyPaths(parsed)
  return problems.map((problem) => {
    const path = isDuplicate(problem) && problem.span !== null ? paths.get(problem.span.from) : undefined
    return path === undefined ? problem : { ...problem, path }
  })
}

const isDuplicate = ({ code }: Issue): boolean => code === 'yaml-duplicate-key'
const isOther = ({ code }: Issue): boolean => code !== 'yaml-duplicate-key' && code !== 'interpolation-syntax'
