/**
 * All of standard input.
 * @param signal ends the reading; what came until then is returned
 */
export async function readStdin(signal?: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  signal?.addEventListener('abort', () => process.stdin.destroy());
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return Buffer.concat(chunks);
}
