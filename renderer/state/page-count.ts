import { create } from 'zustand';
import type { Failure } from '../../shared/base';
import type { ProposalRecord } from '../../shared/ipc';
import {
  type CountCertainty,
  type Page,
  type PageList,
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  type SectionLines,
  type SectionValue,
  type Style,
  type Template,
} from '../../shared/model';
import {
  type CountAnswer,
  createLayoutClient,
  createNearLayout,
  type LayoutClient,
  type Shortening,
  startWorker,
  type Trial,
} from './layout-worker';
import { nfcValue } from './nfc-value';
import { type PageRoom, roomOf } from './page-room';
import { readValue } from './section-text';

/** What the window knows of the pages of the open proposal. */
export interface PageCount {
  /** `waiting` until the first count; `failed` while the newest text could not be laid out. */
  readonly phase: 'closed' | 'waiting' | 'ready' | 'failed';
  /** Pages as a decimal. 0 before the first count. */
  readonly fill: number;
  readonly pages: number;
  readonly limit: number;
  /** Body lines in all, and by section. */
  readonly lines: number;
  readonly sections: readonly SectionLines[];
  /** Lines that still fit, or are too many. */
  readonly room: PageRoom;
  readonly certainty: CountCertainty | null;
  /** Follows the count within a frame or two; unchanged pages stay the same objects. */
  readonly pageList: PageList | null;
  readonly failure: Failure | null;
}

const closed: PageCount = {
  phase: 'closed',
  fill: 0,
  pages: 0,
  limit: 0,
  lines: 0,
  sections: [],
  room: { left: 0, over: 0 },
  certainty: null,
  pageList: null,
  failure: null,
};

export const usePageCount = create<PageCount>(() => closed);

let newest: CountAnswer | null = null;
let client: LayoutClient | null = null;

const layoutFailure = (message: string): Failure => ({
  code: 'layout-failed',
  message: 'Chưa dàn được trang cho nội dung mới nhất nên số trang có thể đã cũ.',
  hint: `Bạn vẫn viết và ghi được; lần sửa tới chương trình dàn lại từ đầu. (${message})`,
});

const sameLines = (a: readonly SectionLines[], b: readonly SectionLines[]): boolean =>
  a.length === b.length &&
  a.every(({ section, lines, share }, index) => {
    const other = b[index];
    return other?.section === section && other.lines === lines && other.share === share;
  });

/** Whoever shows the count is told only when it changed: most keys change no line. */
const tell = (next: Partial<PageCount>): void => {
  const now = usePageCount.getState();
  const changed = Object.entries(next).some(
    ([key, value]) => !Object.is(now[key as keyof PageCount], value),
  );
  if (changed) usePageCount.setState(next);
};

const sameCertainty = (a: CountCertainty | null, b: CountCertainty): boolean =>
  a !== null &&
  a.pages === b.pages &&
  a.sure === b.sure &&
  a.min === b.min &&
  a.max === b.max &&
  a.reasons.join() === b.reasons.join();

const takeCertainty = (certainty: CountCertainty): void => {
  if (!sameCertainty(usePageCount.getState().certainty, certainty)) {
    usePageCount.setState({ certainty });
  }
};

const sameRoom = (before: PageRoom, now: PageRoom): PageRoom =>
  before.left === now.left && before.over === now.over ? before : now;

const takeCount = (count: CountAnswer): void => {
  newest = count;
  const style = client?.proposal?.style;
  const { limit, certainty, sections, room } = usePageCount.getState();
  tell({
    phase: 'ready',
    fill: count.fill,
    pages: count.pages,
    lines: count.lines,
    sections: sameLines(sections, count.sectionLines) ? sections : count.sectionLines,
    room: sameRoom(room, style === undefined ? closed.room : roomOf(count, limit, style)),
    // Said of another number of pages it would be wrong; of the same it is said again in a moment.
    certainty: certainty?.pages === count.pages ? certainty : null,
    failure: null,
  });
};

const takePages = (pages: readonly Page[]): void => {
  if (newest === null) return;
  const { diagnostics, sectionLines, fill, lines } = newest;
  usePageCount.setState({ pageList: { pages, diagnostics, sectionLines, fill, lines } });
};

const theClient = (): LayoutClient => {
  client ??= createLayoutClient(
    startWorker,
    {
      onCount: takeCount,
      onCertainty: takeCertainty,
      onPages: takePages,
      onFailure: (message) =>
        usePageCount.setState({ phase: 'failed', failure: layoutFailure(message) }),
    },
    createNearLayout(),
  );
  return client;
};

/** Loads the engine ahead of the first proposal. */
export const startLayout = (): void => theClient().start();

const proposalOf = (record: ProposalRecord, template: Template): Proposal => {
  const values: Record<string, SectionValue> = {};
  for (const section of template.sections) {
    const value = readValue(section.kind, record.values[section.id]);
    if (value !== null) values[section.id] = nfcValue(value) as SectionValue;
  }
  return {
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    call: record.callId,
    template: record.templateId,
    style: record.style,
    values,
  };
};

export const openLayout = (record: ProposalRecord, template: Template): void => {
  newest = null;
  usePageCount.setState({ ...closed, phase: 'waiting', limit: template.pageLimit.max });
  theClient().open(proposalOf(record, template), template);
};

export const changeSection = (section: string, value: SectionValue): void =>
  client?.changeSection(section, nfcValue(value) as SectionValue);

export const changeStyle = (style: Style): void => client?.changeStyle(style);

export const closeLayout = (): void => {
  newest = null;
  client?.close();
  usePageCount.setState(closed);
};

/** Pages that each typography would give, in the order asked; null when that cannot be said. */
export const tryStyles = (styles: readonly Style[]): Promise<readonly Trial[] | null> =>
  client?.tryStyles(styles) ?? Promise.resolve(null);

/** How sure the count of each typography would be. */
export const tryCertainty = (styles: readonly Style[]): Promise<readonly CountCertainty[] | null> =>
  client?.tryCertainty(styles) ?? Promise.resolve(null);

/** Pages that would be left without some words. */
export const tryShortenings = (
  shortenings: readonly Shortening[],
): Promise<readonly Trial[] | null> => client?.tryShortenings(shortenings) ?? Promise.resolve(null);

export type { Shortening, Trial };
