import type { App, WebContents } from 'electron';

/** No page goes anywhere else, opens a window, or takes another page in. */
const hardenContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

export const hardenAllContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
};
