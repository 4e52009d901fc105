import { type Bridge, eventChannel, requestChannel } from '@shared/ipc/bridge';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0];

/** `webUtils` came with Electron 29; before it a file from the user carried its own path. */
function pathOfFile(file: unknown): string {
  if (webUtils) return webUtils.getPathForFile(file as DroppedFile);
  return (file as { path?: string }).path ?? '';
}

const bridge: Bridge = {
  request: (name, request) => ipcRenderer.invoke(requestChannel, name, request),
  subscribe: (name, listener) => {
    const receive = (_event: unknown, told: unknown, payload: unknown) => {
      if (told === name) listener(payload as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(eventChannel, receive);
    return () => {
      ipcRenderer.removeListener(eventChannel, receive);
    };
  },
  pathOfFile,
};

contextBridge.exposeInMainWorld('quotabench', bridge);
