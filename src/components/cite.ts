import { citeUrl } from '../narration/cite-url.ts';

/** The RFC that is meant where none is named. */
export const COURSE_RFC = 9293;

/** A cite as it stands in running text. */
export interface Cite {
  /** What the eye may miss but a listener needs: `RFC 9293`; empty where `shown` says it. */
  readonly prefix: string;
  readonly shown: string;
  readonly url: string;
}

/** The cite of a section (`3.10.7.4`, or `A.1` for an appendix) of an RFC, of RFC 9293 where none is named. */
export function citeOf({ section, rfc = COURSE_RFC }: { readonly section?: string | undefined; readonly rfc?: number | undefined }): Cite {
  const name = `RFC ${String(rfc)}`;
  if (section === undefined) return { prefix: '', shown: name, url: citeUrl(name) };
  const clause = /^[A-Z]/.test(section) ? `Appendix ${section}` : `§${section}`;
  const url = citeUrl(`${name} ${clause}`);
  return rfc === COURSE_RFC ? { prefix: name, shown: clause, url } : { prefix: '', shown: `${name} ${clause}`, url };
}
