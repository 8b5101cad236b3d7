/** The page in which the editor of a page chooses what a macro shows. */
import './settings/macro-config.ts';
import { show } from './shell/page.ts';
import { fillUnlessRefused } from './shell/refusal.ts';
import { widgets } from './widgets/index.ts';

void show(async (page, root) => {
  const { context, words } = page;
  const fields = widgets[context.moduleKey]?.fields?.(words) ?? [];
  const { view } = await import('@forge/bridge');
  fillUnlessRefused(page, root, (community) =>
    Object.assign(document.createElement('kantine-macro-config'), {
      community,
      words,
      fields,
      config: context.extension.config ?? {},
      save: (config: object) => view.submit({ config }),
    }),
  );
});
