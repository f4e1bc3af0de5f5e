/** Whether standard output gets colours: NO_COLOR (no-color.org) and FORCE_COLOR decide before the terminal does. */
export function wantsColor(): boolean {
  if (process.env['NO_COLOR']) return false;
  if (process.env['FORCE_COLOR'] && process.env['FORCE_COLOR'] !== '0') return true;
  return process.stdout.isTTY;
}
