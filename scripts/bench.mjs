import { installMissing, run } from './install.mjs'

/*
 * Prints what the app costs beside plain Monaco, a form of react-jsonschema-form and a bare React page in the same run, each from the event
 * to the frame in which the result is painted. Nothing is asserted: figures differ by machine, read the ratios.
 *
 *   npm run bench                                   all sizes
 *   npm run bench -- --lines 200,1000 --rounds 10   some sizes, fewer keys
 *   npm run bench -- --against REV                  two builds of the app, in turn
 */

installMissing()
run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], 'The build failed; see above.')
const { main } = await import('./bench/main.mjs')
await main(process.argv.slice(2))
process.exit(0)
