import { spawn } from 'node:child_process';

/**
 * Runs a program in the foreground. Ctrl-C reaches the program by itself, being in the same group; this process
 * outlives it, so that the program can put things in order first. A stop that was asked for counts as success.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code to end with
 */
export function runToExit(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let stopAsked = false;
    process.on('SIGINT', () => {
      stopAsked = true;
    });
    process.on('SIGTERM', () => {
      stopAsked = true;
      child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(stopAsked ? 0 : (code ?? 1)));
  });
}

/**
 * Ends a script: with the exit code of its work, or with one sentence on standard error and exit code 1.
 *
 * @param {() => Promise<number>} work
 */
export async function exitWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
