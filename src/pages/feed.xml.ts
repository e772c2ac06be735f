import { feed } from './_feed.ts';

/** `/feed.xml` */
export const GET = () => feed('en');
