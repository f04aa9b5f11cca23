import type { Course } from './course.ts';
import type { Ticks } from './tick.ts';

/** Where along its arrow a label stands: in the middle where it has the space between the life lines to itself, else in its half of it. */
export type Place = 'middle' | 'start' | 'end';

/**
 * The place of each label, by flight: the sender's half where segments cross on their way, and the receiver's half for one
 * that overtakes another. `isLong` says of a course whether it is under way for so long that only its ends count.
 */
export function placesOf(courses: readonly Course[], ticks: Ticks, isLong: (course: Course) => boolean): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const put = ({ journey: { flight } }: Course, place: Place) => places.set(flight.id, place);
  const begins = listed(courses, ticks.all.length, ({ from }) => from);
  const ends = listed(courses, ticks.all.length, ({ to }) => to);
  const underWay = new Set<Course>();
  for (const index of ticks.all.keys()) {
    for (const one of ends[index] ?? []) {
      underWay.delete(one);
      for (const other of underWay) {
        if (other.journey.flight.from !== one.journey.flight.from) {
          if (isLong(one)) put(other, 'start');
        } else if (other.from < one.from && !isLong(one)) {
          put(other, 'start');
          put(one, 'end');
        }
      }
    }
    for (const one of begins[index] ?? []) {
      for (const other of underWay) {
        if (other.journey.flight.from === one.journey.flight.from) continue;
        put(other, 'start');
        put(one, 'start');
      }
      if (one.journey.flight.origin === 'copy') put(one, 'end');
      else if (isLong(one)) put(one, 'start');
      if (!isLong(one)) underWay.add(one);
    }
  }
  return places;
}

function listed(courses: readonly Course[], count: number, key: (course: Course) => number | null): readonly (readonly Course[])[] {
  const lists: Course[][] = Array.from({ length: count }, () => []);
  for (const course of courses) lists[key(course) ?? -1]?.push(course);
  return lists;
}
