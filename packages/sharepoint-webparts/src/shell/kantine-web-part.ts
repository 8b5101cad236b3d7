/** A web part of ours: SharePoint's life cycle around a widget, and nothing else. */
import { DisplayMode } from '@microsoft/sp-core-library';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { useLanguage } from '@kantine/elements';
import * as words from 'KantineStrings';
import { knownToPage } from '../page/known-to-page.ts';
import { sitePageOf } from '../page/site-page.ts';
import type { SitePage } from '../page/site-page.ts';
import { WidgetView } from '../page/widget-view.ts';
import { applyTheme } from '../theme/theme.ts';
import type { SiteTheme } from '../theme/theme.ts';
import type { Widget } from '../widgets/widget.ts';
import type { paneFields } from './pane-fields.ts';

export abstract class KantineWebPart<
  Properties extends object,
> extends BaseClientSideWebPart<Properties> {
  protected abstract readonly widget: Widget<Properties>;
  #page: SitePage | undefined;
  #view: WidgetView<Properties> | undefined;
  #paneFields: typeof paneFields | undefined;

  protected override async onInit(): Promise<void> {
    const { web, cultureInfo } = this.context.pageContext;
    const legacy: unknown = this.context.pageContext.legacyPageContext;
    this.#page = sitePageOf({ webUrl: web.absoluteUrl, ...knownToPage(legacy) });
    // Where a language cannot be loaded, the words stay English.
    await useLanguage(cultureInfo.currentUICultureName).catch(() => undefined);
    this.#view = new WidgetView(this.domElement, this.widget, {
      page: this.#page,
      configure: () => this.context.propertyPane.open(),
      notLoaded: words.NotLoaded,
    });
  }

  public override render(): void {
    const isEditing = this.displayMode === DisplayMode.Edit;
    this.#view?.show({ properties: this.properties, isEditing });
  }

  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    applyTheme(this.domElement.style, theme as SiteTheme | undefined);
  }

  protected override onDisplayModeChanged(): void {
    this.render();
  }

  protected override onDispose(): void {
    this.#view?.dispose();
  }

  protected override async loadPropertyPaneResources(): Promise<void> {
    const [pane] = await Promise.all([
      import(/* webpackChunkName: 'pane' */ './pane-fields.ts'),
      this.widget.loadPane?.(),
    ]);
    this.#paneFields = pane.paneFields;
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    if (!this.#page || !this.#paneFields) return { pages: [] };
    const { community } = this.#page;
    const fields = this.widget.pane({ words, community, properties: this.properties });
    const groupFields = this.#paneFields(fields);
    return {
      pages: [{ header: { description: words.Settings }, groups: [{ groupFields }] }],
    };
  }
}
