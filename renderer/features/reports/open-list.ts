import { createContext } from 'react';
import type { Drill } from '#shared/contract/reports.ts';

/** Opens the list behind a number inside the report; null where numbers lead to the lists of today. */
export const OpenList = createContext<((drill: Drill, title: string) => void) | null>(null);
