/** One entry of package-lock.json, as far as we read or write it. */
export interface LockEntry {
  version?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

/** package-lock.json, version 3. */
export interface Lockfile {
  packages: Record<string, LockEntry>;
  [field: string]: unknown;
}

/** An optional package that some entry names and the lockfile does not hold. */
export interface AbsentPackage {
  name: string;
  version: string;
  wantedBy: string;
}

/** Lists optional dependencies without an entry, each once. Only exact versions occur there: native packages pin their builds. */
export function absentOptionalPackages({ packages }: Lockfile): AbsentPackage[] {
  const absent = new Map<string, AbsentPackage>();
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isHeld(packages, path, name)) absent.set(name, { name, version, wantedBy: path || 'package.json' });
    }
  }
  return [...absent.values()];
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The platform a native package is built for, read from its name: the registry does not serve every build everywhere.
 * Without `cpu` and `os`, npm would try to install every one of them on every machine; without `libc`, musl builds on glibc.
 */
export function platformOf(name: string): { cpu?: string[]; os?: string[]; libc?: string[] } {
  const words = name.slice(name.indexOf('/') + 1).split(/[-.]/);
  const os = systems.filter((system) =>
    words.some((word) => word === system || (word === 'linuxmusl' && system === 'linux')),
  );
  const cpu = processors.filter((processor) => words.includes(processor));
  const isMusl = words.some((word) => word.includes('musl'));
  const isGlibc = words.some((word) => word === 'gnu' || word === 'gnueabihf');
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(isMusl ? { libc: ['musl'] } : isGlibc && { libc: ['glibc'] }),
  };
}

/** Node looks for a package beside the one that wants it, then in every folder above. */
function isHeld(packages: Lockfile['packages'], from: string, name: string): boolean {
  const folders = from.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth--) {
    const above = folders.slice(0, depth).join('/node_modules/');
    if (`${above ? `${above}/` : ''}node_modules/${name}` in packages) return true;
  }
  return false;
}
