import type { Session } from 'electron';
import { ORIGIN } from './origin';

/** Requests that stay inside the program. Everything else would leave the machine, or read it. */
export const staysInside = (url: string, devTools: boolean): boolean =>
  url.startsWith(`${ORIGIN}/`) ||
  url.startsWith(`blob:${ORIGIN}/`) ||
  url.startsWith('data:') ||
  (devTools && url.startsWith('devtools:'));

/** No request leaves, no permission is given, nothing is downloaded. */
export const hardenSession = (session: Session, { devTools }: { devTools: boolean }): void => {
  // The filter has to say <all_urls>: since Electron 35 an empty list means none.
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !staysInside(url, devTools) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  // Even were it switched on: there is nowhere to fetch a dictionary from.
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionaries/`);
  session.on('will-download', (event) => event.preventDefault());
};
