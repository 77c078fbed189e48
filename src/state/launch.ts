import { kindOf } from '../config/family'
import { type Preset, presets } from '../config/presets'
import { printCommandLine } from '../core/hydra/command-line'
import { shownParsed } from './field-view'
import type { AppState } from './store'

/** The recipe whose script would read the open config: the one that its file is named after, else the first of its kind. */
export function recipeFor(state: AppState): Preset | null {
  const { name } = state.doc.opened.file
  const named = presets.find(({ fileName }) => fileName === name)
  if (named !== undefined) return named
  const kind = kindOf(shownParsed(state), state.pinned)
  const isOfKind = ({ family, task, script }: Preset) =>
    script !== null && family === kind.family && (task === kind.task || (task === 'finetune' && kind.task === 'train'))
  return presets.find(isOfKind) ?? null
}

const folder = '--config-path=FOLDER'

/** A command line that starts `script` on the config file `fileName` of the folder that the shell is in. */
export function launchCommand(
  script: string,
  fileName: string,
  overrides: readonly string[],
  processes: number | null,
): string {
  const line = printCommandLine({
    script: `/opt/NeMo/${script}`,
    configPath: 'FOLDER',
    configName: fileName.replace(/\.ya?ml$/, ''),
    overrides,
    ...(processes === null ? {} : { processes }),
  })
  // Hydra takes a relative path from the script's folder: the shell's own has to be named, in quotes that let it be filled in.
  return line.replace(folder, '--config-path="$PWD"')
}
