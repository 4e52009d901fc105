import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { appOrigin } from './app-protocol';

/** Opens the window with nothing in it yet. It shows itself when a page has been drawn for the first time. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Quotabench',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/**
 * Loads the app's page: the built one, or in development the one that the build tool serves. A load that is cut
 * short, because the window was closed or loaded anew, is no error.
 */
export async function loadRenderer(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(process.env.ELECTRON_RENDERER_URL ?? `${appOrigin}/`);
  } catch (error) {
    const cutShort = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
    if (!cutShort) throw error;
  }
}
