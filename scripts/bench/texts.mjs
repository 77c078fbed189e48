import { readFileSync } from 'node:fs'

export const sdTrain = readFileSync(
  'e2e/fixtures/nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml',
  'utf8',
)

/** The value that every measurement types into: `  max_epochs: 2`. */
export const place = {
  line: sdTrain.split('\n').findIndex((line) => line.includes('max_epochs: 2')),
  path: 'trainer.max_epochs',
}

const model = sdTrain
  .slice(sdTrain.search(/^model:/m))
  .split('\n')
  .slice(1)
  .join('\n')

/** `sd_train` with copies of its `model` map under keys of their own, until it has about so many lines. */
export function textOf(lines) {
  let text = sdTrain
  for (let copy = 0, count = text.split('\n').length; count < lines; copy++) {
    const map = `copy_${copy}:\n${model}`
    text += map
    count += map.split('\n').length - 1
  }
  return text
}
