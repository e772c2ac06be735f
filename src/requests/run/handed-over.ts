import { Refused } from './refused.ts';

/** Where a service manager leaves the first socket that it hands over. */
export const firstHandedOver = 3;

/**
 * Whether the service manager has opened the socket and hands it to this very process (`LISTEN_FDS`, `LISTEN_PID`, as systemd does). It
 * keeps its own copy, so that whoever connects during a restart waits in line and is not refused.
 */
export function isHandedOver(env: Readonly<Record<string, string | undefined>>, pid: number): boolean {
  const { LISTEN_FDS, LISTEN_PID } = env;
  if (LISTEN_FDS === undefined || LISTEN_PID !== String(pid)) return false;
  if (LISTEN_FDS !== '1')
    throw new Refused(`LISTEN_FDS is ${LISTEN_FDS}: this server takes one socket. Keep one ListenStream in its unit.`);
  return true;
}
