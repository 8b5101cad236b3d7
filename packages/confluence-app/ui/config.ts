/** The page in which the editor of a page chooses what a macro shows. */
import { settingsOf } from '@kantine/elements/registry';
import { modules } from './modules/index.ts';
import './settings/macro-config.ts';
import { show } from './shell/page.ts';
import { fillUnlessRefused } from './shell/refusal.ts';

void show(async (page, root) => {
  const { context, words } = page;
  const [declared, { view }] = await Promise.all([
    modules[context.moduleKey]?.declaration(),
    import('@forge/bridge'),
  ]);
  fillUnlessRefused(page, root, (community) =>
    Object.assign(document.createElement('kantine-macro-config'), {
      community,
      words,
      settings: declared ? settingsOf(declared.widget) : [],
      config: context.extension.config ?? {},
      save: (config: object) => view.submit({ config }),
    }),
  );
});
