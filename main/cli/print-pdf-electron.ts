/**
 * Prints PDFs from plain Node by way of an Electron found on the machine. The window and its rules are the application's own
 * (`main/shell/print-html.ts`); only the pages and the finished PDFs travel between the two processes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRuntime, findElectron } from '#tests/runtime/find-electron.ts';
import { type Account, openAccount } from '#tests/runtime/unprivileged.ts';
import type { PrintOptions, PrintToPdf } from '../documents/print-documents.ts';

export type ElectronPrinter = {
  /** Which Electron prints, for a line of progress. */
  readonly runtime: string;
  readonly print: PrintToPdf;
  /** Ends the process; waits until it is gone. */
  readonly close: () => Promise<void>;
};

type Answer = { readonly id: number; readonly pdf?: string; readonly error?: string };
type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void };

const START_LIMIT = 30_000;

/** Starts an Electron without a screen and returns a printer; throws when none is found or it does not start. */
export async function openElectronPrinter(tell: (line: string) => void): Promise<ElectronPrinter> {
  const runtime = await findElectron(tell);
  const account = await openAccount();
  try {
    await writeProgram(account);
    const token = randomBytes(16).toString('hex');
    const server = createServer();
    const port = await listen(server);
    const [program, args] = account.command(runtime.executable, [...switches(), account.scratch]);
    const child = spawn(program, args, {
      cwd: account.scratch,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...account.environment, SERIKTES_PRINT: `${port}:${token}` },
    });
    const socket = await connection(server, child, token);
    return { runtime: describeRuntime(runtime), ...createBridge(socket, child, server, account) };
  } catch (error) {
    account.dispose();
    throw error;
  }
}

/** Linux without a display still prints: Chromium draws into memory. */
function switches(): string[] {
  return process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : [];
}

async function writeProgram({ scratch, own }: Account): Promise<void> {
  const source = readFileSync(fileURLToPath(new URL('../shell/print-html.ts', import.meta.url)), 'utf8');
  const files = {
    'package.json': JSON.stringify({ name: 'seriktes-print', type: 'module', main: 'main.js' }),
    'print-html.js': stripTypeScriptTypes(source),
    'main.js': PROGRAM,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(scratch, name), content);
  chmodSync(scratch, 0o755);
  await own(scratch);
}

/** The Electron side: connects back, prints what it is sent, ends when the line is closed. */
const PROGRAM = `import { app } from 'electron';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { createPdfPrinter } from './print-html.js';
app.enableSandbox();
app.on('window-all-closed', () => undefined);
const [port, token] = (process.env.SERIKTES_PRINT ?? '').split(':');
app.whenReady().then(() => {
  const printer = createPdfPrinter({ offscreen: true });
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(token + '\\n'));
  const send = answer => socket.write(JSON.stringify(answer) + '\\n');
  createInterface({ input: socket }).on('line', line => {
    const { id, html, options } = JSON.parse(line);
    printer.print(html, options).then(
      pdf => send({ id, pdf: Buffer.from(pdf).toString('base64') }),
      error => send({ id, error: String(error?.message ?? error) }),
    );
  });
  socket.on('close', () => app.exit(0));
  socket.on('error', () => app.exit(1));
});
`;

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No local port'));
      else resolve(address.port);
    });
  });
}

/** Waits for the one caller that knows the token; everybody else is hung up on. */
function connection(server: Server, child: ChildProcess, token: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let complaints = '';
    const fail = (reason: string): void => {
      clearTimeout(timer);
      server.close();
      child.kill();
      reject(new Error(`Electron did not start for printing (${reason})${complaints === '' ? '' : `: ${complaints}`}`));
    };
    const timer = setTimeout(() => fail('time limit'), START_LIMIT);
    child.stderr?.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-500);
    });
    child.once('error', error => fail(error.message));
    child.once('exit', code => fail(`exit code ${code}`));
    server.on('connection', socket => {
      socket.once('data', greeting => {
        if (greeting.toString() !== `${token}\n`) {
          socket.destroy();
          return;
        }
        clearTimeout(timer);
        child.removeAllListeners('exit');
        resolve(socket);
      });
    });
  });
}

function createBridge(
  socket: Socket,
  child: ChildProcess,
  server: Server,
  account: Account,
): Pick<ElectronPrinter, 'print' | 'close'> {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let rest = '';
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('Electron ended while printing'));
    waiting.clear();
  });
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) settle(JSON.parse(line) as Answer, waiting);
  });
  return {
    print: (html: string, options: PrintOptions = {}) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        socket.write(`${JSON.stringify({ id, html, options })}\n`);
      }),
    close: async () => {
      socket.end();
      server.close();
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(timer);
      account.dispose();
    },
  };
}

function settle(answer: Answer, waiting: Map<number, Waiting>): void {
  const entry = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.pdf === undefined) entry?.reject(new Error(answer.error ?? 'Printing failed'));
  else entry?.resolve(new Uint8Array(Buffer.from(answer.pdf, 'base64')));
}
