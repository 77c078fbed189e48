import { installMissing, run } from './install.mjs'

const port = process.env.PORT ?? '4173'

installMissing()
run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], 'The build failed; the message is above.')
console.log(`\nThe editor is at http://127.0.0.1:${port}  (stop with Ctrl+C)\n`)
run(
  'npx',
  [
    '--no-install',
    'vite',
    'preview',
    '--host',
    '127.0.0.1',
    '--port',
    port,
    '--strictPort',
    ...(process.env.CI ? [] : ['--open']),
  ],
  `The server stopped. If port ${port} is taken, choose another: PORT=4174 npm start`,
)
