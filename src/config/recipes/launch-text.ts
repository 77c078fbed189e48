import { shellQuote } from '../../core/hydra/shell-words'

/**
 * What starts the processes of a script: `python`, one; `torchrun`, one on each GPU; `torchrun-shell`, the same in a shell each, which says
 * by SLURM_LOCALID which GPU is its own; `python-each`, one on each GPU that knows nothing of the others.
 */
type Launcher = 'python' | 'torchrun' | 'torchrun-shell' | 'python-each'

/** A way to launch a script on one machine. */
export interface LaunchWay {
  readonly launcher: Launcher
  readonly processes: number
  /** What the script is told of them, by printed paths; `processes`: their number. */
  readonly overrides: Readonly<Record<string, number | 'processes'>>
}

/** A launch as data. Hydra takes a relative path from the script's folder, so the folder that the shell is in is named as the config's. */
export interface LaunchCommand {
  readonly launcher: Launcher
  readonly processes: number
  /** The script's absolute path. */
  readonly script: string
  /** The file of the config without its ending. */
  readonly configName: string
  /** Hydra's overrides, not yet quoted. */
  readonly overrides: readonly string[]
}

/** The command for a POSIX shell. `between` stands between its arguments: a blank, or a line continuation. */
export function launchText(command: LaunchCommand, between: ' ' | ' \\\n  ' = ' '): string {
  const { launcher, processes, script, configName, overrides } = command
  const args = ['--config-path="$PWD"', shellQuote(`--config-name=${configName}`), ...overrides.map(shellQuote)]
  const started = (program: string): string => [`${program} ${script}`, ...args].join(between)
  switch (launcher) {
    case 'python':
      return started('python')
    case 'torchrun':
      return started(`torchrun --nproc_per_node=${processes}`)
    case 'torchrun-shell': {
      const inner = started('export SLURM_LOCALID=$LOCAL_RANK; exec python')
      return `torchrun --nproc_per_node=${processes} --no-python bash -c ${shellQuote(inner)}`
    }
    case 'python-each': {
      const gpus = Array.from({ length: processes }, (_, i) => i).join(' ')
      return `for i in ${gpus}; do ${started('CUDA_VISIBLE_DEVICES=$i python')} & done; wait`
    }
  }
}
