// Loaded before any schema: zod shall not even try whether it may make code of text, since the policy of the page would report the attempt.
import { config } from 'zod/mini';

config({ jitless: true });
