import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** The one accent of the program: a calm blue-teal. 80 carries white text at 5.4:1. */
const brand: BrandVariants = {
  10: '#031217',
  20: '#052129',
  30: '#07303B',
  40: '#0A3F4D',
  50: '#0C4D5F',
  60: '#0E5C71',
  70: '#106981',
  80: '#12748F',
  90: '#158CAC',
  100: '#3596B1',
  110: '#48ABC6',
  120: '#69B8CE',
  130: '#89C6D7',
  140: '#ACD6E1',
  150: '#CFE6ED',
  160: '#E9F4F6',
};

const faces = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', 'Liberation Sans', sans-serif",
  fontFamilyNumeric: "'Segoe UI Variable Text', 'Segoe UI', 'Liberation Sans', sans-serif",
} as const;

/** The face of the paper; the same metrics on every machine. */
export const PAPER_FACE = "'Times New Roman', 'Liberation Serif', serif";

export const lightTheme: Theme = { ...createLightTheme(brand), ...faces };

export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  ...faces,
  // The ramp's own choice (100) is only 4.3:1 on the dark ground.
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[110],
  colorBrandForegroundLinkHover: brand[120],
  colorBrandForegroundLinkPressed: brand[100],
  colorCompoundBrandForeground1: brand[110],
  colorNeutralForeground2BrandHover: brand[110],
  colorNeutralForeground2BrandSelected: brand[110],
};
