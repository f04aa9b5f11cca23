import { describeVisits } from './visits.ts';

describeVisits('desk');
