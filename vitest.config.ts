import { defineConfig } from 'vitest/config'

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0') },
  test: {
    pool: 'threads',
    // Only to end what hangs; a busy machine may take its time.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          // Modules hold no state that a test may leave changed: the schema and the rules are read once a worker, not once a file.
          isolate: false,
        },
      },
      // What is shown: each file has a page of its own.
      { extends: true, test: { name: 'dom', include: ['src/**/*.test.tsx'], environment: 'jsdom' } },
    ],
  },
})
