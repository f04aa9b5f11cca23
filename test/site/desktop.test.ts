import { describeVisits } from './visits.ts';

describeVisits(1280, 800);
