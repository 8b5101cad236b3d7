/** Thanks, groups and a wall on one page, over a host in memory: what they ask after a write of their own. */
import '@kantine/elements/groups/define';
import '@kantine/elements/kudos/define';
import '@kantine/elements/wall/define';
import { answer, remoteCommunity } from '@kantine/core';
import { memoryHost } from '@kantine/core/memory-host';

const people = [
  { id: 'ada', name: 'Ada Visser', active: true },
  { id: 'sam', name: 'Sam Okafor', active: true },
];
const host = memoryHost({ people, me: 'ada' });

/** What the elements asked so far. A command depends on nothing, so its answer names no source. */
const asked: string[] = [];

const community = remoteCommunity({
  changes: host.changes,
  ids: host.ids,
  send: async (request) => {
    const response = await answer(host, request);
    if (response.reads) asked.push(request.operation);
    return response;
  },
});

/** Of the page that is measured. */
export interface OwnWritesPage {
  /** Shows one of the elements alone, for a group that is there. */
  show(tag: 'kantine-groups' | 'kantine-kudos' | 'kantine-wall'): void;
  readonly asked: readonly string[];
}

const { id: group } = await community.groups.create({ name: 'Bench', purpose: '' });

const page: OwnWritesPage = {
  show: (tag) => {
    const element = Object.assign(document.createElement(tag), { community });
    if (tag === 'kantine-wall') Object.assign(element, { group });
    if (tag === 'kantine-kudos') Object.assign(element, { recipient: 'sam' });
    document.body.replaceChildren(element);
  },
  asked,
};
Object.assign(globalThis, { ownWrites: page });
