import { controlBranchRules } from './control-branch'
import { dreamBoothRules } from './dreambooth'
import { dreamboothLatentRules } from './dreambooth-latents'
import { instructPix2PixRules } from './instruct-pix2pix'
import { loraRules } from './lora'
import type { Rule } from './rule'

/** Rules of ControlNet, DreamBooth, InstructPix2Pix and LoRA. */
export const tuningRules: readonly Rule[] = [
  ...controlBranchRules,
  ...dreamBoothRules,
  ...dreamboothLatentRules,
  ...instructPix2PixRules,
  ...loraRules,
]
