/** The files of `migrations/` in their order. A worker has no folder to look into, and a test compares both. */
export const migrations = ['0001_requests.sql', '0002_delivery_slots_texts.sql'] as const;
