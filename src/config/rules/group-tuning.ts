import type { Rule } from '../view/rule'
import { controlBranchRules } from './tuning/control-branch'
import { dreamBoothRules } from './tuning/dreambooth'
import { dreamboothLatentRules } from './tuning/dreambooth-latents'
import { instructPix2PixRules } from './tuning/instruct-pix2pix'
import { loraRules } from './tuning/lora'

/** Rules of ControlNet, DreamBooth, InstructPix2Pix and LoRA. */
export const tuningRules: readonly Rule[] = [
  ...controlBranchRules,
  ...dreamBoothRules,
  ...dreamboothLatentRules,
  ...instructPix2PixRules,
  ...loraRules,
]
