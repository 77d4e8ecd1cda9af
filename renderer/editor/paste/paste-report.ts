/** What of a pasted text could not be kept, so that the person can be told. */
export interface PasteReport {
  images: number;
  /** Their words stay. */
  links: number;
  /** Films, drawings, form fields and the like. */
  objects: number;
  /** A table inside a cell; its words stay, one line a row. */
  innerTables: number;
  /** Faces, sizes or colours other than the form's. */
  looks: boolean;
  /** The words are in a coding of the time before Unicode and come out as other letters. */
  legacyFont: 'TCVN3' | 'VNI' | null;
}

export const emptyReport = (): PasteReport => ({
  images: 0,
  links: 0,
  objects: 0,
  innerTables: 0,
  looks: false,
  legacyFont: null,
});

/** '.VnTime' and its family are TCVN3, 'VNI-Times' and its family are VNI. */
export const legacyFontOf = (families: string): PasteReport['legacyFont'] => {
  if (/(^|[\s,'"])\.Vn[A-Z0-9]/.test(families)) return 'TCVN3';
  if (/(^|[\s,'"])VNI-[A-Za-z]/.test(families)) return 'VNI';
  return null;
};
