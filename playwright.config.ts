import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './scripts/browser.mjs'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // Serves the built app on a free port and tells the workers its address, before they read this file.
  globalSetup: './e2e/serve.ts',
  fullyParallel: true,
  // A page and its driver keep a core busy.
  workers: Math.min(availableParallelism(), 4),
  // In CI a story may be tried twice; one that needs it is listed as flaky in the report, and wants mending.
  retries: process.env.CI ? 1 : 0,
  // Stories wait for states; limits only end what hangs, at some ten times what a quiet machine needs.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: process.env.CI ? [['dot']] : [['list']],
  use: {
    actionTimeout: 120_000,
    baseURL: process.env.APP_ADDRESS,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath !== null && { executablePath }), args: browserFlags },
  },
})
