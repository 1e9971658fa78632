import { z } from 'zod';

/* Must run before any schema is made: compiled schemas need `eval`, which the page's content policy forbids. */
z.config({ jitless: true });
