/** A kind of hostile or very large text: `make(n)` gives one whose length grows in step with `n`; `full` is the size that the table is about. */
export interface HostileText {
  readonly name: string
  readonly full: number
  readonly make: (n: number) => string
}

const repeated = (n: number, part: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => part(i)).join('')

const kind = (name: string, full: number, make: (n: number) => string): HostileText => ({ name, full, make })

const sizes: readonly HostileText[] = [
  kind('everyday lines', 10_000, (n) =>
    repeated(
      n / 10,
      (i) =>
        `s${i}:\n  a: 1\n  b: 0.5\n  c: text # said\n  d: [1, 2]\n  e:\n    f: true\n    g: x\n    h: ${'$'}{s0.a}\n\n`,
    ),
  ),
  kind('one line of characters', 10_000_000, (n) => `note: ${'x'.repeat(n)}\n`),
  kind('one line of words', 10_000_000, (n) => `note: ${'word '.repeat(n / 5)}\n`),
  kind('one line of flow items', 10_000_000, (n) => `note: [${'1, '.repeat(n / 3)}1]\n`),
  kind('one line of flow keys', 1_000_000, (n) => `note: {${repeated(n / 10, (i) => `k${i}: 1, `)}z: 1}\n`),
  kind('one quoted line', 10_000_000, (n) => `note: "${'x\\n'.repeat(n / 3)}"\n`),
  kind('block scalar', 10_000_000, (n) => `note: |\n${`  ${'x'.repeat(97)}\n`.repeat(n / 100)}`),
  kind('folded block scalar', 10_000_000, (n) => `note: >\n${`  ${'x'.repeat(7)}\n`.repeat(n / 10)}`),
  kind('plain scalar of many lines', 1_000_000, (n) => `note: x\n${'  word\n'.repeat(n / 7)}`),
  kind('newlines', 5_000_000, (n) => `a: 1\n${'\n'.repeat(n)}`),
  kind('newlines in a scalar', 5_000_000, (n) => `a: x\n${'\n'.repeat(n)}  y\n`),
  kind('comments', 100_000, (n) => `a: 1\n${'# c\n'.repeat(n)}`),
  kind('keys', 100_000, (n) => repeated(n, (i) => `key_${i}: 1\n`)),
  kind('misspelt keys', 20_000, (n) => `trainer:\n${repeated(n, (i) => `  max_epoch${i}: 1\n`)}`),
  kind('sections of unknown keys', 100_000, (n) => repeated(n / 2, (i) => `s${i}:\n  max_epochs: 1\n`)),
  kind('items', 200_000, (n) => `list:\n${'  - 1\n'.repeat(n)}`),
  kind('item maps', 200_000, (n) => `list:\n${'  - {a: 1}\n'.repeat(n)}`),
  kind('long keys', 1_000_000, (n) => repeated(n / 1000, (i) => `${'k'.repeat(990)}${i}: 1\n`)),
  kind('one key too long', 1_000_000, (n) => `${'k'.repeat(n)}: 1\n`),
  kind('one explicit long key', 1_000_000, (n) => `? ${'k'.repeat(n)}\n: 1\n`),
]

