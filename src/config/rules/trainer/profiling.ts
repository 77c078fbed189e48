import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { trains } from '../shared/training'

const profiles = ['model.nsys_profile', 'model.memory_profile'].map((at) => ({
  at,
  enabled: `${at}.enabled`,
  start: `${at}.start_step`,
  end: `${at}.end_step`,
}))
type Profile = (typeof profiles)[number]

const isEnabled = (c: ConfigView, { at, enabled }: Profile): boolean => trains(c) && c.isDict(at) && c.isTrue(enabled)

/** A rule over both profiles, with the steps of one that is enabled. */
const forProfiles = (
  rule: Omit<Rule, 'check'>,
  check: (profile: Profile, start: number, end: number) => Finding | null,
): Rule => ({
  ...rule,
  *check(c) {
    for (const profile of profiles) {
      if (!isEnabled(c, profile)) continue
      const finding = check(profile, c.int(profile.start) ?? 0, c.int(profile.end) ?? 0)
      if (finding !== null) yield finding
    }
  },
})

/** Nsight and memory profiles. */
export const profilingRules: readonly Rule[] = [
  forProfiles({ id: 'nsys-order', level: 'error' }, ({ start, end }, a, b) =>
    b < a ? { at: end, also: [start], facts: { a, b }, fix: set(end, a + 2) } : null,
  ),
  forProfiles({ id: 'nsys-same-step', level: 'warning', families: ['dreambooth', 'imagen'] }, ({ start, end }, a, b) =>
    a === b && a >= 1 ? { at: end, also: [start], facts: { a }, fix: set(end, a + 2) } : null,
  ),
  forProfiles(
    { id: 'nsys-no-effect', level: 'warning', families: ['sd', 'sdxl', 'controlnet', 'instruct_pix2pix'] },
    ({ enabled }) => ({ at: enabled, fix: set(enabled, false) }),
  ),
  {
    id: 'memory-profile-path',
    level: 'error',
    check: (c) => {
      const at = 'model.memory_profile.output_path'
      return trains(c) && c.isDict('model.memory_profile') && c.isTrue('model.memory_profile.enabled') && !c.isSet(at)
        ? { at, also: ['model.memory_profile.enabled'] }
        : null
    },
  },
]
