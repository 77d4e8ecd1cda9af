import data from '../../../assets/line-break/break-classes.json';

/** The classes of UAX #14 that the rules ask for by name; numbers as in the data. */
const numberOf = (name: string): number => data.names.indexOf(name);

export const HY = numberOf('HY');
export const BA = numberOf('BA');
export const HL = numberOf('HL');
export const WJ = numberOf('WJ');
export const RI = numberOf('RI');
export const ZWJ = numberOf('ZWJ');
export const BK = numberOf('BK');
export const CR = numberOf('CR');
export const LF = numberOf('LF');
export const NL = numberOf('NL');
export const SP = numberOf('SP');

/** How the runs are written: see scripts/break-classes. */
const FIRST_LETTER = 0x41;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const forEachRun = (runs: string, take: (index: number, count: number) => void): void => {
  let at = 0;
  while (at < runs.length) {
    const index = runs.charCodeAt(at) - FIRST_LETTER;
    let count = 0;
    for (at += 1; at < runs.length && isDigit(runs.charCodeAt(at)); at += 1) {
      count = count * 10 + runs.charCodeAt(at) - 0x30;
    }
    take(index, Math.max(1, count));
  }
};

interface Part {
  readonly from: number;
  readonly to: number;
  readonly runs: string;
}

/** Classes of one part, one by one. */
const classesOf = ({ from, to, runs }: Part): Uint8Array => {
  const classes = new Uint8Array(to - from);
  let at = 0;
  forEachRun(runs, (index, count) => {
    classes.fill(index, at, at + count);
    at += count;
  });
  return classes;
};

interface Runs {
  readonly starts: readonly number[];
  readonly classes: readonly number[];
}

const allRuns = (): Runs => {
  const starts: number[] = [];
  const classes: number[] = [];
  let from = 0;
  forEachRun(data.parts.all.runs, (index, count) => {
    starts.push(from);
    classes.push(index);
    from += count;
  });
  return { starts, classes };
};

// Read when first asked for: prose of plain words asks for none of them.
let latin: Uint8Array | null = null;
let vietnamese: Uint8Array | null = null;
let all: Runs | null = null;

const classAmongAll = (codePoint: number): number => {
  all ??= allRuns();
  const { starts, classes } = all;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return classes[low] ?? 0;
};

/** Class of a code point, after rule LB1 of the standard: no AI, CJ, SA, SG, XX are left. */
export const breakClassOf = (codePoint: number): number => {
  const { parts } = data;
  if (codePoint < parts.latin.to) {
    latin ??= classesOf(parts.latin);
    return latin[codePoint] ?? 0;
  }
  if (codePoint >= parts.vietnamese.from && codePoint < parts.vietnamese.to) {
    vietnamese ??= classesOf(parts.vietnamese);
    return vietnamese[codePoint - parts.vietnamese.from] ?? 0;
  }
  return classAmongAll(codePoint);
};
