import { describe, expect, it } from 'vitest';
import { electronEnvironment, hasDisplay } from './launch-conditions.mjs';

describe('the conditions to start Electron', () => {
  it('need an X or Wayland display on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('include a locale that can spell every file name', () => {
    expect(electronEnvironment({})).toEqual({ LC_ALL: 'C.UTF-8' });
    expect(electronEnvironment({ LANG: 'POSIX' })).toEqual({ LANG: 'POSIX', LC_ALL: 'C.UTF-8' });
    expect(electronEnvironment({ LC_ALL: 'C', LANG: 'nb_NO.UTF-8' }).LC_ALL).toBe('C.UTF-8');
  });

  it('leave the locale of a person alone', () => {
    const env = { LANG: 'nb_NO.UTF-8' };
    expect(electronEnvironment(env)).toBe(env);
  });
});
