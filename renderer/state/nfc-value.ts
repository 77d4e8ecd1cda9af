/**
 * The same value with every text in NFC. Editors keep what the keyboard sent; the store, the search
 * and the fonts want one spelling of each letter. Unchanged parts are the same objects.
 */
export const nfcValue = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) {
    const items = value.map(nfcValue);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const changed = entries.map(([key, item]) => [key, nfcValue(item)] as const);
  return changed.some(([, item], index) => item !== entries[index]?.[1])
    ? Object.fromEntries(changed)
    : value;
};
