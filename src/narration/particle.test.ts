import { expect, test } from 'vitest';
import { withParticles } from './particle.ts';

test.each([
  ['클라이언트은(는) 서버을(를) 부릅니다', '클라이언트는 서버를 부릅니다'],
  ['호스트과(와) 단말과(와)', '호스트와 단말과'],
  ['LISTEN(으)로', 'LISTEN으로'],
  ['CLOSED(으)로', 'CLOSED로'],
  ['FIN-WAIT-1(으)로', 'FIN-WAIT-1로'],
  ['FIN-WAIT-2이(가)', 'FIN-WAIT-2가'],
  ['301을(를)', '301을'],
  ['302을(를)', '302를'],
  ['ACK=101은(는)', 'ACK=101은'],
  ['서울(으)로', '서울로'],
  ['100(으)로', '100으로'],
  ['A은(는) B과(와)', 'A는 B와'],
  ['L이(가)', 'L이'],
  ['server을(를)', 'server를'],
  ['SYN이(가)', 'SYN이'],
  ['RST을(를)', 'RST를'],
  ['ISS(300)을(를)', 'ISS(300)을'],
])('%s', (marked, settled) => {
  expect(withParticles(marked)).toBe(settled);
});
