import type { CheckedFile } from './located-issue'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Workflow commands that GitHub Actions shows as annotations. docs.github.com: "Workflow commands for GitHub Actions" */
export const githubReport = (files: readonly CheckedFile[]): string =>
  files
    .flatMap(({ file, issues }) =>
      issues.map(({ level, message, code, path, line, column, endLine, endColumn }) => {
        // A column range is only allowed within one line.
        const end = endLine === line ? `,endLine=${line},endColumn=${endColumn}` : `,endLine=${endLine}`
        const place = `file=${property(file)},line=${line},col=${column}${end},title=${property(code)}`
        return `::${commands[level]} ${place}::${data(path === '' ? message : `${path}: ${message}`)}\n`
      }),
    )
    .join('')
