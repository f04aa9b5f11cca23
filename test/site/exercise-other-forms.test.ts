import { testByEveryHand } from './every-hand.ts';

testByEveryHand('flags-and-header', [['decode'], ['asked', 'match']]);
testByEveryHand('states', [['path'], ['asked', 'number']]);
testByEveryHand('reset', [['asked', 'number']]);
