import { memoryStore } from '#requests/stores/memory.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', memoryStore);
