import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './project-root.mjs';

const PROGRAM = `
  process.stdin.on('data', (chunk) => process.stdout.write(chunk));
  process.stdin.on('end', () => {
    console.log(JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2) }));
    process.exitCode = 7;
  });
`;

let place: string;
let project: string;

/** A project that has been built already, whose command line tells what it was given. */
beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'quotabench-cli-')));
  project = join(place, 'project');
  for (const script of ['run-cli.mjs', 'build-output.mjs', 'one-at-a-time.mjs', 'project-root.mjs']) {
    cpSync(join(projectRoot, 'scripts', script), join(project, 'scripts', script));
  }
  writeFileSync(
    join(project, 'package.json'),
    '{"type":"module","scripts":{"cli":"node scripts/run-cli.mjs"}}',
  );
  for (const output of ['main/index.cjs', 'main/cli.cjs', 'preload/index.cjs', 'renderer/index.html']) {
    mkdirSync(join(project, 'out', dirname(output)), { recursive: true });
    writeFileSync(join(project, 'out', output), output === 'main/cli.cjs' ? PROGRAM : '');
  }
  mkdirSync(join(place, 'elsewhere'));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: join(place, 'elsewhere'),
    input: 'rows\n',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it("has the caller's folder, streams, arguments and exit code when started as a program", () => {
    expect(run(process.execPath, [join(project, 'scripts/run-cli.mjs'), 'import', 'a b.csv'])).toEqual({
      status: 7,
      stdout: `rows\n{"cwd":"${join(place, 'elsewhere')}","args":["import","a b.csv"]}\n`,
      stderr: '',
    });
  });

  it("takes paths from the caller's folder when started by npm run, which goes to the project's", () => {
    const { status, stdout } = run('npm', [
      '--prefix',
      project,
      'run',
      '--silent',
      'cli',
      '--',
      'check',
      '--json',
    ]);
    expect(stdout).toBe(`rows\n{"cwd":"${join(place, 'elsewhere')}","args":["check","--json"]}\n`);
    expect(status).toBe(7);
  });

  it('is not misled by the folder of another npm script that started it', () => {
    const env = { npm_lifecycle_event: 'test', INIT_CWD: project };
    expect(run(process.execPath, [join(project, 'scripts/run-cli.mjs')], env).stdout).toContain(
      `"cwd":"${join(place, 'elsewhere')}"`,
    );
  });
});
