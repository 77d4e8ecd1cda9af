const normalised = (value: unknown): unknown => {
  // The store keeps UTF-8, which has no half of a pair.
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\ufffd').normalize('NFC');
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, normalised(part)]));
};

/** The same value with every text in NFC. Keys are left as they are. */
export const nfcTexts = <T>(value: T): T => normalised(value) as T;
