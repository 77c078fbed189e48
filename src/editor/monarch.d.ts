/** The reader of token rules, which Monaco ships without types: what its tests here use of it. */
declare module 'monaco-editor/editor/standalone/common/monarch/monarchCompile.js' {
  export function compile(languageId: string, rules: unknown): unknown
}

declare module 'monaco-editor/editor/standalone/common/monarch/monarchLexer.js' {
  type State = { readonly stack: unknown }

  export class MonarchTokenizer {
    constructor(languages: unknown, theme: unknown, languageId: string, lexer: unknown, configuration: unknown)
    getInitialState(): State
    tokenize(
      line: string,
      hasEnd: boolean,
      state: State,
    ): { readonly tokens: readonly { readonly offset: number; readonly type: string }[]; readonly endState: State }
  }
}
