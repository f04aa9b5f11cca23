import { describeVisits } from './visits.ts';

describeVisits('phone');
