import { contextBridge, ipcRenderer } from 'electron';
import {
  type Api,
  CALL_CHANNEL,
  EVENT_CHANNEL,
  type EventName,
  type EventPayload,
} from '../../shared/ipc';

const api: Api = {
  call: (channel, input) => ipcRenderer.invoke(CALL_CHANNEL, channel, input),
  on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => {
    const receive = (_event: unknown, name: EventName, payload: EventPayload<E>): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, receive);
    };
  },
};

contextBridge.exposeInMainWorld('api', api);
