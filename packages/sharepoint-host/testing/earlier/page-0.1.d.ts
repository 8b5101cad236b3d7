/** What the tests use of the code of version 0.1. */
import type { Collection, Containers, Store } from '@kantine/core';
import type { SharePointContext, WatchOptions } from '../../index.ts';

interface EarlierOptions extends SharePointContext {
  readonly collections?: readonly Collection[];
  readonly watch?: WatchOptions;
}

export interface EarlierHost {
  provision(): Promise<void>;
  setupState(): Promise<{ readonly kind: string }>;
  readonly containers: Pick<Containers, 'createClosed' | 'approve' | 'admit'>;
  readonly store: Pick<Store, 'insert'>;
}

interface EarlierMessage {
  readonly id: string;
  readonly text: string;
  readonly version: string;
  readonly reactions: { readonly counts: Readonly<Record<string, number>>; readonly mine?: string };
}

interface EarlierPost extends EarlierMessage {
  readonly comments: readonly EarlierMessage[];
}

interface MessageName {
  readonly group: string;
  readonly kind: 'post' | 'comment';
  readonly id: string;
}

export interface EarlierCommunity {
  createGroup(group: {
    readonly name: string;
    readonly purpose: string;
    readonly access?: 'open' | 'closed' | 'secret';
    readonly key?: string;
  }): Promise<{ readonly id: string }>;
  listGroups(): Promise<readonly { readonly id: string; readonly joined: boolean }[]>;
  approveGroup(choice: { readonly group: string; readonly by: string }): Promise<void>;
  addMember(member: {
    readonly group: string;
    readonly person: string;
    readonly role: 'member' | 'steward';
  }): Promise<void>;
  readWall(page: { readonly group: string }): Promise<{ readonly posts: readonly EarlierPost[] }>;
  post(post: {
    readonly group: string;
    readonly text: string;
    readonly key: string;
  }): Promise<EarlierPost>;
  comment(comment: {
    readonly group: string;
    readonly post: string;
    readonly text: string;
    readonly key: string;
  }): Promise<EarlierMessage>;
  edit(edit: MessageName & { readonly text: string; readonly version: string }): Promise<void>;
  react(reaction: {
    readonly message: MessageName;
    readonly post: string;
    readonly kind?: string;
  }): Promise<void>;
}

export function sharePointHost(options: EarlierOptions): EarlierHost;
export function createCommunity(host: EarlierHost): EarlierCommunity;
