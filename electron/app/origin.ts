/** Everything a window shows comes from here; nothing else on earth is reachable from it. */
export const SCHEME = 'app';
export const HOST = 'bdx';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/index.html`;
