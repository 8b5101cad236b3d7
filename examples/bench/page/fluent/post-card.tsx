import { Button, Card, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { ReactElement } from 'react';
import { reactionKinds } from '../content.ts';
import type { Post, ReactionKind } from '../content.ts';
import { answerLabel } from '../words.ts';
import { MessageView } from './message-view.tsx';
import { MoreReactions, ReactionChip } from './reactions.tsx';

/** A post as the reader sees it, with their own reactions. */
export interface ShownPost extends Post {
  readonly mine: readonly ReactionKind[];
}

const useStyles = makeStyles({
  card: { marginTop: tokens.spacingVerticalM },
  comments: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingLeft: '3.25rem',
    listStyleType: 'none',
  },
  answer: { justifyContent: 'flex-start', marginLeft: '3.25rem' },
});

export interface PostCardProps {
  readonly post: ShownPost;
  readonly react: (post: string, kind: ReactionKind) => void;
}

/** Drawn again only when its own post has changed. */
export const PostCard = memo(function PostCard({ post, react }: PostCardProps): ReactElement {
  const styles = useStyles();
  return (
    <Card className={styles.card} role="article" appearance="outline">
      <MessageView message={post}>
        {reactionKinds.map((kind) => (
          <ReactionChip
            key={kind}
            kind={kind}
            count={post.reactions[kind]}
            checked={post.mine.includes(kind)}
            onClick={() => react(post.id, kind)}
          />
        ))}
        <MoreReactions />
      </MessageView>
      <ol className={styles.comments} aria-label="Comments">
        {post.comments.map((comment) => (
          <li key={comment.id}>
            <MessageView message={comment}>
              <ReactionChip kind="like" count={0} checked={false} />
              <MoreReactions />
            </MessageView>
          </li>
        ))}
      </ol>
      <Button className={styles.answer}>{answerLabel}</Button>
    </Card>
  );
});
