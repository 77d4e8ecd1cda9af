/** Objects known to be in NFC throughout. Values are never changed in place, so this stays true. */
const clean = new WeakSet<object>();

const keep = <T extends object>(value: T): T => {
  clean.add(value);
  return value;
};

/**
 * The same value with every text in NFC. Editors keep what the keyboard sent; the store, the search
 * and the fonts want one spelling of each letter. Unchanged parts are the same objects, and parts
 * seen before are not read again: a keystroke in a long text costs one paragraph.
 */
export const nfcValue = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null || clean.has(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map(nfcValue);
    return keep(items.some((item, index) => item !== value[index]) ? items : value);
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, item]) => [key, nfcValue(item)] as const);
  return keep(
    changed.some(([, item], index) => item !== entries[index]?.[1])
      ? Object.fromEntries(changed)
      : value,
  );
};
