/** Fixed numbers of the ZIP format (APPNOTE 6.3), as far as this program writes it. */
export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_OF_DIRECTORY = 0x06054b50;
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const STORED = 0;
export const DEFLATED = 8;

/** One file in a package, its data still as it lies there. */
export interface ZipEntry {
  readonly name: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly compressed: Uint8Array;
  readonly content: Uint8Array;
}
