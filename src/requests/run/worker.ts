/** The site on Cloudflare's network; `wrangler.jsonc` says with what. Settings and secrets are its bindings (design section 8). */
import { deliverFromWorker, testFromWorker } from './worker-delivery.ts';
import { workerSite } from './worker-site.ts';

export default workerSite({ deliverDue: deliverFromWorker, testDelivery: testFromWorker });
