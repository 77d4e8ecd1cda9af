import type {
  AttachmentRecord,
  BackupRecord,
  BackupStatus,
  Channel,
  Input,
  IpcFailure,
  Output,
  ProposalRecord,
  RevisionRecord,
  RevisionWords,
  StoreHealth,
} from '../../shared/ipc';

export interface FakeSafety {
  /** By proposal, oldest first. */
  versions: Map<string, { record: RevisionRecord; words: RevisionWords }[]>;
  backups: BackupRecord[];
  backupState: BackupStatus;
  health: StoreHealth;
  attachments: AttachmentRecord[];
  /** File name → what importing it would do; a passphrase where it is sealed. */
  packages: Map<string, { plan: Output<'transfer.inspect'>; passphrase: string | null }>;
  /** The file that the person chooses, or that the program was opened with. */
  chosenPackage: string | null;
  givenPackage: string | null;
}

export const emptySafety = (): FakeSafety => ({
  versions: new Map(),
  backups: [],
  backupState: {
    newest: null,
    behind: 0,
    running: false,
    trouble: '',
    secondPlace: null,
    folderWarning: '',
  },
  health: { recovery: null, healed: null },
  attachments: [],
  packages: new Map(),
  chosenPackage: null,
  givenPackage: null,
});

type SafetyChannel = Extract<
  Channel,
  | `history.${string}`
  | `backups.${string}`
  | `attachments.${string}`
  | `transfer.${string}`
  | 'store.health'
  | 'store.recover'
  | 'store.check'
>;

export interface FakeSafetyParts {
  readonly safety: FakeSafety;
  readonly proposals: readonly ProposalRecord[];
  readonly ack: () => Output<'history.restore'>;
  readonly changed: (ids: string[]) => void;
  readonly recover: () => Output<'store.recover'>;
  readonly now: () => string;
}

const missing: IpcFailure = { code: 'not-found', message: 'Không tìm thấy.' };
const cancelled: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp.' };

export const safetyHandlersOf = ({
  safety,
  proposals,
  ack,
  changed,
  recover,
  now,
}: FakeSafetyParts): { [C in SafetyChannel]: (input: Input<C>) => Output<C> | IpcFailure } => {
  const versionsOf = (id: string) => {
    const list = safety.versions.get(id) ?? [];
    safety.versions.set(id, list);
    return list;
  };
  const keep = (id: string, kind: RevisionRecord['kind'], name: string) => {
    const proposal = proposals.find((one) => one.id === id);
    if (proposal === undefined) return missing;
    const list = versionsOf(id);
    const { title, organisationId, style } = proposal;
    const words = { title, organisationId, style, values: structuredClone(proposal.values) };
    const record: RevisionRecord = {
      number: list.length + 1,
      at: now(),
      seq: proposal.seq,
      kind,
      name,
      sha256: '0'.repeat(64),
      size: JSON.stringify(words.values).length,
      kept: true,
    };
    list.push({ record, words });
    return record;
  };
  const packageOf = (ticket: string, passphrase: string | null) => {
    const found = safety.packages.get(ticket);
    if (found === undefined) return missing;
    if (found.passphrase !== null && passphrase === null) {
      return { code: 'package-sealed', message: 'Tệp được khoá bằng mật khẩu.' } as const;
    }
    if (found.passphrase !== null && passphrase !== found.passphrase) {
      return { code: 'package-passphrase', message: 'Mật khẩu không đúng.' } as const;
    }
    return found.plan;
  };
  const makeBackup = (): BackupRecord => {
    const backup: BackupRecord = {
      name: `sao-luu-${safety.backups.length + 1}.db`,
      at: now(),
      seq: 1,
      bytes: 200_704,
      sha256: '1'.repeat(64),
      place: 'own',
      reason: 'person',
    };
    safety.backups.unshift(backup);
    safety.backupState = { ...safety.backupState, newest: backup, behind: 0 };
    return backup;
  };
  return {
    'store.health': () => safety.health,
    'store.recover': recover,
    'store.check': () => ({ damaged: [], mended: [] }),
    'history.list': ({ id }) =>
      versionsOf(id)
        .map(({ record }) => record)
        .reverse(),
    'history.read': ({ id, number }) =>
      versionsOf(id).find(({ record }) => record.number === number)?.words ?? missing,
    'history.mark': ({ id, name }) => keep(id, 'milestone', name),
    'history.restore': ({ id, number }) => {
      const words = versionsOf(id).find(({ record }) => record.number === number)?.words;
      const proposal = proposals.find((one) => one.id === id);
      if (words === undefined || proposal === undefined) return missing;
      Object.assign(proposal, structuredClone(words));
      keep(id, 'restored', String(number));
      changed([id]);
      return ack();
    },
    'backups.state': () => safety.backupState,
    'backups.list': () => safety.backups,
    'backups.make': makeBackup,
    'backups.restore': ({ name }) =>
      safety.backups.some((backup) => backup.name === name) ? undefined : missing,
    'backups.verify': ({ name, place }) => {
      const found = safety.backups.find((one) => one.name === name && one.place === place);
      if (found === undefined) return missing;
      const lastCheck = { at: now(), rows: 1234, problem: '' };
      Object.assign(found, { lastCheck });
      return lastCheck;
    },
    'backups.chooseSecondPlace': () => {
      safety.backupState = {
        ...safety.backupState,
        secondPlace: { folder: 'E:\\Sao lưu', reachable: true },
      };
      return safety.backupState;
    },
    'backups.forgetSecondPlace': () => {
      safety.backupState = { ...safety.backupState, secondPlace: null };
      return safety.backupState;
    },
    'attachments.list': ({ id }) => safety.attachments.filter((one) => one.proposalId === id),
    'attachments.add': ({ id }) => {
      const added: AttachmentRecord = {
        id: `a${safety.attachments.length + 1}`,
        proposalId: id,
        name: 'Báo giá thiết bị.pdf',
        mediaType: 'application/pdf',
        bytes: 1_310_720,
        sha256: '2'.repeat(64),
        at: now(),
      };
      safety.attachments.push(added);
      return added;
    },
    'attachments.remove': ({ id }) => {
      safety.attachments = safety.attachments.filter((one) => one.id !== id);
      return ack();
    },
    'attachments.open': () => undefined,
    'attachments.saveAs': () => ({ fileName: 'Báo giá.pdf', folder: 'D:\\', bytes: 1 }),
    'transfer.write': ({ ids }) => ({
      fileName: 'Hồ sơ.bdx',
      folder: 'E:\\',
      bytes: 40_960,
      proposals: ids.length,
      attachments: 0,
    }),
    'transfer.choose': () =>
      safety.chosenPackage === null
        ? cancelled
        : { ticket: safety.chosenPackage, fileName: safety.chosenPackage },
    'transfer.given': () => {
      const given = safety.givenPackage;
      safety.givenPackage = null;
      return given === null ? null : { ticket: given, fileName: given };
    },
    'transfer.inspect': ({ ticket, passphrase }) => packageOf(ticket, passphrase),
    'transfer.import': ({ ticket, passphrase }) => packageOf(ticket, passphrase),
    'transfer.cancel': () => undefined,
  };
};
