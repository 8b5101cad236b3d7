import { KantineWebPart } from '../../shell/kantine-web-part.ts';
import { kudos } from '../../widgets/kudos.ts';
import type { KudosProperties } from '../../widgets/kudos.ts';

export default class KudosWebPart extends KantineWebPart<KudosProperties> {
  protected override readonly widget = kudos;
}
