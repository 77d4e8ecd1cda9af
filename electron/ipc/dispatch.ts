import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { err } from '../../shared/base';
import {
  CALL_CHANNEL,
  type Channel,
  contract,
  type IpcFailure,
  ipcFailureSchema,
} from '../../shared/ipc';
import type { Answer, Handlers } from './handlers';

/** What is known of the frame a request came from. */
export interface Sender {
  /** Scheme and host, e.g. `app://bdx`; empty when the frame is already gone. */
  readonly origin: string;
  readonly isTopFrame: boolean;
}

export interface DispatcherParts {
  readonly handlers: Handlers;
  /** The one origin whose top frame may ask. */
  readonly trustedOrigin: string;
  /** For the log. `error` may hold words of the person; the log keeps its kind and place only. */
  readonly report: (what: string, error?: unknown) => void;
}

export type Dispatch = (
  sender: Sender,
  channel: unknown,
  input: unknown,
) => Promise<Answer<Channel>>;

const FORBIDDEN: IpcFailure = {
  code: 'forbidden',
  message: 'Yêu cầu không đến từ cửa sổ của chương trình nên không được thực hiện.',
};

const BAD_REQUEST: IpcFailure = {
  code: 'bad-request',
  message: 'Phần chính của chương trình không hiểu yêu cầu của cửa sổ.',
  hint: 'Đóng chương trình rồi mở lại. Những gì đã ghi vẫn còn.',
};

const INTERNAL: IpcFailure = {
  code: 'internal',
  message: 'Chương trình gặp lỗi nên chưa làm được việc này.',
  hint: 'Thử lại; nếu vẫn lỗi, đóng chương trình rồi mở lại. Những gì đã ghi vẫn còn.',
};

const isChannel = (value: unknown): value is Channel =>
  typeof value === 'string' && Object.hasOwn(contract, value);

/**
 * The one door: sender, then shape, then handler, then the shape of the answer. Never throws and
 * never rejects; what a handler throws is a bug, told as `internal` and reported.
 */
export const createDispatcher = ({
  handlers,
  trustedOrigin,
  report,
}: DispatcherParts): Dispatch => {
  const answerOf = async <C extends Channel>(channel: C, input: unknown): Promise<Answer<C>> => {
    const shapes = contract[channel];
    const parsed = shapes.input.safeParse(input);
    if (!parsed.success) {
      report(`bad request on ${channel}`);
      const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
      return err({ ...BAD_REQUEST, ...(where === '' ? {} : { where }) });
    }
    const handler: (input: never) => Answer<C> | Promise<Answer<C>> = handlers[channel];
    const answer = await handler(parsed.data as never);
    const sound = answer.ok
      ? shapes.output.safeParse(answer.value).success
      : ipcFailureSchema.safeParse(answer.error).success;
    if (sound) return answer;
    report(`answer of another shape on ${channel}`);
    return err(INTERNAL);
  };

  return async (sender, channel, input) => {
    if (!sender.isTopFrame || sender.origin !== trustedOrigin) {
      report('request from a foreign frame');
      return err(FORBIDDEN);
    }
    if (!isChannel(channel)) {
      report('request on an unknown channel');
      return err(BAD_REQUEST);
    }
    try {
      return await answerOf(channel, input);
    } catch (error) {
      report(`handler of ${channel} threw`, error);
      return err(INTERNAL);
    }
  };
};

type SenderEvent = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'mainFrame'>;
};

/**
 * A frame that has gone, or moved elsewhere, has no right to anything any more. Whether it has is
 * asked of its window: Electron's own mark `detached` stays on the frame that a window gets after a
 * crash.
 */
export const senderOf = ({ senderFrame, sender: { mainFrame } }: SenderEvent): Sender => {
  const isTopFrame =
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.processId === mainFrame.processId &&
    senderFrame.routingId === mainFrame.routingId;
  return { origin: isTopFrame ? senderFrame.origin : '', isTopFrame };
};

export const listenToWindows = (ipcMain: IpcMain, dispatch: Dispatch): void => {
  ipcMain.handle(CALL_CHANNEL, (event, channel: unknown, input: unknown) =>
    dispatch(senderOf(event), channel, input),
  );
};
