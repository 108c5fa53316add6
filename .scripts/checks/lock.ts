/**
 * Finds what would make `npm ci` fail for somebody else. A lock file made where the registry
 * lacked some platform's binary does well here and stops on a colleague's machine.
 */

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

type Manifest = Pick<LockedPackage, 'dependencies' | 'devDependencies'>;

export function lockFindings(lock: Lock, manifest: Manifest): string[] {
  return [...staleParts(lock, manifest), ...missingBinaries(lock), ...namedRegistries(lock)];
}

function staleParts(lock: Lock, manifest: Manifest): string[] {
  const root = lock.packages[''] ?? {};
  return (['dependencies', 'devDependencies'] as const)
    .filter((part) => sorted(root[part]) !== sorted(manifest[part]))
    .map((part) => `package-lock.json has other ${part} than package.json: run npm install`);
}

function missingBinaries({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesSeenFrom(path, name).some((place) => place in packages))
      .map(
        (name) => `${path} wants ${name}, which the lock file lacks: take another version of it`,
      ),
  );
}

/** Everyone's npm asks its own registry, so none is written down. */
function namedRegistries({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([path]) => `${path} names the registry it came from: run npm install with our .npmrc`);
}

/** Where a package at `path` would find `name`: its own node_modules, then each one outward. */
function placesSeenFrom(path: string, name: string): string[] {
  const places = [`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  for (let outer = path; outer !== ''; ) {
    outer = outer.slice(0, Math.max(0, outer.lastIndexOf('node_modules/') - 1));
    places.push(`${outer === '' ? '' : `${outer}/`}node_modules/${name}`);
  }
  return places;
}

function sorted(dependencies: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify(Object.entries(dependencies).sort());
}
