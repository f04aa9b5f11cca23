import type { Course } from './course.ts';
import type { Ticks } from './tick.ts';

/** Where along its arrow a label stands: in the middle where it has the space between the life lines to itself, else in the sender's half of it; for what is injected in front of its destination, before its beginning. */
export type Place = 'middle' | 'start' | 'before';

/** The place of each label that cannot stand in the middle because of others, by flight. `isLong` says of a course whether it is under way for so long that only its ends count. */
export function placesOf(courses: readonly Course[], ticks: Ticks, isLong: (course: Course) => boolean): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const put = ({ journey: { flight } }: Course, place: Place) => {
    if (flight.origin === 'sent') places.set(flight.id, place);
  };
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
          put(one, 'start');
        }
      }
    }
    for (const one of begins[index] ?? []) {
      for (const other of underWay) {
        if (other.journey.flight.from === one.journey.flight.from) continue;
        put(other, 'start');
        put(one, 'start');
      }
      const { origin, id } = one.journey.flight;
      if (origin !== 'sent') places.set(id, origin === 'copy' ? 'start' : 'before');
      if (isLong(one)) put(one, 'start');
      else underWay.add(one);
    }
  }
  return places;
}

function listed(courses: readonly Course[], count: number, key: (course: Course) => number | null): readonly (readonly Course[])[] {
  const lists: Course[][] = Array.from({ length: count }, () => []);
  for (const course of courses) lists[key(course) ?? -1]?.push(course);
  return lists;
}
