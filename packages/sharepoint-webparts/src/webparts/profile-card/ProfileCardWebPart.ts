import { KantineWebPart } from '../../shell/kantine-web-part.ts';
import { profileCard } from '../../widgets/profile-card.ts';
import type { ProfileCardProperties } from '../../widgets/profile-card.ts';

export default class ProfileCardWebPart extends KantineWebPart<ProfileCardProperties> {
  protected override readonly widget = profileCard;
}
