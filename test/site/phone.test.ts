import { describeVisits } from './visits.ts';

describeVisits(360, 740);
