import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { reactionKinds } from '../content.ts';
import type { ReactionKind } from '../content.ts';
import { emojiOf, nameOf } from '../words.ts';

export interface ReactionChipProps {
  readonly kind: ReactionKind;
  readonly count: number;
  readonly checked: boolean;
  readonly onClick?: () => void;
}

export function ReactionChip({ kind, count, checked, onClick }: ReactionChipProps): ReactElement {
  const name = nameOf[kind];
  return (
    <ToggleButton
      size="small"
      shape="circular"
      checked={checked}
      aria-label={count > 0 ? `${name}: ${count}` : name}
      {...(onClick ? { onClick } : {})}
    >
      {count > 0 ? `${emojiOf[kind]} ${count}` : emojiOf[kind]}
    </ToggleButton>
  );
}

export function MoreReactions(): ReactElement {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" aria-label="More reactions">
          ☺
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {reactionKinds.map((kind) => (
            <MenuItem key={kind}>
              {emojiOf[kind]} {nameOf[kind]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
