/**
 * What has to come from the operating system. Only Debian and its kin are served; there it installs
 * by itself when it may (root, or sudo without a password), else it prints the line to type.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { Stop, say, sayWhile } from './say.mjs';
import { withLock } from './with-lock.mjs';

const program = (name) => () =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

let libraries;
const library = (name) => () => {
  libraries ??= execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return libraries.includes(`${name} `);
};

/** Package name → how to see that it is there. Names are those of Debian 12; see `nameHere`. */
const NEEDS = {
  window: {
    'libgtk-3-0': library('libgtk-3.so.0'),
    libnss3: library('libnss3.so'),
    libasound2: library('libasound.so.2'),
    libgbm1: library('libgbm.so.1'),
    libxss1: library('libXss.so.1'),
    'libatk-bridge2.0-0': library('libatk-bridge-2.0.so.0'),
    libdrm2: library('libdrm.so.2'),
  },
  display: { xvfb: program('Xvfb'), xauth: program('xauth') },
  compiler: { python3: program('python3'), make: program('make'), 'g++': program('g++') },
  documents: {
    'poppler-utils': program('pdftotext'),
    qpdf: program('qpdf'),
    'libreoffice-writer': program('soffice'),
    'python3-uno': () => existsSync('/usr/lib/python3/dist-packages/uno.py'),
    xmlsec1: program('xmlsec1'),
    openssl: program('openssl'),
    'fonts-liberation2': () =>
      existsSync('/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf'),
  },
};

const missingOf = (groups) =>
  groups
    .flatMap((group) => Object.entries(NEEDS[group]))
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);

const prefixForRoot = () => {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
};

/** Debian 13 and Ubuntu 24.04 renamed libraries (…t64) and dropped the "2" of the fonts. */
const nameHere = (name) => {
  const hasCandidate = (candidate) => {
    try {
      const policy = execFileSync('apt-cache', ['policy', candidate], { encoding: 'utf8' });
      return /Candidate: (?!\(none\))/.test(policy);
    } catch {
      return false;
    }
  };
  const others = [`${name}t64`, name.replace(/2$/, '')];
  return [name, ...others].find(hasCandidate) ?? name;
};

const install = async (missing, prefix) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-q', '-y', ...args];
    return runCommand(command, rest, { env, quiet: true });
  };
  // The package lists of a fresh machine may be missing or old; without network the old ones serve.
  await apt('update');
  const names = missing.map(nameHere);
  const result = await apt('install', '--no-install-recommends', ...names);
  if (!result.ok) process.stderr.write(result.output);
};

/** Groups: 'window', 'display', 'compiler', 'documents'. */
export const ensureSystemPackages = async (...groups) => {
  if (process.platform !== 'linux' || missingOf(groups).length === 0) return;
  const stopWith = (missing) => {
    throw new Stop(
      `Hệ thống còn thiếu: ${missing.join(' ')}. Hãy gõ: sudo apt-get install ${missing.join(' ')}`,
    );
  };
  const prefix = prefixForRoot();
  if (!program('apt-get')() || prefix === undefined) stopWith(missingOf(groups));
  await withLock('apt', async () => {
    const missing = missingOf(groups);
    if (missing.length === 0) return;
    await sayWhile(`Cài gói hệ thống: ${missing.join(' ')}`, () => install(missing, prefix));
    libraries = undefined;
    if (missingOf(groups).length > 0) stopWith(missingOf(groups));
  });
  say('Gói hệ thống đã đủ.');
};
