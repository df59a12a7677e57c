import { type SpawnOptions, spawn } from 'node:child_process';

/** What a finished program left behind. */
export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

type CommandOptions = Pick<SpawnOptions, 'cwd' | 'env'> & { readonly timeout?: number };

/** Runs a program to its end and keeps what it printed; a missing program or a time-out is a failure, not a throw. */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return await new Promise(resolve => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += String(chunk);
    });
    child.stderr.on('data', chunk => {
      stderr += String(chunk);
    });
    child.on('error', error => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` }));
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, stdout, stderr: signal === null ? stderr : `${stderr}stopped by ${signal}` });
    });
  });
}

/** Runs a program and throws with its last words when it fails. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const result = await runCommand(program, args, options);
  if (result.code !== 0) {
    const lastWords = (result.stderr || result.stdout).trim().split('\n').slice(-12).join('\n');
    throw new Error(`${program} failed with ${result.code}:\n${lastWords}`);
  }
  return result;
}

/** Runs a program in the foreground with our terminal and answers its exit code. */
export async function runInForeground(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> {
  return await new Promise(resolve => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const finish = (code: number): void => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', error => {
      process.stderr.write(`${program}: ${error.message}\n`);
      finish(127);
    });
    child.on('close', code => finish(code ?? 1));
  });
}
