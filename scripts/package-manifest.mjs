import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

// The terminal's program is packed with everything it runs in it: whoever installs the package must not fetch what only the app is built of.
// `bare` takes the dependencies out of package.json while npm packs it, `whole` puts the file back as it was.

const manifest = 'package.json'
const kept = 'package.json.packing'

if (process.argv[2] === 'bare') {
  const { dependencies, devDependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (dependencies !== undefined) renameSync(manifest, kept)
  writeFileSync(manifest, `${JSON.stringify(rest, null, 2)}\n`)
} else if (existsSync(kept)) renameSync(kept, manifest)
