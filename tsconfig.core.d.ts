// What browsers and node both have beyond the language, as far as core and config use it: they are compiled without the types of either.

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}
declare function atob(text: string): string
declare function btoa(text: string): string
