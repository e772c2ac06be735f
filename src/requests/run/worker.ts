/** The site on Cloudflare's network; `wrangler.jsonc` says with what. Settings and secrets are its bindings (design section 8). */
import { workerSite } from './worker-site.ts';

export default workerSite({
  // The worker of the outbox takes this place.
  deliverDue: async () => {},
});
