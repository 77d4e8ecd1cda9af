import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type {
  BoardRow,
  Channel,
  DossierRecord,
  Input,
  IpcFailure,
  RegisterRecord,
  SigningPicturesRecord,
} from '../../shared/ipc';
import type { CourseEntry, DossierData, SigningPictureKind } from '../../shared/model';
import { call } from '../bridge';
import { saveNow, useOpenProposal } from './open-proposal';

interface OpenDossier {
  /** The proposal by which it was opened. */
  readonly id: string | null;
  readonly record: DossierRecord | null;
  /** It could not be read. */
  readonly failure: IpcFailure | null;
  /** Pictures of signature and seal that are kept; null: not read yet. */
  readonly pictures: SigningPicturesRecord | null;
  /** What is being done, by channel. */
  readonly busy: Channel | null;
  /** What could not be done last. */
  readonly refusal: IpcFailure | null;
}

const nothing: OpenDossier = {
  id: null,
  record: null,
  failure: null,
  pictures: null,
  busy: null,
  refusal: null,
};

export const useDossier = create<OpenDossier>(() => nothing);

export const openDossier = async (id: string): Promise<void> => {
  if (useDossier.getState().id !== id) useDossier.setState({ ...nothing, id });
  const answer = await call('dossier.read', { id });
  if (useDossier.getState().id !== id) return;
  useDossier.setState(
    answer.ok ? { record: answer.value, failure: null } : { failure: answer.error },
  );
};

export const forgetDossier = (): void => useDossier.setState(nothing);
export const dismissRefusal = (): void => useDossier.setState({ refusal: null });

/** Asks for something about the dossier; a refusal is kept for the screen, being changed of mind is none. */
export const askDossier = async <C extends Channel>(
  channel: C,
  input: Input<C>,
): Promise<Awaited<ReturnType<typeof call<C>>>> => {
  useDossier.setState({ busy: channel, refusal: null });
  const answer = await call(channel, input);
  const refusal = answer.ok || answer.error.code === 'cancelled' ? null : answer.error;
  useDossier.setState({ busy: null, refusal });
  return answer;
};

type Changing =
  | 'dossier.save'
  | 'dossier.setProposals'
  | 'dossier.freeze'
  | 'dossier.unfreeze'
  | 'dossier.enter'
  | 'sign.sign'
  | 'sign.takeBack';

/** Does something that answers with the dossier as it is then. True when it was done. */
const change = async <C extends Changing>(channel: C, input: Input<C>): Promise<boolean> => {
  const answer = (await askDossier(channel, input)) as Result<DossierRecord, IpcFailure>;
  if (answer.ok) useDossier.setState({ record: answer.value });
  return answer.ok;
};

export const saveDossier = (id: string, data: DossierData) => change('dossier.save', { id, data });
export const setDossierProposals = (id: string, proposals: readonly string[]) =>
  change('dossier.setProposals', { id, proposals: [...proposals] });
export const enterCourse = (id: string, entry: CourseEntry) =>
  change('dossier.enter', { id, entry });
export const signPaper = (input: Input<'sign.sign'>) => change('sign.sign', input);
export const takeBackSigned = (id: string, paper: string) => change('sign.takeBack', { id, paper });

/** Whose pictures these are depends on the signer, so they are read again after each change of him. */
export const readPictures = async (id: string): Promise<void> => {
  const answer = await call('dossier.pictures', { id });
  if (answer.ok) useDossier.setState({ pictures: answer.value });
};

type PictureChannel = 'dossier.choosePicture' | 'dossier.removePicture' | 'dossier.setSealDiameter';

const changePictures = async <C extends PictureChannel>(
  channel: C,
  input: Input<C>,
): Promise<void> => {
  const answer = (await askDossier(channel, input)) as Result<SigningPicturesRecord, IpcFailure>;
  if (answer.ok) useDossier.setState({ pictures: answer.value });
};

export const choosePicture = (id: string, kind: SigningPictureKind) =>
  changePictures('dossier.choosePicture', { id, kind });
export const removePicture = (id: string, kind: SigningPictureKind) =>
  changePictures('dossier.removePicture', { id, kind });
export const setSealDiameter = (id: string, diameter: number) =>
  changePictures('dossier.setSealDiameter', { id, diameter });

/** The name goes first: the register has to know who did it. */
const asPerson = async (name: string): Promise<boolean> =>
  (await askDossier('dossier.setActor', { name })).ok;

/** What could not be saved is not on the disk, and the disk is what is frozen. */
const everythingSaved = async (): Promise<boolean> => {
  if (await saveNow()) return true;
  const { save } = useOpenProposal.getState();
  if (save.kind === 'failed') useDossier.setState({ refusal: save.failure });
  return false;
};

/** `anyway`: also while a check finds errors. */
export const freezeDossier = async (id: string, name: string, anyway: boolean): Promise<boolean> =>
  (await everythingSaved()) &&
  (await asPerson(name)) &&
  (await change('dossier.freeze', { id, anyway }));
export const unfreezeDossier = async (id: string, name: string, reason: string): Promise<boolean> =>
  (await asPerson(name)) && (await change('dossier.unfreeze', { id, reason }));

interface Board {
  readonly rows: readonly BoardRow[] | null;
  readonly failure: IpcFailure | null;
}
export const useBoard = create<Board>(() => ({ rows: null, failure: null }));

export const loadBoard = async (): Promise<void> => {
  const answer = await call('dossier.board', undefined);
  if (answer.ok) useBoard.setState({ rows: answer.value, failure: null });
  else useBoard.setState({ failure: answer.error });
};

export const readDossierRegister = (
  id: string | null,
): Promise<Result<RegisterRecord[], IpcFailure>> => call('dossier.register', { id });
