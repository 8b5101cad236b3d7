/** The people picker, which looks into the directory itself: guests and new colleagues are there at once. */
import { answerOf, isRefusal, post } from '../wire/index.ts';
import type { RestRequest, Wire } from '../wire/index.ts';
import { workOf } from './people-search.ts';
import type { Told } from './people-search.ts';
import { userKind } from './users.ts';

interface Entity {
  readonly Key: string;
  readonly DisplayText: string;
  readonly EntityType: string;
  readonly EntityData?: {
    readonly Title?: string;
    readonly Department?: string;
    readonly Email?: string;
  };
}

/** Every source but the site's own list of users, which remembers those who left. */
const directories = 14;

const ask = (method: 'Search' | 'Resolve', text: string, limit: number): RestRequest =>
  post(
    `SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePicker${method}User`,
    {
      queryParams: {
        QueryString: text,
        MaximumEntitySuggestions: limit,
        AllowEmailAddresses: false,
        AllowMultipleEntities: false,
        PrincipalSource: directories,
        PrincipalType: userKind,
      },
    },
  );

const toldOf = ({ Key, DisplayText, EntityData }: Entity): Told => ({
  login: Key,
  name: DisplayText,
  work: workOf({
    title: EntityData?.Title,
    department: EntityData?.Department,
    email: EntityData?.Email,
    place: undefined,
  }),
});

/** People whose names or mail addresses begin like this. */
export async function picked(wire: Wire, text: string, limit: number): Promise<readonly Told[]> {
  const answer = await wire.send<string>(ask('Search', text, limit));
  return (JSON.parse(answer) as readonly Entity[])
    .filter(({ EntityType }) => EntityType === 'User')
    .map(toldOf);
}

const left: Pick<Told, 'name' | 'work'> = { name: '', work: { active: false } };

/**
 * Looks people up by their logins in lower case. A person whom the directory does not know has left;
 * nothing is told of one about whom it refuses an answer.
 */
export async function resolved(
  wire: Wire,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Pick<Told, 'name' | 'work'>>> {
  const outcomes = await wire.batch(logins.map((login) => ask('Resolve', login, 1)));
  return new Map(
    outcomes.flatMap((outcome, at) => {
      if (!outcome.ok && isRefusal(outcome.error)) return [];
      const entity = JSON.parse(answerOf<string>(outcome)) as Entity;
      const login = logins[at] ?? '';
      return [
        [
          login,
          entity.Key.toLowerCase() === login && entity.EntityType === 'User'
            ? toldOf(entity)
            : left,
        ],
      ] as const;
    }),
  );
}
