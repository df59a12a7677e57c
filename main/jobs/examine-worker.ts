import { parentPort, workerData } from 'node:worker_threads';
import { examine } from '#main/database/connection.ts';

parentPort?.postMessage(examine((workerData as { readonly file: string }).file));
