import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { invalidArgument, resourceNotFound, unknownProperty } from '../errors.ts';
import { escapeXml } from '../fields/schema-xml.ts';
import { fieldsOf } from '../fields/field.ts';
import type { List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, value, type Collection, type Entity } from '../odata/resource.ts';
import { insertView, saveView, viewById, viewFieldsOf, viewsOf, type View } from './view.ts';
import { parseViewXml } from './view-xml.ts';

const SETTABLE: Readonly<Record<string, unknown>> = {
  Aggregations: null,
  AggregationsStatus: null,
  AssociatedContentTypeId: null,
  CalendarViewStyles: null,
  ColumnWidth: null,
  CustomFormatter: null,
  DefaultView: false,
  DefaultViewForContentType: false,
  EditorModified: false,
  Formats: null,
  GridLayout: null,
  Hidden: false,
  IncludeRootFolder: false,
  JSLink: 'clienttemplates.js',
  Method: null,
  MobileDefaultView: false,
  MobileView: true,
  NewDocumentTemplates: null,
  Paged: true,
  PersonalView: false,
  RowLimit: 30,
  Scope: 0,
  TabularView: true,
  Toolbar: '',
  ViewData: null,
  ViewJoins: null,
  ViewQuery: '',
  ViewType2: null,
  VisualizationInfo: null,
};
// Taken at creation only (SP.ViewCreationInformation).
const CREATION_ONLY = new Set([
  'Title',
  'ViewTypeKind',
  'ViewType',
  'SetAsDefaultView',
  'Query',
  'ViewFields',
]);

/** Personal views are open to who may manage their own, all others to who manages lists. */
export function viewCollection(context: Context, list: List): Collection {
  const { farm, access } = context;
  const entities = (): Entity[] =>
    viewsOf(farm, list).map((view) => viewEntity(context, list, view));
  return {
    kind: 'collection',
    typeName: 'SP.View',
    path: `Web/Lists(guid'${list.id}')/Views`,
    members: (options) => inMemory(entities(), options),
    key: (args) => viewEntity(context, list, viewById(farm, list, String(args.key()))),
    functions: {
      GetById: (args) => viewEntity(context, list, viewById(farm, list, args.text('guidId'))),
      GetByTitle: (args) => {
        const title = args.text('strTitle');
        const view = viewsOf(farm, list).find((each) => each.title === title);
        if (!view) throw resourceNotFound(`View ${title}`);
        return viewEntity(context, list, view);
      },
    },
    actions: { Add: (args) => addView(context, list, args.object('parameters')) },
    create: (body) => {
      access.demandOnList(list, body.PersonalView === true ? 'ManagePersonalViews' : 'ManageLists');
      return addView(context, list, body);
    },
  };
}

function addView(context: Context, list: List, body: Readonly<Record<string, unknown>>): Entity {
  context.access.demandOnList(
    list,
    body.PersonalView === true ? 'ManagePersonalViews' : 'ManageLists',
  );
  const title = asText(body.Title);
  if (!title) throw invalidArgument('A view needs a title.');
  const query = body.Query === undefined ? {} : { ViewQuery: body.Query };
  const asDefault = body.SetAsDefaultView === true ? { DefaultView: true } : {};
  const fields = Array.isArray(body.ViewFields) ? body.ViewFields : ['LinkTitle'];
  const view = insertView(context.farm, list, title, {
    ...readSettings(body),
    ...query,
    ViewFields: fields,
    ServerRelativeUrl: `${list.url}/${encodeURIComponent(title)}.aspx`,
  });
  if (asDefault.DefaultView) makeDefault(context, list, view);
  return viewEntity(context, list, viewById(context.farm, list, view.id));
}

function readSettings(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(body)) {
    if (name === '__metadata' || CREATION_ONLY.has(name)) continue;
    if (name === 'ListViewXml' && typeof content === 'string')
      Object.assign(settings, parseViewXml(content));
    else if (name in SETTABLE) settings[name] = content;
    else throw unknownProperty(name, 'SP.View');
  }
  return settings;
}

/** The new default takes the mark from the one before. */
function makeDefault(context: Context, list: List, view: View): void {
  for (const each of viewsOf(context.farm, list)) {
    saveView(context.farm, each, { DefaultView: each.id === view.id });
  }
}

