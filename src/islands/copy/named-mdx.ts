import { quoted } from './quoted.ts';

/** A simulation of a scenario of the course as a lesson takes it. */
export function namedMdx(scenario: string, title: string): string {
  return `<Simulation scenario=${quoted(scenario)} title=${quoted(title)} />`;
}
