import { create } from 'zustand';
import { type Call, draftCall } from '../../../shared/model';

/**
 * A call being entered. It stands outside the screen, so that a look at another call or another
 * part of the program costs no word.
 */
interface CallDraft {
  readonly draft: Call | null;
  readonly isNew: boolean;
  /** False while the person looks at something else. */
  readonly isShown: boolean;
}

export const useCallDraft = create<CallDraft>(() => ({
  draft: null,
  isNew: false,
  isShown: false,
}));

/** Goes on with what was begun of this call, or begins. */
export const editCall = (call: Call): void => {
  const { draft, isNew } = useCallDraft.getState();
  const begun = draft !== null && !isNew && draft.id === call.id;
  useCallDraft.setState({
    draft: begun ? draft : structuredClone(call),
    isNew: false,
    isShown: true,
  });
};

/** Goes on with the new call that was begun, or begins one; its id comes with the first saving. */
export const enterCall = (today: string): void => {
  const { draft, isNew } = useCallDraft.getState();
  useCallDraft.setState({
    draft: draft !== null && isNew ? draft : draftCall('moi', today),
    isNew: true,
    isShown: true,
  });
};

export const hideDraft = (): void => useCallDraft.setState({ isShown: false });

export const leaveDraft = (): void => useCallDraft.setState({ draft: null, isShown: false });
