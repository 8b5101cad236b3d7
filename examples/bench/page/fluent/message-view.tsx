import { Body1, Button, makeStyles, Persona, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Message } from '../content.ts';
import { momentOf } from '../words.ts';

const useStyles = makeStyles({
  words: { display: 'block', paddingLeft: '2.75rem', whiteSpace: 'pre-line' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    paddingLeft: '2.75rem',
  },
});

export interface MessageViewProps {
  readonly message: Message;
  /** The reactions. */
  readonly children: ReactNode;
}

export function MessageView({ message, children }: MessageViewProps): ReactElement {
  const styles = useStyles();
  const { author, created, text } = message;
  return (
    <div>
      <Persona
        name={author.name}
        secondaryText={momentOf(created)}
        avatar={{ color: 'colorful' }}
      />
      <Body1 className={styles.words}>{text}</Body1>
      <div className={styles.actions}>
        {children}
        <Button appearance="subtle" size="small">
          Reply
        </Button>
      </div>
    </div>
  );
}
