import { create } from 'zustand';
import type { AppInfo, IpcFailure, StoreState } from '../../shared/ipc';
import type { Call, Template } from '../../shared/model';
import { call, on } from '../bridge';

/** What the window knows of the program as a whole. */
interface Program {
  readonly phase: 'starting' | 'ready' | 'recovery';
  readonly store: StoreState | null;
  readonly info: AppInfo | null;
  readonly calls: readonly Call[];
  readonly templates: readonly Template[];
  /** Calls or forms that could not be read. */
  readonly failure: IpcFailure | null;
}

export const useProgram = create<Program>(() => ({
  phase: 'starting',
  store: null,
  info: null,
  calls: [],
  templates: [],
  failure: null,
}));

/** The data may not be written (or by a newer program only): looked at, exported, never changed. */
export const isLookOnly = ({ store }: Pick<Program, 'store'>): boolean => store?.readOnly === true;

const takeStoreState = (store: StoreState): boolean => {
  const ready = store.state === 'ready' || isLookOnly({ store });
  const running = useProgram.getState().phase === 'ready';
  useProgram.setState({ store, ...(ready || running ? {} : { phase: 'recovery' as const }) });
  return ready;
};

const unknownStore = ({ message, hint }: IpcFailure): StoreState => ({
  state: 'io',
  message,
  hint: hint ?? '',
  file: '',
});

const loadShelf = async (): Promise<void> => {
  const [info, calls, templates] = await Promise.all([
    call('app.info', undefined),
    call('calls.list', undefined),
    call('templates.list', undefined),
  ]);
  const failed = [calls, templates].find((answer) => !answer.ok);
  useProgram.setState({
    info: info.ok ? info.value : null,
    calls: calls.ok ? calls.value : [],
    templates: templates.ok ? templates.value : [],
    failure: failed === undefined || failed.ok ? null : failed.error,
    phase: 'ready',
  });
};

/** Calls and forms once more, after somebody changed them. What cannot be read stays as it was. */
export const reloadShelf = async (): Promise<void> => {
  const [calls, templates] = await Promise.all([
    call('calls.list', undefined),
    call('templates.list', undefined),
  ]);
  useProgram.setState({
    ...(calls.ok ? { calls: calls.value } : {}),
    ...(templates.ok ? { templates: templates.value } : {}),
  });
};

/** True when the store is open and the program can be used. */
export const startProgram = async (): Promise<boolean> => {
  const state = await call('store.state', undefined);
  if (!takeStoreState(state.ok ? state.value : unknownStore(state.error))) return false;
  await loadShelf();
  return true;
};

export const retryStore = async (): Promise<boolean> => {
  // What is shown is of a copy: whatever is there now is another store, so the window begins anew.
  if (isLookOnly(useProgram.getState())) useProgram.setState({ phase: 'starting' });
  const state = await call('store.retry', undefined);
  if (!takeStoreState(state.ok ? state.value : unknownStore(state.error))) return false;
  await loadShelf();
  return true;
};

const readyStore: StoreState = { state: 'ready', message: '', hint: '', file: '' };

/**
 * Trouble of the store. Before the program is ready it means the recovery screen; later it is told
 * above the screen and takes nothing away: what somebody is writing must stay before their eyes.
 */
export const followStore = (): (() => void) =>
  on('store.trouble', (trouble) => {
    const { phase } = useProgram.getState();
    if (phase === 'ready') useProgram.setState({ store: trouble ?? readyStore });
    else if (trouble !== null) takeStoreState(trouble);
    else if (phase === 'recovery') void startProgram();
  });

export const callById = (id: string): Call | undefined =>
  useProgram.getState().calls.find((entry) => entry.id === id);

export const templateById = (id: string): Template | undefined =>
  useProgram.getState().templates.find((entry) => entry.id === id);

/** Forms of a call, in the order in which the call names them. */
export const templatesOf = (
  entry: Pick<Call, 'id' | 'templates'>,
  templates: readonly Template[],
): Template[] => {
  const named = entry.templates.flatMap((id) => templates.filter((form) => form.id === id));
  const others = templates.filter((form) => form.calls.includes(entry.id) && !named.includes(form));
  return [...named, ...others];
};
