import { z } from 'zod';

/** The page's CSP forbids generated code, so zod must be told before the first schema is made. */
z.config({ jitless: true });

export { z };
