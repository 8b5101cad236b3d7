import { KantineWebPart } from '../../shell/kantine-web-part.ts';
import { groups } from '../../widgets/groups.ts';

export default class GroupsWebPart extends KantineWebPart<object> {
  protected override readonly widget = groups;
}
