import type { App } from 'electron';

/** Before `ready`. What Chromium would do by itself on the network, off at its root. */
export const hardenChromium = (app: App): void => {
  app.enableSandbox();
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
};
