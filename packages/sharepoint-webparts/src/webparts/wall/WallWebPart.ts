import { KantineWebPart } from '../../shell/kantine-web-part.ts';
import { wall } from '../../widgets/wall.ts';
import type { WallProperties } from '../../widgets/wall.ts';

export default class WallWebPart extends KantineWebPart<WallProperties> {
  protected override readonly widget = wall;
}
