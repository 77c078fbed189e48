/** The version of package.json; put in when the program is built (`scripts/build-cli.mjs`). */
declare const __VERSION__: string
