import { MermaidError, drawPool } from './draw-pool.ts';

let pool: ReturnType<typeof drawPool> | null = null;

/** Why Mermaid's own parser does not accept the text; null where it does. */
export async function mermaidError(text: string): Promise<MermaidError | null> {
  pool ??= drawPool();
  try {
    await pool(text, true);
    return null;
  } catch (error) {
    if (error instanceof MermaidError) return error;
    throw error;
  }
}
