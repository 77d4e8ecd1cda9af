import { create } from 'zustand';
import type { ExportRecord, IpcFailure } from '../../shared/ipc';
import { call } from '../bridge';
import { saveNow, useOpenProposal } from './open-proposal';

export type ExportFormat = 'pdf' | 'docx';

/** One line of the message area: what is being written, was written, or could not be. */
export type ExportOutcome =
  | { readonly kind: 'done'; readonly record: ExportRecord }
  | {
      readonly kind: 'failed';
      readonly format: ExportFormat | 'print';
      readonly failure: IpcFailure;
    };

interface Exports {
  readonly running: ExportFormat | 'print' | null;
  readonly outcomes: readonly ExportOutcome[];
  readonly register: readonly ExportRecord[];
  readonly registerFailure: IpcFailure | null;
}

const nothing: Exports = { running: null, outcomes: [], register: [], registerFailure: null };

export const useExports = create<Exports>(() => nothing);

export const forgetExports = (): void => useExports.setState(nothing);

export const dismissOutcome = (outcome: ExportOutcome): void =>
  useExports.setState(({ outcomes }) => ({ outcomes: outcomes.filter((one) => one !== outcome) }));

const addOutcome = (outcome: ExportOutcome): void =>
  useExports.setState(({ outcomes }) => ({ outcomes: [...outcomes, outcome] }));

const notSaved = (hint: string): IpcFailure => {
  const { save } = useOpenProposal.getState();
  return save.kind === 'failed' ? { ...save.failure, hint } : { code: 'store-io', message: hint };
};

/**
 * The main process draws from the store, so everything is saved first. All targets are chosen
 * before anything is written: the person answers the dialogs in one go.
 */
export const exportProposal = async (
  formats: readonly ExportFormat[],
  saveFirst: string,
): Promise<void> => {
  const id = useOpenProposal.getState().record?.id;
  const [first] = formats;
  if (id === undefined || first === undefined || useExports.getState().running !== null) return;
  useExports.setState({ running: first, outcomes: [] });
  try {
    if (!(await saveNow())) {
      addOutcome({ kind: 'failed', format: first, failure: notSaved(saveFirst) });
      return;
    }
    const targets: { format: ExportFormat; ticket: string }[] = [];
    for (const format of formats) {
      const target = await call('export.chooseTarget', { id, format });
      if (target.ok) targets.push({ format, ticket: target.value.ticket });
      else if (target.error.code === 'cancelled') return;
      else addOutcome({ kind: 'failed', format, failure: target.error });
    }
    for (const { format, ticket } of targets) {
      useExports.setState({ running: format });
      const written = await call('export.write', { ticket });
      addOutcome(
        written.ok
          ? { kind: 'done', record: written.value }
          : { kind: 'failed', format, failure: written.error },
      );
    }
  } finally {
    useExports.setState({ running: null });
  }
};

/**
 * Opens the system's print dialog over the same pages the PDF is drawn from. True when something
 * went to a printer; false when the person thought better of it, or when it failed (an outcome).
 */
export const printProposal = async (saveFirst: string): Promise<boolean> => {
  const id = useOpenProposal.getState().record?.id;
  if (id === undefined || useExports.getState().running !== null) return false;
  useExports.setState({ running: 'print', outcomes: [] });
  try {
    if (!(await saveNow())) {
      addOutcome({ kind: 'failed', format: 'print', failure: notSaved(saveFirst) });
      return false;
    }
    const answer = await call('export.print', { id });
    if (answer.ok) return answer.value.printed;
    if (answer.error.code !== 'cancelled') {
      addOutcome({ kind: 'failed', format: 'print', failure: answer.error });
    }
    return false;
  } finally {
    useExports.setState({ running: null });
  }
};

export const loadRegister = async (): Promise<void> => {
  const id = useOpenProposal.getState().record?.id;
  if (id === undefined) return;
  const answer = await call('export.list', { id });
  useExports.setState(
    answer.ok
      ? { register: answer.value, registerFailure: null }
      : { registerFailure: answer.error },
  );
};

const orFail = async (
  format: ExportFormat | 'print',
  answer: ReturnType<typeof call<'export.open' | 'export.reveal'>>,
): Promise<void> => {
  const result = await answer;
  if (!result.ok) addOutcome({ kind: 'failed', format, failure: result.error });
};

export const openExport = ({ id, format }: ExportRecord): Promise<void> =>
  orFail(format, call('export.open', { exportId: id }));

export const revealExport = ({ id, format }: ExportRecord): Promise<void> =>
  orFail(format, call('export.reveal', { exportId: id }));
