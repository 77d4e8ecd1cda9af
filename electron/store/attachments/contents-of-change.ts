import type { Change } from '../change';

/** Hashes of the contents that a change names: whoever replays it wants them. */
export const contentsOfChange = (change: Change): string[] => {
  switch (change.kind) {
    case 'attachment':
    case 'kept-file':
      return [change.sha256];
    case 'proposal':
      return (change.attachments ?? []).map(({ sha256 }) => sha256);
    case 'import':
      return change.proposals.flatMap(({ attachments, files = [] }) =>
        [...attachments, ...files].map(({ sha256 }) => sha256),
      );
    default:
      return [];
  }
};
