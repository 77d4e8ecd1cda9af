import { PDFArray, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';
import type { StructureNode } from './document-structure';
import type { MarkedPiece } from './page-content';

/** Where one marked piece was drawn. */
export interface DrawnPiece {
  readonly page: number;
  readonly mcid: number;
}

const keyOf = (piece: MarkedPiece): string => `${piece.part}:${piece.blockId}`;

const drawnPieces = (pages: readonly (readonly MarkedPiece[])[]): Map<string, DrawnPiece[]> => {
  const drawn = new Map<string, DrawnPiece[]>();
  for (const [page, pieces] of pages.entries()) {
    for (const [mcid, piece] of pieces.entries()) {
      const places = drawn.get(keyOf(piece)) ?? [];
      places.push({ page, mcid });
      drawn.set(keyOf(piece), places);
    }
  }
  return drawn;
};

/** Leaves out what has no drawn text, such as the paragraph of an empty cell; the cell stays. */
const withoutEmpty = (node: StructureNode, drawn: ReadonlyMap<string, unknown>): StructureNode => ({
  ...node,
  children: node.children
    .map((child) => withoutEmpty(child, drawn))
    .filter(
      ({ tag, pieces, children }) =>
        tag === 'TD' ||
        tag === 'TH' ||
        children.length > 0 ||
        pieces.some((piece) => drawn.has(keyOf(piece))),
    ),
});

/**
 * Writes the structure tree (ISO 32000-1, 14.7) and the way back from each page's marked content to
 * it. Gives the tree's root. Pieces that no node owns would be unreachable, so the caller's flow and
 * page list have to be of one document: a leftover is a bug and throws.
 */
export const writeStructureTree = (
  context: PDFContext,
  root: StructureNode,
  pages: readonly (readonly MarkedPiece[])[],
  pageRefs: readonly PDFRef[],
): PDFRef => {
  const drawn = drawnPieces(pages);
  const owners: PDFRef[][] = pages.map(() => []);
  const treeRef = context.nextRef();

  const pageRef = (page: number): PDFRef => {
    const ref = pageRefs[page];
    if (ref === undefined) throw new Error(`no page ${page}`);
    return ref;
  };

  const placesOf = (node: StructureNode): DrawnPiece[] =>
    node.pieces.flatMap((piece) => {
      const places = drawn.get(keyOf(piece)) ?? [];
      drawn.delete(keyOf(piece));
      return places;
    });

  const attributesOf = (node: StructureNode): Record<string, PDFDict> => {
    const { tag, colspan, rowspan } = node;
    if (tag !== 'TH' && colspan === undefined && rowspan === undefined) return {};
    const attributes = context.obj({
      O: 'Table',
      ...(tag === 'TH' ? { Scope: 'Column' } : {}),
      ...(colspan === undefined ? {} : { ColSpan: colspan }),
      ...(rowspan === undefined ? {} : { RowSpan: rowspan }),
    });
    return { A: attributes };
  };

  const write = (node: StructureNode, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const places = placesOf(node);
    const home = places[0]?.page;
    const kids = PDFArray.withContext(context);
    for (const { page, mcid } of places) {
      const pageOwners = owners[page] ?? [];
      pageOwners[mcid] = ref;
      // A bare number means the page of the node; elsewhere the page has to be said.
      if (page === home) kids.push(context.obj(mcid));
      else kids.push(context.obj({ Type: 'MCR', Pg: pageRef(page), MCID: mcid }));
    }
    for (const child of node.children) kids.push(write(child, ref));
    context.assign(
      ref,
      // Without the optional /Type: hundreds of these stand in the file, uncompressed.
      context.obj({
        S: node.tag,
        P: parent,
        ...(home === undefined ? {} : { Pg: pageRef(home) }),
        ...attributesOf(node),
        K: kids.size() === 1 ? kids.get(0) : kids,
      }),
    );
    return ref;
  };

  const documentRef = write(withoutEmpty(root, drawn), treeRef);
  const leftover = [...drawn.keys()][0];
  if (leftover !== undefined) throw new Error(`drawn but not in the flow: ${leftover}`);

  const numbers = PDFArray.withContext(context);
  for (const [page, refs] of owners.entries()) {
    numbers.push(context.obj(page));
    const list = PDFArray.withContext(context);
    for (const ref of refs) list.push(ref);
    numbers.push(list);
  }
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: documentRef,
      ParentTree: context.obj({ Nums: numbers }),
      ParentTreeNextKey: pages.length,
    }),
  );
  return treeRef;
};
