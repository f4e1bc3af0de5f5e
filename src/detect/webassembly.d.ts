/** What is used of WebAssembly's JavaScript interface (W3C): Node has it, its types leave it to the browser's. */
declare namespace WebAssembly {
  type Module = object;
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const Instance: new (module: Module, imports: Record<string, Record<string, unknown>>) => Instance;
  const Memory: new (size: { initial: number }) => Memory;
}
