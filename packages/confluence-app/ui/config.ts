/** The page in which the editor of a page chooses what a macro shows. */
import './settings/macro-config.ts';
import { show } from './shell/page.ts';
import { widgets } from './widgets/index.ts';

void show(async ({ community, context, words }, root) => {
  const fields = widgets[context.moduleKey]?.fields?.(words) ?? [];
  const { view } = await import('@forge/bridge');
  const form = document.createElement('kantine-macro-config');
  Object.assign(form, {
    community,
    words,
    fields,
    config: context.extension.config ?? {},
    save: (config: object) => view.submit({ config }),
  });
  root.append(form);
});
