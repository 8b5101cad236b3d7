/** How the company's groups came about, and who came into them. */
import type { Community } from '@kantine/core';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import type { Company, CompanyGroup } from './types.ts';

/** Owns sites and administers spaces: nobody manages them. */
const ownerOf = ({ people }: Company): string =>
  people.find(({ managerId }) => managerId === undefined)?.id ?? '';

/** An owner makes closed groups where the host leaves it to them; whoever asked comes back for theirs. */
function startedDeeds(company: Company, group: CompanyGroup, ids: Ids): Deed[] {
  const { id, name, purpose, createdBy: by, createdAt: at, access } = group;
  const create: Deed = {
    at,
    by,
    run: async (community) => {
      const draft = { name, purpose, ...(access ? { access, key: `draft-of-${id}` } : {}) };
      ids.set(id, (await community.groups.create(draft)).id);
    },
  };
  if (!access) return [create];
  const approve: Deed = {
    at,
    by: ownerOf(company),
    run: async ({ groups }) => {
      for (const request of await groups.requests())
        await groups.approve({ group: request.group, by: request.by.id });
    },
  };
  return [create, approve, create];
}

function endedDeeds({ id, createdBy, ended }: CompanyGroup, ids: Ids): Deed[] {
  if (!ended) return [];
  const { at, reason } = ended;
  const key = `end-of-${id}`;
  return [
    {
      at,
      by: createdBy,
      run: ({ stewards }) => stewards.archive({ group: idIn(ids, id), reason, key }),
    },
  ];
}

export function groupDeeds(company: Company, ids: Ids, personId: (id: string) => string): Deed[] {
  return company.groups.flatMap((group): Deed[] => {
    const { id, createdBy, createdAt, members, access } = group;
    const others = members.filter(({ personId: person }) => person !== createdBy);
    const come = others.map((member): Deed => {
      const at = Math.max(member.joinedAt, createdAt);
      const person = personId(member.personId);
      return access
        ? {
            at,
            by: createdBy,
            run: ({ groups }: Community) =>
              groups.admit({ group: idIn(ids, id), person, role: 'member' }),
          }
        : { at, by: member.personId, run: ({ groups }) => groups.join({ group: idIn(ids, id) }) };
    });
    return [...startedDeeds(company, group, ids), ...come, ...endedDeeds(group, ids)];
  });
}
