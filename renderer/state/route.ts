import { create } from 'zustand';

export const libraryShelves = ['tim', 'van-ban', 'chuong-trinh', 'lich'] as const;
/** Search, references, programmes, days off. */
export type LibraryShelf = (typeof libraryShelves)[number];

/** Where the window is. Written in the address after '#', so that a reload comes back to it. */
export type Route =
  | { readonly screen: 'home'; readonly trash: boolean }
  | { readonly screen: 'calls'; readonly id: string | null }
  /** What is looked for, and where; kept in the address so that going back finds it again. */
  | { readonly screen: 'library'; readonly shelf: LibraryShelf; readonly id: string | null }
  | { readonly screen: 'organisations' }
  | { readonly screen: 'backups' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'proposal'; readonly id: string }
  /** The papers of a proposal and what becomes of them. */
  | { readonly screen: 'dossier'; readonly id: string }
  /** All dossiers and how far they have come. */
  | { readonly screen: 'board' };

export const hashOf = (route: Route): string => {
  switch (route.screen) {
    case 'home':
      return route.trash ? '#/thung-rac' : '#/ho-so';
    case 'calls':
      return route.id === null ? '#/dot-keu-goi' : `#/dot-keu-goi/${encodeURIComponent(route.id)}`;
    case 'library':
      return `#/thu-vien/${route.shelf}${route.id === null ? '' : `/${encodeURIComponent(route.id)}`}`;
    case 'organisations':
      return '#/don-vi';
    case 'backups':
      return '#/sao-luu';
    case 'settings':
      return '#/cai-dat';
    case 'proposal':
      return `#/ho-so/${encodeURIComponent(route.id)}`;
    case 'dossier':
      return `#/bo-ho-so/${encodeURIComponent(route.id)}`;
    case 'board':
      return '#/theo-doi';
  }
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** null for an empty address; anything unknown is the list of proposals. */
export const parseHash = (hash: string): Route | null => {
  const [place = '', rest = '', more = ''] = hash.replace(/^#\/?/, '').split('/');
  const id = decode(rest);
  switch (place) {
    case '':
      return null;
    case 'thung-rac':
      return { screen: 'home', trash: true };
    case 'dot-keu-goi':
      return { screen: 'calls', id: id === '' ? null : id };
    case 'thu-vien': {
      const shelf = libraryShelves.find((one) => one === rest) ?? 'tim';
      return { screen: 'library', shelf, id: more === '' ? null : decode(more) };
    }
    case 'theo-doi':
      return { screen: 'board' };
    case 'bo-ho-so':
      return id === '' ? { screen: 'board' } : { screen: 'dossier', id };
    case 'don-vi':
      return { screen: 'organisations' };
    case 'sao-luu':
      return { screen: 'backups' };
    case 'cai-dat':
      return { screen: 'settings' };
    default:
      return place === 'ho-so' && id !== ''
        ? { screen: 'proposal', id }
        : { screen: 'home', trash: false };
  }
};

export const useRoute = create<{ route: Route }>(() => ({
  route: { screen: 'home', trash: false },
}));

/** Changes the address; the screen follows it. */
export const navigate = (route: Route): void => {
  window.location.hash = hashOf(route);
};

/** Makes the screen follow the address. Returns the function that stops it. */
export const followAddress = (): (() => void) => {
  const follow = (): void => {
    const route = parseHash(window.location.hash);
    if (route !== null) useRoute.setState({ route });
  };
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
};
