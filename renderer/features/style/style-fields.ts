import type { Style, StyleRanges } from '../../../shared/model';

/** The numbers of a style by the names their legal ranges have. */
export type StyleKey = keyof StyleRanges;

export const readStyle = (style: Style, key: StyleKey): number => {
  switch (key) {
    case 'marginTop':
      return style.margins.top;
    case 'marginBottom':
      return style.margins.bottom;
    case 'marginLeft':
      return style.margins.left;
    case 'marginRight':
      return style.margins.right;
    default:
      return style[key];
  }
};

export const withStyle = (style: Style, key: StyleKey, value: number): Style => {
  const margin = (side: keyof Style['margins']): Style => ({
    ...style,
    margins: { ...style.margins, [side]: value },
  });
  switch (key) {
    case 'marginTop':
      return margin('top');
    case 'marginBottom':
      return margin('bottom');
    case 'marginLeft':
      return margin('left');
    case 'marginRight':
      return margin('right');
    default:
      return { ...style, [key]: value };
  }
};

export const textKeys = ['fontSize', 'lineSpacing', 'spaceAfter', 'indent'] as const;
export const marginKeys = ['marginTop', 'marginBottom', 'marginLeft', 'marginRight'] as const;

export const sameStyle = (a: Style, b: Style): boolean =>
  [...textKeys, ...marginKeys].every((key) => readStyle(a, key) === readStyle(b, key));