export function viewEntity(context: Context, list: List, view: View): Entity {
  const { farm, access } = context;
  const path = `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')`;
  return {
    kind: 'entity',
    typeName: 'SP.View',
    path,
    properties: () => {
      const shown = Object.keys(SETTABLE).map((name) => [
        name,
        view.properties[name] ?? SETTABLE[name],
      ]);
      return {
        ...(Object.fromEntries(shown) as Record<string, unknown>),
        Id: view.id,
        HtmlSchemaXml: listViewXml(view),
        ImageUrl: '/_layouts/15/images/generic.png?rev=47',
        ListViewXml: listViewXml(view),
        ModerationType: '',
        OrderedView: false,
        ReadOnlyView: false,
        RequiresClientIntegration: false,
        ServerRelativePath: { DecodedUrl: view.properties.ServerRelativeUrl ?? '' },
        ServerRelativeUrl: view.properties.ServerRelativeUrl ?? '',
        StyleId: null,
        Threaded: false,
        Title: view.title,
        ToolbarTemplateName: '',
        ViewProjectedFields: null,
        ViewType: 'HTML',
      };
    },
    links: { ViewFields: () => viewFields(context, list, view, path) },
    functions: { RenderAsHtml: () => value(`<table><!-- ${escapeXml(view.title)} --></table>`) },
    actions: {
      SetViewXml: (args) => {
        access.demandOnList(list, 'ManageLists');
        saveView(farm, view, parseViewXml(args.text('viewXml')));
        return nothing;
      },
    },
    update: (changes) => {
      access.demandOnList(list, 'ManageLists');
      saveView(farm, view, readSettings(changes), asText(changes.Title, view.title));
      if (changes.DefaultView === true) makeDefault(context, list, view);
    },
    remove: () => {
      access.demandOnList(list, 'ManageLists');
      farm.db.run('DELETE FROM views WHERE id = ?', [view.id]);
    },
  };
}

/** A collection of names that answers like an object: `{ SchemaXml, Items }`. */
function viewFields(context: Context, list: List, view: View, path: string): Collection {
  const { farm, access } = context;
  const current = (): string[] => viewFieldsOf(viewById(farm, list, view.id));
  const change = (names: readonly string[]): typeof nothing => {
    access.demandOnList(list, 'ManageLists');
    saveView(farm, viewById(farm, list, view.id), { ViewFields: names });
    return nothing;
  };
  return {
    kind: 'collection',
    typeName: 'SP.ViewFieldCollection',
    path: `${path}/ViewFields`,
    members: () => ({ entities: [] }),
    own: () => ({ SchemaXml: fieldRefs(current()), Items: current() }),
    actions: {
      AddViewField: (args) =>
        change([...current(), internalName(context, list, args.text('strField'))]),
      MoveViewFieldTo: (args) => {
        const name = args.text('field');
        const rest = current().filter((each) => each !== name);
        rest.splice(args.number('index', 1), 0, name);
        return change(rest);
      },
      RemoveAllViewFields: () => change([]),
      RemoveViewField: (args) => {
        const name = args.text('strField');
        return change(current().filter((each) => each !== name));
      },
    },
  };
}

function internalName(context: Context, list: List, name: string): string {
  const field = fieldsOf(context.farm, list.id).find(
    (each) => each.internalName === name || each.title === name,
  );
  if (!field) throw invalidArgument(`Column '${name}' does not exist.`);
  return field.internalName;
}

const fieldRefs = (names: readonly string[]): string =>
  names.map((name) => `<FieldRef Name="${escapeXml(name)}" />`).join('');

/** The view as XML, put together from what was set. */
function listViewXml(view: View): string {
  const query = asText(view.properties.ViewQuery);
  const limit = Number(view.properties.RowLimit ?? 30);
  return `<View Name="{${view.id.toUpperCase()}}" Type="HTML" DisplayName="${escapeXml(view.title)}"><Query>${query}</Query><ViewFields>${fieldRefs(viewFieldsOf(view))}</ViewFields><RowLimit Paged="TRUE">${limit}</RowLimit></View>`;
}
