import { feed } from '../_feed.ts';

/** `/es/feed.xml` */
export const GET = () => feed('es');
