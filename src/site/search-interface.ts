import './search.css';

export { PagefindUI } from '@pagefind/default-ui';
export { withoutParticles } from './particles.ts';
