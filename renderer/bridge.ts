import { err, type Result } from '../shared/base';
import type {
  Api,
  Channel,
  EventName,
  EventPayload,
  Input,
  IpcFailure,
  Output,
} from '../shared/ipc';

declare global {
  interface Window {
    /** Put there by the preload script; missing only where the page was opened by a plain browser. */
    readonly api?: Api;
  }
}

export type Answer<C extends Channel> = Result<Output<C>, IpcFailure>;

const unreachable = (): Result<never, IpcFailure> =>
  err({
    code: 'internal',
    message: 'Cửa sổ không liên lạc được với phần chính của chương trình.',
    hint: 'Đóng chương trình rồi mở lại. Những gì đã ghi vẫn còn.',
  });

/** The one way to ask the main process for something. Failures are values; this never rejects. */
export const call = async <C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>> => {
  const { api } = window;
  if (api === undefined) return unreachable();
  try {
    return await api.call(channel, input);
  } catch {
    return unreachable();
  }
};

/** Returns the function that stops listening. */
export const on = <E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): (() => void) => window.api?.on(event, listener) ?? (() => undefined);
