import { bytesOf } from '../byte-strings';
import type { NewObject } from './append-update';
import type { Size } from './signature-box';
import { pdfNumber } from './write-pdf-object';

/** What the box shows, drawn upright in its own coordinates, before it is placed on a page. */
export interface Drawing {
  readonly size: Size;
  /** Content of the form, without its matrix. */
  readonly content: string;
  /** Value of /Resources. */
  readonly resources: string;
  /** Fonts and images; their numbers begin where the caller said. */
  readonly objects: readonly NewObject[];
  readonly nextNumber: number;
}

/** The form XObject that annotations show. */
export const formBody = (drawing: Drawing, matrix: readonly number[]): Uint8Array => {
  const { size, content, resources } = drawing;
  const box = [0, 0, size.width, size.height].map(pdfNumber).join(' ');
  const turn = [...matrix, 0, 0].map(pdfNumber).join(' ');
  const head = `<<\n/Type /XObject\n/Subtype /Form\n/BBox [${box}]\n/Matrix [${turn}]\n/Resources ${resources}\n/Length ${content.length}\n>>`;
  return bytesOf(`${head}\nstream\n${content}\nendstream`, 'latin1');
};
