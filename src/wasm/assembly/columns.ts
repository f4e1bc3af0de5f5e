/** Columns of whole numbers of four bytes, one after the other. */

// @ts-ignore: decorator
@inline
export function at(column: usize, row: u32): i32 {
  return load<i32>(column + (<usize>row << 2));
}

// @ts-ignore: decorator
@inline
export function put(column: usize, row: u32, value: i32): void {
  store<i32>(column + (<usize>row << 2), value);
}
