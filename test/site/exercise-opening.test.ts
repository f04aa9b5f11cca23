import { testByEveryHand } from './every-hand.ts';

testByEveryHand('three-way-handshake', [['blanks'], ['order'], ['next-segment'], ['state'], ['if-lost'], ['fault'], ['rule'], ['impossible'], ['asked', 'many'], ['asked', 'choice']]);
