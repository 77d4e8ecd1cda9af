import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import {
  commonHeaders,
  contentSecurityPolicy,
  printSecurityPolicy,
} from './content-security-policy';
import { HOST, SCHEME } from './origin';
import type { ServedFile } from './served-files';

const NONCE_PLACE = '__CSP_NONCE__';

/** Before `ready`. Standard and secure: the scheme then has origins and may run workers. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // From the second start on the window's code is not compiled again.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
};

/** Pages that exist for a moment only, by address: what a hidden window prints. */
export type PassingPages = ReadonlyMap<string, (nonce: string) => string>;

const notFound = (): Response => new Response(null, { status: 404, headers: commonHeaders });

const addressOf = (url: string): string | undefined => {
  const { protocol: scheme, host, pathname } = new URL(url);
  return scheme === `${SCHEME}:` && host === HOST ? pathname : undefined;
};

/** Answers a request for one of our own files; everything else is 404. */
export const answerRequest = async (
  request: Pick<Request, 'url' | 'method'>,
  files: ReadonlyMap<string, ServedFile>,
  passing: PassingPages,
): Promise<Response> => {
  const address = addressOf(request.url);
  if (address === undefined || request.method !== 'GET') return notFound();
  const nonce = randomBytes(18).toString('base64');
  const page = passing.get(address);
  if (page !== undefined) {
    return new Response(page(nonce), {
      headers: {
        ...commonHeaders,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': printSecurityPolicy(nonce),
      },
    });
  }
  const file = files.get(address);
  if (file === undefined) return notFound();
  const content = await readFile(file.path);
  const isPage = file.type.startsWith('text/html');
  return new Response(
    isPage ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(content),
    {
      headers: {
        ...commonHeaders,
        'Content-Type': file.type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
      },
    },
  );
};

export const serveApp = (
  session: Session,
  files: ReadonlyMap<string, ServedFile>,
  passing: PassingPages,
): void => {
  session.protocol.handle(SCHEME, (request) => answerRequest(request, files, passing));
};
