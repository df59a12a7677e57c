import { workerData } from 'node:worker_threads';
import { createImportDesk } from '#main/features/importing/import-desk.ts';
import { type DeskPlace, serveDesk } from './serve-desk.ts';

const place = workerData as DeskPlace;
serveDesk(createImportDesk(place), place.databaseFile);
