import {
  AvatarGroup,
  AvatarGroupItem,
  Button,
  Caption1,
  makeStyles,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Virtuoso } from 'react-virtuoso';
import { group, pageFrom, people } from '../content.ts';
import type { ReactionKind, WallSize } from '../content.ts';
import { PostCard } from './post-card.tsx';
import type { ShownPost } from './post-card.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  field: { width: '100%', justifyContent: 'flex-start' },
});

function toggled(post: ShownPost, kind: ReactionKind): ShownPost {
  const isGiven = post.mine.includes(kind);
  return {
    ...post,
    mine: isGiven ? post.mine.filter((given) => given !== kind) : [...post.mine, kind],
    reactions: { ...post.reactions, [kind]: post.reactions[kind] + (isGiven ? -1 : 1) },
  };
}

export function Wall({ size }: { readonly size: WallSize }): ReactElement {
  const styles = useStyles();
  const [posts, setPosts] = useState<readonly ShownPost[]>([]);
  const [next, setNext] = useState<number | undefined>(0);

  const load = useCallback(async (): Promise<void> => {
    if (next === undefined) return;
    const page = await Promise.resolve(pageFrom(next, size));
    setPosts((before) => [...before, ...page.posts.map((post) => ({ ...post, mine: [] }))]);
    setNext(page.next);
  }, [next, size]);

  const react = useCallback((id: string, kind: ReactionKind): void => {
    setPosts((before) => before.map((post) => (post.id === id ? toggled(post, kind) : post)));
  }, []);

  useEffect(() => {
    if (next === 0) void load();
  }, [load, next]);

  return (
    <section aria-label={group.name}>
      <div className={styles.head}>
        <Subtitle1 as="h2">{group.name}</Subtitle1>
        <Caption1>{group.purpose}</Caption1>
        <AvatarGroup layout="stack" size={24}>
          {people.map(({ id, name }) => (
            <AvatarGroupItem key={id} name={name} color="colorful" />
          ))}
        </AvatarGroup>
        <Caption1>{group.memberCount} members</Caption1>
        <Button appearance="subtle">Leave group</Button>
        <Button className={styles.field}>Share something, or ask a question…</Button>
      </div>
      <Virtuoso
        useWindowScroll
        data={posts}
        computeItemKey={(_, post) => post.id}
        itemContent={(_, post) => <PostCard post={post} react={react} />}
      />
      {next === undefined ? null : (
        <Button className="older" onClick={() => void load()}>
          Show older posts
        </Button>
      )}
    </section>
  );
}
