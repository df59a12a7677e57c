import { workerData } from 'node:worker_threads';
import { createPaperDesk, type PaperPlace } from './paper-desk.ts';
import { serveDesk } from './serve-desk.ts';

const place = workerData as PaperPlace;
serveDesk(createPaperDesk(place), place.databaseFile);
