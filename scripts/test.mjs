import { existsSync } from 'node:fs'
import { findBrowser } from './browser.mjs'
import { installMissing, run } from './install.mjs'

installMissing()
run('npm', ['run', '--silent', 'types'], 'Types: see above.')
run('npm', ['run', '--silent', 'lint'], 'Lint: see above; `npm run format` fixes most of it.')
run('npm', ['run', '--silent', 'unit'], 'A unit test failed; see above.')
if (findBrowser() === null) {
  const { chromium } = await import('@playwright/test')
  if (!existsSync(chromium.executablePath()))
    run(
      'npx',
      ['--no-install', 'playwright', 'install', 'chromium'],
      'No Chrome or Chromium was found and none could be downloaded. Install one, or name it: CHROMIUM_PATH=/path/to/chrome npm test',
    )
}
run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], 'The build failed; see above.')
run('npm', ['run', '--silent', 'e2e'], 'An end-to-end story failed; see above.')
