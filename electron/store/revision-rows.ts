import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { lostSections } from './lost-sections';
import type { Rows } from './queries/rows';
import { type ProposalRow, type RevisionRow, tables } from './queries/tables';
import { sha256Hex } from './row-hash';
import type { Revision } from './store-revisions';

/** Size of changes after which a version is kept even though nobody paused. */
const LARGE_BURST = 4000;
const PAUSE_MS = 2 * 60_000;
/** The newest versions are all kept; older ones are thinned to every 2nd, 4th, 8th … */
const ALL_OF_NEWEST = 200;

/** Words of one version as stored: canonical, keys sorted. */
export interface RevisionWords {
  readonly organisationId: string | null;
  readonly style: unknown;
  readonly title: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Who the words belong to and how they look; texts are canonical JSON already. */
export type WordsFrame = Pick<ProposalRow, 'title' | 'organisation_id' | 'style'>;

/** JSON text of the words; built from texts that are canonical already. */
export const wordsText = (
  proposal: WordsFrame,
  values: readonly (readonly [string, string])[],
): string => {
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = sorted.map(([section, value]) => `${JSON.stringify(section)}:${value}`);
  return `{"organisationId":${JSON.stringify(proposal.organisation_id)},"style":${proposal.style},"title":${JSON.stringify(proposal.title)},"values":{${fields.join(',')}}}`;
};

const chainOf = (
  before: string,
  row: Omit<RevisionRow, 'chain' | 'body' | 'name' | 'kind'>,
): string =>
  sha256Hex(
    JSON.stringify([before, row.proposal_id, row.number, row.seq, row.at, row.words_sha256]),
  );

const newestRevision = (rows: Rows, proposalId: string): RevisionRow | null =>
  rows.last(tables.revisions, proposalId)?.row ?? null;

export interface NewRevision {
  readonly text: string;
  readonly kind: Revision['kind'];
  readonly name: string;
  readonly at: string;
  readonly seq: number;
}

/** Puts words at the end of a proposal's chain of versions. */
export const addRevision = (
  rows: Rows,
  proposalId: string,
  { text, kind, name, at, seq }: NewRevision,
): void => {
  const before = newestRevision(rows, proposalId);
  const row = {
    proposal_id: proposalId,
    number: (before?.number ?? 0) + 1,
    at,
    seq,
    size: text.length,
    words_sha256: sha256Hex(text),
  };
  rows.put(tables.revisions, {
    ...row,
    kind,
    name,
    chain: chainOf(before?.chain ?? '', row),
    body: deflateRawSync(Buffer.from(text, 'utf8'), { level: 6 }),
  });
  thinOut(rows, proposalId, row.number);
};

/** Keeps the present words as the next version. null: a damaged section must not become one. */
export const keepRevision = (
  rows: Rows,
  proposal: ProposalRow,
  kind: Revision['kind'],
  name: string,
  at: string,
): ProposalRow | null => {
  const sections = rows.findAll(tables.sections, proposal.id);
  if (sections.some(({ intact }) => !intact)) return null;
  if (lostSections(proposal, sections).length > 0) return null;
  const text = wordsText(
    proposal,
    sections.map(({ row }) => [row.section, row.value] as const),
  );
  addRevision(rows, proposal.id, { text, kind, name, at, seq: proposal.seq });
  return { ...proposal, revised_seq: proposal.seq, burst: 0 };
};

/** Before a change at `at`: keeps what stands there when the person had paused or written much. */
export const keepBeforeChange = (rows: Rows, proposal: ProposalRow, at: string): ProposalRow => {
  const gap = Date.parse(at) - Date.parse(proposal.modified_at);
  // A clock set back is a pause, too: better one version too many.
  const paused = !(gap >= 0 && gap < PAUSE_MS);
  if (proposal.burst === 0 || (!paused && proposal.burst < LARGE_BURST)) return proposal;
  return keepRevision(rows, proposal, 'auto', '', proposal.modified_at) ?? proposal;
};

/** Every which version of this age stays: all of the newest, then ever fewer. */
export const strideOfAge = (age: number): number =>
  age < ALL_OF_NEWEST ? 1 : 2 ** (Math.floor(Math.log2(age / ALL_OF_NEWEST)) + 1);

/** By number alone, so that a wrong clock cannot make words disappear. Its place in the chain stays. */
const thinOut = (rows: Rows, proposalId: string, newest: number): void => {
  if (newest <= ALL_OF_NEWEST) return;
  for (let age = ALL_OF_NEWEST; age < newest; age *= 2) {
    // Only versions that have just become this old can have come to another stride.
    const number = newest - age;
    if (number < 1 || number % strideOfAge(age) === 0) continue;
    const found = rows.find(tables.revisions, proposalId, number);
    if (found?.intact !== true || found.row.kind !== 'auto' || found.row.body === null) continue;
    rows.put(tables.revisions, { ...found.row, body: null });
  }
};

/** The words of a version; null when they are thinned out or do not match their hash. */
export const readRevisionWords = (row: RevisionRow): RevisionWords | null => {
  if (row.body === null) return null;
  try {
    const text = inflateRawSync(row.body, { maxOutputLength: 1 << 28 }).toString('utf8');
    return sha256Hex(text) === row.words_sha256 ? (JSON.parse(text) as RevisionWords) : null;
  } catch {
    return null;
  }
};

/** Numbers of versions whose place in the chain does not fit the one before. */
export const brokenChain = (revisions: readonly RevisionRow[]): number[] => {
  const broken: number[] = [];
  let before = '';
  let expected = 1;
  for (const row of revisions) {
    if (row.number !== expected || row.chain !== chainOf(before, row)) broken.push(row.number);
    before = row.chain;
    expected = row.number + 1;
  }
  return broken;
};
