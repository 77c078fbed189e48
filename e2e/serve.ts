import { preview } from 'vite'

/** Serves the built app on a port that is free; the stories find its address in `APP_ADDRESS`. */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 0, strictPort: false } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the built app is not served')
  process.env.APP_ADDRESS = `http://127.0.0.1:${address.port}`
  return () => server.close()
}
