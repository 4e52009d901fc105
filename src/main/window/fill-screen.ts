import type { BrowserWindow } from 'electron';

/** Windows that were made to fill the screen, and did not before. */
const filled = new WeakSet<BrowserWindow>();

/** Fills the screen with a window, without its menu; or gives it back the shape that it had, which may have been the whole screen. */
export function fillScreen(window: BrowserWindow, fills: boolean): void {
  if (fills && !window.isFullScreen()) {
    filled.add(window);
    window.setFullScreen(true);
  }
  if (!fills && filled.delete(window)) window.setFullScreen(false);
  window.setMenuBarVisibility(!fills);
}
