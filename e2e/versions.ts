import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { headers } from '../scripts/headers'

const folder = 'dist'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
}

type Files = ReadonlyMap<string, Buffer>

const built = (): Files =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length).replaceAll('\\', '/'), readFileSync(file)]),
  )

/** The built app as a later build of it would be: every script has another name, and the page says that it is the second. */
function later(files: Files): Files {
  const scripts = [...files.keys()].filter((path) => /^\/assets\/.*\.js$/.test(path)).map((path) => path.slice(8, -3))
  const renamed = (text: string): string =>
    scripts.reduce((all, name) => all.replaceAll(`${name}.js`, `${name}-2.js`), text)
  return new Map(
    [...files].map(([path, bytes]) => {
      if (!/\.(js|html)$/.test(path)) return [path, bytes]
      const text = renamed(bytes.toString('utf8'))
        .replace('<html ', '<html data-version="second" ')
        .replace(/(url:"index\.html",revision:")[^"]*/, '$1second')
      return [renamed(path), Buffer.from(text)]
    }),
  )
}

/** Serves the built app from an origin of its own, until `deploy` puts a later version in its place: no file of the first is left then. */
export async function serveVersions(): Promise<{ address: string; deploy: () => void; close: () => void }> {
  const first = built()
  let files = first
  const server = createServer(({ url }, response) => {
    const path = new URL(url ?? '/', 'http://localhost').pathname
    const bytes = files.get(path === '/' ? '/index.html' : path)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('Content-Type', types[extname(path)] ?? 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', 'no-cache')
    response.statusCode = bytes === undefined ? 404 : 200
    response.end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the versions are not served')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    deploy: () => {
      files = later(first)
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
