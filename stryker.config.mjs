/** Mutation tests of the core and the state: `npm run mutants`, or of one folder `npm run mutants -- -m 'src/state/drafts/**'`. */
export default {
  testRunner: 'vitest',
  // Only the files that import what was changed are run.
  vitest: { related: true },
  mutate: [
    'src/core/**/*.ts',
    'src/state/**/*.{ts,tsx}',
    '!src/**/*.test.ts',
    '!src/**/*.test-support.ts',
    '!src/**/*.test.tsx',
  ],
  // TypeScript 7 has no API to rewrite a tsconfig.json with; nothing here needs another one.
  tsconfigFile: '-',
  coverageAnalysis: 'perTest',
  ignorePatterns: ['dist', 'dist-cli', 'test-results', 'public'],
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'node_modules/.cache/stryker-incremental.json',
  concurrency: 2,
  timeoutMS: 20_000,
  disableTypeChecks: false,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false },
}
