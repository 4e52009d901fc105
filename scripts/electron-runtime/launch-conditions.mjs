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
 * The environment to start Electron with. Chromium reads file names in the encoding of the locale: in the plain C
 * locale, which containers have, it loses the path of a dropped file whose name is not ASCII.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment(env = process.env) {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'C';
  return /^(C|POSIX)$/.test(locale) ? { ...env, LC_ALL: 'C.UTF-8' } : env;
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
