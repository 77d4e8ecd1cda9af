/** A complete dossier of three proposals: organisation, signer, letter, commitment of a model point. */
const at = (name: string): string =>
  new URL(`../../../assets/examples/my-loc/${name}.json`, import.meta.url).pathname;

export const MY_LOC_PROPOSALS = ['1-de-tai', '2-san-xuat-thu-nghiem', '3-mo-hinh-diem'].map(at);
export const MY_LOC_DATA = at('ho-so');
/** A day on which the call is open. */
export const MY_LOC_DAY = '2024-03-20T09:00';
