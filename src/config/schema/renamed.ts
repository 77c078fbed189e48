/** What keys are called now that other versions, other sections or other tools call by another name; by the object that holds them. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // lightning:src/lightning/pytorch/trainer/trainer.py:88 of version 1 against version 2
  trainer: {
    gpus: 'devices',
    num_processes: 'devices',
    tpu_cores: 'devices',
    ipus: 'devices',
    checkpoint_callback: 'enable_checkpointing',
    progress_bar_refresh_rate: 'enable_progress_bar',
    weights_summary: 'enable_model_summary',
    reload_dataloaders_every_epoch: 'reload_dataloaders_every_n_epochs',
    terminate_on_nan: 'detect_anomaly',
  },
  exp_manager: {
    max_time: 'max_time_per_run',
    straggler_detection_callback_params: 'straggler_detection_params',
  },
  'exp_manager.ema': { enabled: 'enable' },
}

/** The key that is meant by another name, null when there is none. */
export function renamedTo(parent: string, key: string): string | null {
  const renamed = Object.hasOwn(names, parent) ? names[parent] : undefined
  return renamed !== undefined && Object.hasOwn(renamed, key) ? (renamed[key] ?? null) : null
}
