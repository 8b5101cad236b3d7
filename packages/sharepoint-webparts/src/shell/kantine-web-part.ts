/** A web part of ours: SharePoint's life cycle around a widget, and nothing else. */
import { DisplayMode } from '@microsoft/sp-core-library';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { inReadersLanguage, useLanguage } from '@kantine/elements';
import type { StoredSettings, Widget, WidgetEntry } from '@kantine/elements/registry';
import { knownToPage } from '../page/known-to-page.ts';
import { reserveHeight } from '../page/reserve.ts';
import type { Shape } from '../page/reserve.ts';
import { sitePageOf } from '../page/site-page.ts';
import type { SitePage } from '../page/site-page.ts';
import { WidgetView } from '../page/widget-view.ts';
import { applyTheme } from '../theme/theme.ts';
import type { SiteTheme } from '../theme/theme.ts';
import type * as pane from './pane.ts';

export abstract class KantineWebPart extends BaseClientSideWebPart<StoredSettings> {
  /** Fetched with the first look at it. */
  protected abstract readonly widget: () => Promise<WidgetEntry>;
  /** About how high it will be. */
  protected abstract readonly shape: Shape;
  #page: SitePage | undefined;
  #view: WidgetView | undefined;
  #theme: SiteTheme | undefined;
  /** Loaded when somebody edits. */
  #editing: { readonly pane: typeof pane; readonly declared: Widget } | undefined;

  protected override async onInit(): Promise<void> {
    const { web, cultureInfo } = this.context.pageContext;
    reserveHeight(this.domElement, this.shape, this.properties.layout === 'compact');
    const legacy: unknown = this.context.pageContext.legacyPageContext;
    this.#page = sitePageOf({ webUrl: web.absoluteUrl, ...knownToPage(legacy) });
    // Where a language cannot be loaded, the words stay English.
    await useLanguage(cultureInfo.currentUICultureName).catch(() => undefined);
    this.#view = new WidgetView(this.domElement, this.widget, {
      page: this.#page,
      configure: () => this.context.propertyPane.open(),
    });
  }

  public override render(): void {
    const isEditing = this.displayMode === DisplayMode.Edit;
    this.#view?.show({ properties: this.properties, isEditing });
  }

  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    this.#theme = theme as SiteTheme | undefined;
    applyTheme(this.domElement.style, this.#theme);
  }

  protected override onDisplayModeChanged(): void {
    this.render();
  }

  protected override onDispose(): void {
    this.#view?.dispose();
  }

  protected override async loadPropertyPaneResources(): Promise<void> {
    const [pane, { widget: declared }] = await Promise.all([
      import(/* webpackChunkName: 'pane' */ './pane.ts'),
      this.widget().then(({ declaration }) => declaration()),
    ]);
    await pane.loadPickers(declared);
    // The pane shows what is kept; what other versions kept, or nobody did, it could not show.
    Object.assign(this.properties, pane.keptForm(pane.settingsOf(declared), this.properties));
    this.#editing = { pane, declared };
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    if (!this.#page || !this.#editing) return { pages: [] };
    const { pane, declared } = this.#editing;
    const { community } = this.#page;
    const fields = pane.fieldsOf(declared, { community, properties: this.properties });
    const groupFields = pane.paneFields(fields, this.#theme);
    const description = inReadersLanguage(declared.description);
    return { pages: [{ header: { description }, groups: [{ groupFields }] }] };
  }
}