const bombs: readonly HostileText[] = [
  kind('alias bomb', 30, (n) => `a0: &a0 [x, x]\n${repeated(n, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}`),
  kind(
    'many aliases of a large map',
    10_000,
    (n) => `big: &big\n${repeated(100, (i) => `  k${i}: 1\n`)}${repeated(n, (i) => `u${i}: *big\n`)}`,
  ),
  kind(
    'doubling merges',
    30,
    (n) => `k0: &k0 {x: 1}\n${repeated(n, (i) => `k${i + 1}: &k${i + 1}\n  <<: [*k${i}, *k${i}]\n`)}`,
  ),
  kind(
    'chain of merges',
    5_000,
    (n) => `k0: &k0 {x: 1}\n${repeated(n, (i) => `k${i + 1}: &k${i + 1}\n  <<: *k${i}\n  x${i}: 1\n`)}`,
  ),
  kind('nested references', 50, (n) => `b: x\nv: ${'${'.repeat(n)}b${'}'.repeat(n)}\n`),
  kind(
    'nested references, many',
    2_000,
    (n) => `b: x\n${repeated(n, (i) => `v${i}: ${'${'.repeat(30)}b${i}${'}'.repeat(30)}\n`)}`,
  ),
  kind('open references', 100_000, (n) => `v: "${'${'.repeat(n)}"\n`),
  kind('nested resolver names', 50, (n) => `v: "${'${a.'.repeat(n)}b${'}'.repeat(n)}"\n`),
  kind('nested resolver arguments', 90, (n) => `v: "${'${oc.env:A,'.repeat(n)}b${'}'.repeat(n)}"\n`),
  kind('references side by side', 100_000, (n) => `b: x\nv: "${'${b}'.repeat(n)}"\n`),
  kind('dollars', 100_000, (n) => `v: "${'$'.repeat(n)}{"\n`),
  kind('a path of many keys', 100_000, (n) => `v: "\${${'a.'.repeat(n)}a}"\n`),
  kind('dots of a reference', 100_000, (n) => `v: "\${${'.'.repeat(n)}a}"\n`),
  kind('resolver with spaces', 100_000, (n) => `v: "\${a:${' '.repeat(n)}b${' '.repeat(n)}!}"\n`),
  kind('resolver of digits', 100_000, (n) => `v: "\${a:${'1'.repeat(n)}}"\n`),
  kind('resolver of signs', 100_000, (n) => `v: "\${a:${'+-'.repeat(n)}}"\n`),
  kind('backslashes', 100_000, (n) => `v: '${'\\'.repeat(n)}$\{b'\n`),
  kind('chain of references', 5_000, (n) => `${repeated(n, (i) => `a${i}: \${a${i + 1}}\n`)}a${n}: 1\n`),
  kind('chain of references, backwards', 5_000, (n) => `a0: 1\n${repeated(n, (i) => `a${i + 1}: \${a${i}}\n`)}`),
  kind('cycle of references', 5_000, (n) => repeated(n, (i) => `a${i}: \${a${(i + 1) % n}}\n`)),
  kind('references to one absent key', 10_000, (n) => repeated(n, (i) => `a${i}: \${nowhere}\n`)),
  kind('references to absent keys', 10_000, (n) => repeated(n, (i) => `a${i}: \${nowhere${i}}\n`)),
  kind('references that double', 30, (n) => `a0: x\n${repeated(n, (i) => `a${i + 1}: "\${a${i}}\${a${i}}"\n`)}`),
  kind(
    'maps of references that double',
    30,
    (n) => `a0: {x: 1}\n${repeated(n, (i) => `a${i + 1}: {x: "\${a${i}}", y: "\${a${i}}"}\n`)}`,
  ),
  kind(
    'references to a large map',
    2_000,
    (n) => `big:\n${repeated(100, (i) => `  k${i}: 1\n`)}${repeated(n, (i) => `u${i}: \${big}\n`)}`,
  ),
]

const numbers: readonly HostileText[] = [
  kind('sexagesimal digits', 100_000, (n) => `v: 1${':59'.repeat(n / 3)}\n`),
  kind('sexagesimal float', 100_000, (n) => `v: 1${':59'.repeat(n / 3)}.5\n`),
  kind('decimal digits', 100_000, (n) => `v: ${'9'.repeat(n)}\n`),
  kind('hexadecimal digits', 100_000, (n) => `v: 0x${'f'.repeat(n)}\n`),
  kind('underscores', 100_000, (n) => `v: 1${'_'.repeat(n)}x\n`),
  kind('float digits', 100_000, (n) => `v: 1.${'0'.repeat(n)}x\n`),
  kind('digit groups', 100_000, (n) => `v: ${'1_1'.repeat(n / 3)}!\n`),
  kind('numbers of many digits', 1_000_000, (n) => repeated(n / 4000, (i) => `v${i}: ${'9'.repeat(3990)}\n`)),
  kind('binary', 100_000, (n) => `v: !!binary "${'=A'.repeat(n / 2)}"\n`),
]

