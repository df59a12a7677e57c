import { type ElectronPrinter, openElectronPrinter } from './print-pdf-electron.ts';
import { demoUsage, readDemoArguments } from './support/demo-arguments.ts';
import { resultOfFailure } from './support/failure.ts';
import { runDemo } from './support/run-demo.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** An Electron to print with; undefined, with the reason told, when there is none. */
async function findPrinter(): Promise<ElectronPrinter | undefined> {
  try {
    const printer = await openElectronPrinter(tell);
    tell(`PDF by ${printer.runtime}`);
    return printer;
  } catch (error) {
    tell(`No PDF: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Runs the demo and prints its result as the last line; a failure is printed as a result too, with exit code 1. */
async function demo(given: readonly string[]): Promise<number> {
  const request = readDemoArguments(given);
  if (typeof request === 'string') {
    tell(`${request}\n\n${demoUsage}`);
    return 1;
  }
  const printer = request.pdf ? await findPrinter() : undefined;
  try {
    process.stdout.write(`${JSON.stringify(await runDemo(request, printer?.print, tell))}\n`);
    return 0;
  } catch (error) {
    process.stdout.write(`${JSON.stringify(resultOfFailure(error))}\n`);
    return 1;
  } finally {
    await printer?.close();
  }
}

process.exitCode = await demo(process.argv.slice(2));
