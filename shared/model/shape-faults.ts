import type { z } from 'zod';

/** A place where data do not fit their schema, with a sentence for the person. */
export interface ShapeFault {
  /** 'recipients[0].deadline.date'; '' for the whole. */
  readonly where: string;
  readonly sentence: string;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');

/** What a schema of ours says in its own words comes as a `custom` issue; the rest is the library's. */
const sentenceOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return `Có mục lạ: ${issue.keys.join(', ')}.`;
    case 'invalid_type':
      return 'Mục này thiếu hoặc sai kiểu.';
    case 'invalid_value':
      return `Giá trị phải là một trong: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Giá trị hoặc số phần tử phải từ ${issue.minimum} trở lên.`;
    case 'too_big':
      return `Giá trị hoặc số phần tử nhiều nhất là ${issue.maximum}.`;
    case 'invalid_format':
      return 'Giá trị viết sai dạng.';
    default:
      return 'Giá trị không hợp lệ.';
  }
};

export const shapeFaults = (error: z.ZodError): ShapeFault[] =>
  error.issues.map((issue) => ({ where: placeOf(issue.path), sentence: sentenceOf(issue) }));