const broken: readonly HostileText[] = [
  kind('open brackets', 100_000, (n) => `a: ${'['.repeat(n)}\n`),
  kind('deep blocks', 1_000, (n) => repeated(n, (i) => `${' '.repeat(i)}a:\n`)),
  kind('open quote', 1_000_000, (n) => `a: "${'x\n'.repeat(n / 2)}`),
  kind('duplicate keys', 100_000, (n) => repeated(n, () => 'a: 1\n')),
  kind('tabs', 1_000_000, (n) => `a: 1\n${'\t'.repeat(n)}b: 2\n`),
  kind('spaces', 1_000_000, (n) => `a: 1${' '.repeat(n)}x: 2\n`),
  kind('indicators', 100_000, (n) => `${'- '.repeat(n)}\n`),
  kind('question marks', 100_000, (n) => `${'? '.repeat(n)}\n`),
  kind('anchors', 100_000, (n) => repeated(n, (i) => `a${i}: &x${i} 1\n`)),
  kind('percent signs in a tag', 100_000, (n) => `a: !${'%41'.repeat(n / 3)} x\n`),
  kind(
    'values of a rule',
    20_000,
    (n) =>
      `_target_: ${'a.'.repeat(n)}\ntrainer:\n  precision: ${'1-'.repeat(n)}x\n  max_time: ${'0'.repeat(n)}:\nexp_manager:\n  resume_from_checkpoint: ${'/a'.repeat(n)}\n  checkpoint_callback_params:\n    filename: "${'{a'.repeat(n)}"\n`,
  ),
]

/** Many things to say of one text, of each kind that the check can say. */
const faults: readonly HostileText[] = [
  kind('keys in a known section', 100_000, (n) => `trainer:\n${repeated(n, (i) => `  key_${i}: 1\n`)}`),
  kind('unknown keys of the model', 20_000, (n) => `model:\n${repeated(n, (i) => `  k${i}: 1\n`)}`),
  kind('keys of wrong types', 20_000, (n) =>
    repeated(n / 4, (i) => `s${i}:\n  trainer: {max_epochs: x}\n  precision: [1]\n`),
  ),
  kind(
    'items of wrong types',
    20_000,
    (n) =>
      `model:\n  unet_config:\n    attention_resolutions:\n${'      - x\n'.repeat(n)}trainer:\n  devices:\n${'    - x\n'.repeat(n)}`,
  ),
  kind(
    'broken references in a section',
    20_000,
    (n) => `trainer:\n${repeated(n, (i) => `  k${i}: \${model.k${i}}\n`)}`,
  ),
  kind(
    'references to a value of a wrong type',
    20_000,
    (n) => `trainer:\n  max_epochs: x\n  devices:\n${'    - ${trainer.max_epochs}\n'.repeat(n)}`,
  ),
  kind('duplicate keys in a section', 20_000, (n) => `trainer:\n${'  devices: 1\n'.repeat(n)}`),
  kind('maps with a class', 20_000, (n) => `model:\n${repeated(n, (i) => `  m${i}: {_target_: nemo.x${i}}\n`)}`),
  kind(
    'augmentations with a class',
    20_000,
    (n) =>
      `model:\n  data:\n    train:\n      augmentations:\n${repeated(n, (i) => `        a${i}: {_target_: nemo.x${i}}\n`)}`,
  ),
  kind('values to fill in', 20_000, (n) => `model:\n${repeated(n, (i) => `  k${i}: ???\n`)}`),
  kind('values to fill in at many places', 20_000, (n) => repeated(n, (i) => `k${i}: ???\n`)),
  kind('placeholders', 20_000, (n) => repeated(n, (i) => `k${i}: /path/to/x${i}\n`)),
  kind('values that read differently', 20_000, (n) => repeated(n, (i) => `k${i}: on\n`)),
  kind('muted issues', 20_000, (n) => repeated(n, (i) => `k${i}: on # t2i-config: ignore reads-differently\n`)),
  kind('malformed references', 20_000, (n) => repeated(n, (i) => `k${i}: \${a\n`)),
  kind('names near to one another', 20_000, (n) => repeated(n, (i) => `max_epochs_${i}: \${max_epoch_${i}}\n`)),
]

export const hostileTexts: readonly HostileText[] = [...sizes, ...faults, ...bombs, ...numbers, ...broken]
