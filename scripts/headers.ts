import type { Plugin } from 'vite'

/** Policies of Trusted Types that Monaco makes; all of them give out HTML that it has made or sanitized itself. */
const monacoPolicies = [
  'dompurify',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'tokenizeToString',
]

/**
 * What a page of this app may load and run: files of its own origin. Inline styles are allowed for Monaco, which has no other way;
 * `t2i-config` is src/boot/trusted-address.ts.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${monacoPolicies.join(' ')} t2i-config`,
]

/** The policy for a page that no header speaks for. Who may frame it can be said in a header only. */
export const policyInPage = contentSecurityPolicy.join('; ')

/** What every answer of a server says. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...contentSecurityPolicy, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** How long an answer may be taken from a cache: what has its own hash in its name for ever, all else after asking. */
const cacheOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Writes the headers down for static hosts, as `_headers`, and gives them out when the built app is previewed. */
export const securityHeaders: Plugin = {
  name: 'security-headers',
  config: () => ({ preview: { headers } }),
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      response.setHeader('Cache-Control', cacheOf(request.url ?? ''))
      next()
    })
  },
  generateBundle() {
    const lines = (of: Readonly<Record<string, string>>) =>
      Object.entries(of).map(([name, value]) => `  ${name}: ${value}`)
    const cached = (path: string) => [path, `  Cache-Control: ${cacheOf(path)}`]
    const source = ['/*', ...lines(headers), ...cached('/assets/*'), ...['/', '/index.html', '/sw.js'].flatMap(cached)]
    this.emitFile({ type: 'asset', fileName: '_headers', source: `${source.join('\n')}\n` })
  },
}
