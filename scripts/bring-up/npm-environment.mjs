import { delimiter, sep } from 'node:path';

/**
 * The environment for npm itself: without node_modules/.bin on the PATH. `npm run` puts it there, and
 * with it the Node of node_modules, which `npm ci` deletes while it runs.
 */
export const npmEnvironment = () => {
  const env = { ...process.env };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const local = `node_modules${sep}.bin`;
  env[key] = (env[key] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(local))
    .join(delimiter);
  // Settings of the outer npm run, such as --silent or a prefix, are not meant for this one.
  for (const name of Object.keys(env)) {
    if (
      /^npm_(?!config_(registry|cache|cafile|proxy|https_proxy|noproxy|userconfig|globalconfig))/i.test(
        name,
      )
    ) {
      delete env[name];
    }
  }
  return env;
};
