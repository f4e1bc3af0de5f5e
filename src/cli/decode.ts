export async function decodeCommand(_t: unknown, _o: unknown): Promise<number> {
  return 0;
}
