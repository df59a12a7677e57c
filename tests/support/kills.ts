import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';

const project = resolve(import.meta.dirname, '../..');

/** A program of tests/support that is started again and again, and killed. */
export type Victim = {
  /**
   * Runs it in a process of its own and kills it (SIGKILL, nothing of it can react) some milliseconds after it has said so many
   * lines. Gives the whole lines it had said by then: what it had said was safe must be there afterwards.
   */
  readonly killAfter: (
    given: readonly (string | number)[],
    milliseconds: number,
    lines?: number,
  ) => Promise<readonly string[]>;
  /** Milliseconds from its first line to its second, on this machine as busy as it is; then it is killed. */
  readonly pace: (given: readonly (string | number)[]) => Promise<number>;
  /** Runs it to an end of its own choosing; gives what it said. Throws when it complained. */
  readonly runToEnd: (given: readonly (string | number)[]) => Promise<string>;
  readonly remove: () => void;
};

/**
 * Lives to be killed, one after the other: as many as are wanted, but none is begun after `SERIKTES_KILL_MINUTES`. Says at the end
 * how many there were, since a long run may be cut short by its time.
 */
export function* lives(what: string, wanted: number): Generator<number, void> {
  const until = performance.now() + Number(process.env['SERIKTES_KILL_MINUTES'] ?? Number.POSITIVE_INFINITY) * 60_000;
  let lived = 0;
  try {
    for (; lived < wanted && performance.now() < until; lived += 1) yield lived;
  } finally {
    console.log(`${what}: ${lived} of ${wanted} killed`);
  }
}

/** Bundles a program with the threads it may start, inside the project, where its native addon is found. */
async function bundle(program: string): Promise<string> {
  const cache = join(project, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'seriktes-victim-'));
  const threads = readdirSync(join(project, 'main/jobs'))
    .filter(name => name.endsWith('-worker.ts'))
    .map(name => [name.slice(0, -'.ts'.length), join(project, 'main/jobs', name)]);
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      rollupOptions: {
        input: { ...Object.fromEntries(threads), [program]: resolve(import.meta.dirname, `${program}.ts`) },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return folder;
}

/** Made once for a test file. From its sources such a program takes four times as long to start as to be killed. */
export function aVictim(program: string): Victim {
  let made: Promise<string> | undefined;
  async function commandLine(given: readonly (string | number)[]) {
    made ??= bundle(program);
    const folder = await made;
    const env = {
      ...process.env,
      SERIKTES_RESOURCES: join(project, 'resources'),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    };
    return { args: [join(folder, `${program}.js`), ...given.map(String)], env };
  }
  /** One life: whole lines said before the kill, each with the moment it was heard. */
  async function live(given: readonly (string | number)[], milliseconds: number, lines: number) {
    const { args, env } = await commandLine(given);
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
    const ended = once(child, 'close');
    const heardAt: number[] = [];
    let said = '';
    const begun = new Promise<void>(begin => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        while (heardAt.length < said.split('\n').length - 1) heardAt.push(performance.now());
        if (heardAt.length >= lines) begin();
      });
    });
    await Promise.race([begun, ended]);
    await pause(milliseconds);
    child.kill('SIGKILL');
    await ended;
    return { said: said.split('\n').slice(0, -1), heardAt };
  }
  return {
    killAfter: async (given, milliseconds, lines = 1) => (await live(given, milliseconds, lines)).said,
    pace: async given => {
      const { heardAt } = await live(given, 0, 2);
      return (heardAt[1] ?? 0) - (heardAt[0] ?? 0);
    },
    runToEnd: async given => {
      const { args, env } = await commandLine(given);
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
      if (stderr !== '') throw new Error(stderr);
      return stdout;
    },
    remove: () => void made?.then(folder => rmSync(folder, { recursive: true, force: true })),
  };
}
