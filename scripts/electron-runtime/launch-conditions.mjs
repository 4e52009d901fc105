import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether a window can be shown.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The switches that Chromium needs on this machine. Its sandbox is left on wherever it can work: on Linux it
 * refuses to start as root, and needs user namespaces otherwise. This is for development and tests only; the
 * packaged app never takes its sandbox off.
 *
 * @returns {string[]}
 */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  return process.getuid?.() === 0 || !userNamespacesWork() ? ['--no-sandbox'] : [];
}

/**
 * Tries to become root of a new user namespace, which is what Chromium's sandbox does. A machine without the
 * `unshare` program is judged by the kernel's setting.
 */
function userNamespacesWork() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  if (error === undefined) return status === 0;
  try {
    return Number(readFileSync('/proc/sys/user/max_user_namespaces', 'utf8')) > 0;
  } catch {
    return false;
  }
}
