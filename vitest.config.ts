import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0') },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    // Modules hold no state that a test may leave changed: the schema and the rules are read once a worker, not once a file.
    isolate: false,
    pool: 'threads',
    // Only to end what hangs; a busy machine may take its time.
    testTimeout: 60_000,
  },
})
