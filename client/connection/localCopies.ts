/**
 * Which local copies a document has on this device, and which of them is open. Readers have one of
 * their own: it holds only what the server has sent, so that a reader never brings along an
 * editor's edits that have not yet reached the server, which would be refused (CN-14).
 */
import type * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import type { ConnectionEnvironment } from './environment.ts';
import { LocalCopy } from './localCopy.ts';
import { deleteLocalDatabase } from './localDatabase.ts';
import type { LocalStatus } from './savedState.ts';

export interface LocalCopiesOptions {
  readonly doc: Y.Doc;
  /** Names the copies, such as `a3:ark:<id>`. */
  readonly name: string;
  readonly environment: Pick<ConnectionEnvironment, 'indexedDB' | 'tabChannel'>;
  readonly onStatus: (status: LocalStatus) => void;
  readonly onLoaded: (hadContent: boolean) => void;
  readonly shouldFollowTabs: () => boolean;
}

function copyName(name: string, role: Role): string {
  return role === 'les' ? `${name}:les` : name;
}

export class LocalCopies {
  readonly #options: LocalCopiesOptions;
  #name: string | undefined;
  #copy: LocalCopy | undefined;

  constructor(options: LocalCopiesOptions) {
    this.#options = options;
  }

  get current(): LocalCopy | undefined {
    return this.#copy;
  }

  /** Opens the copy that belongs to a role, instead of another that may be open. */
  attach(role: Role): LocalCopy {
    const name = copyName(this.#options.name, role);
    // An editor's copy stays for a reader who has it open already: it holds more.
    if (this.#copy !== undefined && (this.#name === name || role === 'les')) return this.#copy;
    void this.#copy?.close();
    return this.#attachNamed(name);
  }

  /** Opens the copy that there is, an editor's before a reader's; undefined when there is none. */
  async attachAny(): Promise<LocalCopy | undefined> {
    const names = await this.#existing();
    const name = this.#names().find((candidate) => names.has(candidate));
    return this.#copy ?? (name === undefined ? undefined : this.#attachNamed(name));
  }

  async close(): Promise<void> {
    await this.#copy?.close();
  }

  async delete(): Promise<void> {
    const { indexedDB } = this.#options.environment;
    if (indexedDB === undefined) return;
    await Promise.all(this.#names().map((name) => deleteLocalDatabase(indexedDB, name)));
  }

  #attachNamed(name: string): LocalCopy {
    const { doc, environment, onStatus, onLoaded, shouldFollowTabs } = this.#options;
    this.#name = name;
    const copy = new LocalCopy({
      doc,
      name,
      factory: environment.indexedDB,
      channel: environment.tabChannel(name),
      onStatus: (status) => this.#name === name && onStatus(status),
      shouldFollowTabs,
    });
    this.#copy = copy;
    void copy.loaded.then(onLoaded);
    return copy;
  }

  async #existing(): Promise<ReadonlySet<string | undefined>> {
    try {
      const databases = (await this.#options.environment.indexedDB?.databases()) ?? [];
      return new Set(databases.map(({ name }) => name));
    } catch {
      return new Set();
    }
  }

  #names(): readonly string[] {
    return [copyName(this.#options.name, 'rediger'), copyName(this.#options.name, 'les')];
  }
}
