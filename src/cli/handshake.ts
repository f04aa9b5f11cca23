import { ended } from './program.ts';

// Who reads may have read enough, as `head` has.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await ended(process.argv.slice(2));
