import { expect, test } from 'vitest';
import { citeOf } from './cite.ts';

test.each([
  [{ section: '3.4' }, 'RFC 9293', '§3.4', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.4'],
  [{ rfc: 5961, section: '3.2' }, '', 'RFC 5961 §3.2', 'https://www.rfc-editor.org/rfc/rfc5961#section-3.2'],
  [{ section: 'A.1' }, 'RFC 9293', 'Appendix A.1', 'https://www.rfc-editor.org/rfc/rfc9293#appendix-A.1'],
  [{ rfc: 793 }, '', 'RFC 793', 'https://www.rfc-editor.org/rfc/rfc793'],
  [{}, '', 'RFC 9293', 'https://www.rfc-editor.org/rfc/rfc9293'],
])('%j', (props, prefix, shown, url) => {
  expect(citeOf(props)).toEqual({ prefix, shown, url });
});
