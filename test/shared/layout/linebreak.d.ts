/** The part of the package that is used; it brings no types of its own. */
declare module 'linebreak' {
  interface Break {
    /** UTF-16 offset before which a line may end. */
    readonly position: number;
    readonly required: boolean;
  }
  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export { LineBreaker as default };
}
