import type { App } from 'electron';

/** Before `ready`. What Chromium would do by itself on the network, off at its root. */
export const hardenChromium = (app: App): void => {
  const { commandLine } = app;
  // For every page, whatever its window says. Only who starts the program can take it off (a test
  // machine where all is done as root, which Chromium refuses); asking again would end the program.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
};
