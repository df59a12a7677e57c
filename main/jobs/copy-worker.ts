import { workerData } from 'node:worker_threads';
import { type CopyPlace, createCopyDesk } from './copy-desk.ts';
import { serveDesk } from './serve-desk.ts';

const place = workerData as CopyPlace;
serveDesk(createCopyDesk(place), place.databaseFile);
