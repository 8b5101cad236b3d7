/**
 * The code of a SharePoint page of version 0.1 as it stood at 0bfaf80: `sharePointHost` and `createCommunity`,
 * bundled with esbuild (`--bundle --minify --format=esm --target=es2022 --external:@pnp/*`). Tests run it
 * beside the code of today. Contains valibot, copyright Fabian Hiller, MIT licence. Never to be edited.
 */
var le = class extends Error {
    tag;
    data;
    constructor(n, r, t, o) {
      (super(t, o), (this.name = n), (this.tag = n), (this.data = r));
    }
  },
  $ = class extends le {
    constructor(n, r) {
      super('Forbidden', { what: n }, `You have no access to ${n}. Ask its owner.`, r);
    }
  },
  D = class extends le {
    constructor(n, r) {
      super('NotFound', { what: n }, `There is no ${n} any more. Reload to see what is.`, r);
    }
  },
  H = class extends le {
    constructor(n, r) {
      let t = `The ${n} was changed meanwhile. Load it again, then repeat your change.`;
      super('Conflict', { what: n }, t, r);
    }
  },
  gn = class extends le {
    constructor(n, r) {
      let t = `The server is busy. Try again in ${n} s.`;
      super('Throttled', { retryAfterSeconds: n }, t, r);
    }
  },
  Ge = class extends le {
    constructor(n) {
      super(
        'Offline',
        {},
        'The server could not be reached. Check the connection and try again.',
        n,
      );
    }
  },
  N = class extends le {
    constructor(n, r) {
      super('Invalid', n, r);
    }
  },
  wn = class extends le {
    constructor(n) {
      let r = `You have ${n.left} kudos left this week and asked for ${n.asked}. A thank-you without kudos still works.`;
      super('QuotaReached', n, r);
    }
  };
function Y(e, n) {
  return e instanceof le && e.tag === n;
}
function B(e) {
  let { name: n, fields: r, indexes: t } = e;
  for (let [o, { partition: s, order: i }] of Object.entries(t)) {
    if (s !== void 0 && r[s]?.type !== 'text')
      throw new TypeError(`${n}.${o}: its partition \xAB${s}\xBB is no text column.`);
    if (i !== 'created' && r[i]?.type !== 'number')
      throw new TypeError(`${n}.${o}: its order \xAB${i}\xBB is neither created nor a number.`);
  }
  return e;
}
function Rr(e, n) {
  if (typeof n != 'object' || n === null) return n;
  let r = Object.entries(e.fields).flatMap(([t, o]) =>
    o.type === 'text' && o.default !== void 0 && !(t in n) ? [[t, o.default]] : [],
  );
  return r.length === 0 ? n : { ...n, ...Object.fromEntries(r) };
}
function Rs(e, n) {
  switch (n.type) {
    case 'text':
      return typeof e == 'string' && e.length <= n.max;
    case 'number':
      return typeof e == 'number' && Number.isFinite(e);
    case 'flag':
      return typeof e == 'boolean';
    case 'list':
      return (
        Array.isArray(e) &&
        e.length <= n.max &&
        e.every((r) => typeof r == 'string' && r.length <= 200)
      );
  }
}
function V(e, n) {
  let { fields: r } = n;
  return typeof r != 'object' || r === null
    ? !1
    : Object.entries(e.fields).every(([t, o]) => Rs(r[t], o));
}
var Ve = 60,
  A = 100;
function Ot(e) {
  let n = e.lastIndexOf('|');
  return n < 0 ? e : e.slice(0, n);
}
function M(e, n) {
  return { kind: 'rows', collection: e, ...n };
}
var Et = { order: 'ascending', limit: 1 };
function pe(e, n, r) {
  return M(e, { container: n, index: 'id', in: r, ...Et });
}
var At = (e, n) => JSON.stringify([e, n]);
function fe(e, n, r, t) {
  let o = t.map((s) => At(r, s));
  return M(e, { container: n, index: 'key', in: o, ...Et });
}
function on(e, n) {
  return { kind: 'count', collection: e, ...n };
}
function Ss({ collection: e, index: n }) {
  return n === 'key' || n === 'id' ? { partition: n, order: 'created' } : e.indexes[n];
}
function Sr(e) {
  let { collection: n, index: r, eq: t, in: o } = e,
    s = `${n.name}.${r}`,
    i = Ss(e);
  if (!i) throw new RangeError(`${s}: there is no such index.`);
  if ((i.partition !== void 0) != (t !== void 0 || o !== void 0))
    throw new RangeError(`${s}: give eq or in exactly where the index has a partition.`);
  if (t !== void 0 && o !== void 0) throw new RangeError(`${s}: give eq or in, not both.`);
  if (o && o.length > Ve)
    throw new RangeError(`${s}: in takes at most ${Ve} values, not ${o.length}.`);
  if (e.kind === 'count') {
    if (n.fields[e.by]?.type === 'text') return;
    throw new RangeError(`${s}: rows are counted by a text column, not by \xAB${e.by}\xBB.`);
  }
  if (!Number.isInteger(e.limit) || e.limit < 1 || e.limit > A)
    throw new RangeError(`${s}: the limit is 1 to ${A}, not ${e.limit}.`);
  if (e.cursor !== void 0 && o) throw new RangeError(`${s}: a cursor cannot continue an in.`);
}
function Cr({ by: e, keyed: n, distinctAuthors: r }, t) {
  let o = new Set(),
    s = new Map();
  for (let { author: i, key: a, fields: l } of t) {
    let u = l?.[e];
    if (typeof u != 'string' || (n === !0 && a !== Ot(u))) continue;
    let p = JSON.stringify([u, i]);
    (r && o.has(p)) || (o.add(p), s.set(u, (s.get(u) ?? 0) + 1));
  }
  return s;
}
var Cs = 20;
async function Ke(e, n, r, t) {
  let o = r.records.filter(t),
    s = r.records.length - o.length,
    { cursor: i } = r;
  for (let a = 1; a < Cs && !(s === 0 || i === void 0 || o.length >= n.limit); a += 1) {
    let [l] = await e.read([{ ...n, cursor: i }]),
      u = l.records.filter(t);
    (o.push(...u), (s += l.records.length - u.length), (i = l.cursor));
  }
  return { records: o, dropped: s, ...(i === void 0 ? {} : { cursor: i }) };
}
async function we(e, n, { records: r }, t) {
  let o = r.filter(t),
    s = r.length - o.length;
  if (s === 0) return { records: r, dropped: s };
  let { in: i = [], ...a } = n,
    l = n.collection.indexes[n.index]?.partition ?? '',
    u = [];
  for (let p of new Set(i)) {
    let g = ({ fields: f }) => f?.[l] === p,
      h = r.filter(g),
      m = o.filter(g);
    if (!(m.length < h.length && h.length >= n.limit)) u.push(...m);
    else {
      let f = await ee(e, { ...a, eq: p, limit: A }, t);
      u.push(...f.slice(0, n.limit));
    }
  }
  return { records: u, dropped: s };
}
async function Oe(e, n, r) {
  await e.remove(n, r).catch((t) => {
    if (!Y(t, 'NotFound')) throw t;
  });
}
async function ee(e, n, r) {
  let [t] = await e.read([n]);
  return (await Ke(e, n, t, r)).records;
}
var E = 'community',
  Or = 'closed:',
  j = (e) => e.startsWith(Or) && e !== Or,
  Ee = (e) => `${Or}${e}`,
  G = (e) => (j(e) ? e : `group:${e}`),
  de = (e) => `person:${e}`;
var sn = ['helps-out', 'shares-knowledge', 'dares-to-try', 'keeps-promises', 'brings-joy'],
  vn = ['like', 'love', 'celebrate', 'insight', 'thanks', 'smile'],
  R = {
    post: 1e4,
    comment: 5e3,
    deleteReason: 300,
    kudosReason: 500,
    kudosReasonWords: 3,
    kudosRecipients: 10,
    kudosPerWeek: 5,
    groupName: 80,
    groupPurpose: 300,
    requestNote: 1e3,
    profileAbout: 600,
    profileTags: 12,
    profileTag: 40,
  };
var Os = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g,
  Es = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
  As = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;
function qe(e) {
  return e
    .replace(
      /\r\n?/g,
      `
`,
    )
    .replace(Os, '')
    .replace(Es, '\uFFFD')
    .normalize('NFC')
    .trim();
}
function an(e) {
  return e.replace(As, '') !== '';
}
function be(e, n, r) {
  let t = qe(n);
  if (!an(t))
    throw new N({ field: e, reason: 'empty' }, `The ${e} is empty. Write something first.`);
  if (t.length > r)
    throw new N(
      { field: e, reason: 'too-long', actual: t.length, limit: r },
      `The ${e} has ${t.length} characters; at most ${r} fit. Shorten it or split it.`,
    );
  return t;
}
function un(e, n, r) {
  return an(qe(n)) ? be(e, n, r) : '';
}
var $s = new Intl.Segmenter(void 0, { granularity: 'word' });
function qn(e) {
  let n = 0;
  for (let { isWordLike: r } of $s.segment(e)) r && (n += 1);
  return n;
}
var X = B({
    name: 'groups',
    fields: {
      name: { type: 'text', max: R.groupName },
      title: { type: 'text', max: R.groupName },
      purpose: { type: 'text', max: R.groupPurpose },
      access: { type: 'text', max: 10, default: 'open' },
    },
    indexes: { recent: { order: 'created' }, byTitle: { partition: 'title', order: 'created' } },
  }),
  me = B({
    name: 'memberships',
    fields: { group: { type: 'text', max: 100 }, person: { type: 'text', max: 200 } },
    indexes: {
      byGroup: { partition: 'group', order: 'created' },
      byPerson: { partition: 'person', order: 'created' },
    },
  }),
  $t = Ee('secret-'),
  Mt = (e) => `${$t}${e}`;
function ne(e) {
  return j(e) ? (e.startsWith($t) ? 'secret' : 'closed') : 'open';
}
var Ms = (e) => (ne(e) === 'secret' ? e : E),
  Tt = Ee,
  Ln = (e) => (j(e) ? e.slice(Tt('').length) : e);
function Z({ id: e, container: n, fields: r }) {
  return r.access === 'secret' ? n : r.access === 'closed' ? Tt(e) : e;
}
function xn(e) {
  let n = e.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  return qe(n.slice(0, R.groupName));
}
function Ft(e) {
  let { container: n, fields: r } = e,
    t = Z(e);
  return ne(t) === r.access && Ms(t) === n && r.title === xn(r.name);
}
function _t({ author: e, key: n, fields: r }) {
  return r.person === e && n === r.group;
}
function Le({ id: e, name: n, active: r, title: t, photo: o }) {
  return {
    id: e,
    name: n,
    active: r,
    ...(t === void 0 ? {} : { title: t }),
    ...(o === void 0 ? {} : { photo: o }),
  };
}
var Ts = (e) => ({ id: e, name: '', active: !1 }),
  Dt = 100;
async function U(e, n) {
  let r = [...new Set(n)],
    t = [];
  for (let s = 0; s < r.length; s += Dt) t.push(r.slice(s, s + Dt));
  return (await Promise.all(t.map((s) => e.people(s)))).flat();
}
async function Q(e, n, r = []) {
  let t = new Set(r.map(({ id: a }) => a)),
    o = [...n].filter((a) => !t.has(a)),
    s = [...r, ...(await U(e, o))],
    i = new Map(s.map((a) => [a.id, Le(a)]));
  return (a) => i.get(a) ?? Ts(a);
}
function Er(e, n, r, t) {
  if (!r) {
    let s = { field: e, reason: 'unknown-person', actual: n };
    throw new N(s, `Nobody here is \xAB${n}\xBB.`);
  }
  if (r.active) return;
  let o = { field: e, reason: 'left-the-company', actual: r.name };
  throw new N(o, `${r.name} has left the company. ${t}`);
}
async function Nt({ directory: e }, n, r) {
  let [t] = await U(e, [r]);
  Er(n, r, t, 'Choose somebody who works here.');
}
var bn = (e) => V(X, e) && Ft(e),
  cn = (e) => V(me, e) && _t(e),
  kn = (e, n = 8) =>
    M(me, { container: E, index: 'byGroup', in: e, order: 'descending', limit: n }),
  jt = (e) =>
    on(me, { container: E, index: 'byGroup', in: e, by: 'group', distinctAuthors: !0, keyed: !0 }),
  Wn = (e, n) => fe(me, E, n, e),
  Gt = (e) => pe(X, E, e.map(Ln)),
  ln = (e) =>
    ne(e) === 'secret'
      ? M(X, { container: e, index: 'recent', order: 'ascending', limit: 5 })
      : Gt([e]),
  pn = (e, n) => e.find((r) => bn(r) && Z(r) === n),
  Vt = () => M(X, { container: E, index: 'recent', order: 'descending', limit: A });
async function Kt({ store: e }, n) {
  let r = M(me, { container: E, index: 'byPerson', in: n, order: 'ascending', limit: A }),
    [t] = await e.read([r]),
    { records: o } = await we(e, r, t, cn),
    s = [...new Set(o.map(({ fields: p }) => p.group))].slice(0, Ve),
    [i] = await e.read([Gt(s)]),
    a = i.records.filter((p) => bn(p) && p.fields.access === 'open'),
    l = new Map(a.map(({ id: p, fields: g }) => [p, g.name])),
    u = new Map();
  for (let { fields: p } of o) {
    let g = l.get(p.group);
    g !== void 0 && u.set(p.person, [...(u.get(p.person) ?? []), { id: p.group, name: g }]);
  }
  return u;
}
async function Pn({ containers: e }, n) {
  try {
    return await e.members(n);
  } catch (r) {
    if (Y(r, 'Forbidden')) return;
    throw r;
  }
}
function Un(e, n) {
  let r = e.filter((o) => o.person !== n);
  if (!(
    !e.some((o) => o.person === n && o.role === 'steward') ||
    r.length === 0 ||
    r.some(({ role: o }) => o === 'steward')
  ))
    throw new N(
      { field: 'person', reason: 'last-steward' },
      'This is the last steward of the group. Make somebody else a steward first.',
    );
}
function qt(e) {
  let { store: n, containers: r, directory: t } = e;
  async function o({ group: u }) {
    let p = j(u) ? await r.members(u) : await s(u),
      g = await Q(
        t,
        p.map((m) => m.person),
      );
    return p
      .map((m) => ({ person: g(m.person), role: m.role }))
      .sort((m, y) => m.person.name.localeCompare(y.person.name));
  }
  async function s(u) {
    let p = kn([u], A),
      [g] = await n.read([p]),
      { records: h } = await we(n, p, g, cn);
    return h.map(({ author: m }) => ({ person: m, role: 'member' }));
  }
  function i(u) {
    if (!j(u)) throw new $(`the members of group ${u}`);
  }
  async function a({ group: u, person: p, role: g }) {
    (i(u),
      await Nt(e, 'person', p),
      g === 'member' && Un(await r.members(u), p),
      await r.admit(u, p, g));
  }
  async function l({ group: u, person: p }) {
    (i(u), Un(await r.members(u), p), await r.expel(u, p));
  }
  return { readMembers: o, addMember: a, removeMember: l };
}
var Hn,
  Fs = { lang: void 0, message: void 0, abortEarly: void 0, abortPipeEarly: void 0 };
function Lt(e) {
  return !e && !Hn
    ? Fs
    : {
        lang: e?.lang ?? Hn?.lang,
        message: e?.message,
        abortEarly: e?.abortEarly ?? Hn?.abortEarly,
        abortPipeEarly: e?.abortPipeEarly ?? Hn?.abortPipeEarly,
      };
}
var _s;
function Ds(e) {
  return _s?.get(e);
}
var Ns;
function js(e) {
  return Ns?.get(e);
}
var Gs;
function Vs(e, n) {
  return Gs?.get(e)?.get(n);
}
function Bn(e) {
  let n = typeof e;
  return n === 'string'
    ? `"${e}"`
    : n === 'number' || n === 'bigint' || n === 'boolean'
      ? `${e}`
      : n === 'object' || n === 'function'
        ? ((e && Object.getPrototypeOf(e)?.constructor?.name) ?? 'null')
        : n;
}
function re(e, n, r, t, o) {
  let s = o && 'input' in o ? o.input : r.value,
    i = o?.expected ?? e.expects ?? null,
    a = o?.received ?? Bn(s),
    l = {
      kind: e.kind,
      type: e.type,
      input: s,
      expected: i,
      received: a,
      message: `Invalid ${n}: ${i ? `Expected ${i} but r` : 'R'}eceived ${a}`,
      requirement: e.requirement,
      path: o?.path,
      issues: o?.issues,
      lang: t.lang,
      abortEarly: t.abortEarly,
      abortPipeEarly: t.abortPipeEarly,
    },
    u = e.kind === 'schema',
    p =
      o?.message ??
      e.message ??
      Vs(e.reference, l.lang) ??
      (u ? js(l.lang) : null) ??
      t.message ??
      Ds(l.lang);
  (p !== void 0 && (l.message = typeof p == 'function' ? p(l) : p),
    u && (r.typed = !1),
    r.issues ? r.issues.push(l) : (r.issues = [l]));
}
function Ks(e, n) {
  let r = [...new Set(e)];
  return r.length > 1 ? `(${r.join(` ${n} `)})` : (r[0] ?? 'never');
}
function We(e) {
  return (
    (e['~standard'] = {
      version: 1,
      vendor: 'valibot',
      validate: (n) => e['~run']({ value: n }, Lt()),
    }),
    e
  );
}
function Wt(e) {
  if (e.path) {
    let n = '';
    for (let r of e.path)
      if (typeof r.key == 'string' || typeof r.key == 'number')
        n ? (n += `.${r.key}`) : (n += r.key);
      else return null;
    return n;
  }
  return null;
}
function Ar(e, n) {
  return {
    kind: 'validation',
    type: 'check',
    reference: Ar,
    async: !1,
    expects: null,
    requirement: e,
    message: n,
    '~run'(r, t) {
      return (r.typed && !this.requirement(r.value) && re(this, 'input', r, t), r);
    },
  };
}
function ue(e, n) {
  return {
    kind: 'validation',
    type: 'max_length',
    reference: ue,
    async: !1,
    expects: `<=${e}`,
    requirement: e,
    message: n,
    '~run'(r, t) {
      return (
        r.typed &&
          r.value.length > this.requirement &&
          re(this, 'length', r, t, { received: `${r.value.length}` }),
        r
      );
    },
  };
}
function Qn(e, n) {
  return {
    kind: 'validation',
    type: 'min_length',
    reference: Qn,
    async: !1,
    expects: `>=${e}`,
    requirement: e,
    message: n,
    '~run'(r, t) {
      return (
        r.typed &&
          r.value.length < this.requirement &&
          re(this, 'length', r, t, { received: `${r.value.length}` }),
        r
      );
    },
  };
}
function $r(e, n) {
  return {
    kind: 'validation',
    type: 'min_value',
    reference: $r,
    async: !1,
    expects: `>=${e instanceof Date ? e.toJSON() : Bn(e)}`,
    requirement: e,
    message: n,
    '~run'(r, t) {
      return (
        r.typed &&
          !(r.value >= this.requirement) &&
          re(this, 'value', r, t, {
            received: r.value instanceof Date ? r.value.toJSON() : Bn(r.value),
          }),
        r
      );
    },
  };
}
function Mr(e, n) {
  return {
    kind: 'transformation',
    type: 'parse_json',
    reference: Mr,
    config: e,
    message: n,
    async: !1,
    '~run'(r, t) {
      try {
        r.value = JSON.parse(r.value, this.config?.reviver);
      } catch (o) {
        if (o instanceof Error)
          (re(this, 'JSON', r, t, { received: `"${o.message}"` }), (r.typed = !1));
        else throw o;
      }
      return r;
    },
  };
}
function Tr(e, n) {
  return {
    kind: 'validation',
    type: 'regex',
    reference: Tr,
    async: !1,
    expects: `${e}`,
    requirement: e,
    message: n,
    '~run'(r, t) {
      return (r.typed && !this.requirement.test(r.value) && re(this, 'format', r, t), r);
    },
  };
}
function Fr(e) {
  return {
    kind: 'validation',
    type: 'safe_integer',
    reference: Fr,
    async: !1,
    expects: null,
    requirement: Number.isSafeInteger,
    message: e,
    '~run'(n, r) {
      return (n.typed && !this.requirement(n.value) && re(this, 'safe integer', n, r), n);
    },
  };
}
function qs(e, n, r) {
  return typeof e.fallback == 'function' ? e.fallback(n, r) : e.fallback;
}
function Ut(e, n, r) {
  return typeof e.default == 'function' ? e.default(n, r) : e.default;
}
function zn(e, n) {
  return We({
    kind: 'schema',
    type: 'array',
    reference: zn,
    expects: 'Array',
    async: !1,
    item: e,
    message: n,
    '~run'(r, t) {
      let o = r.value;
      if (Array.isArray(o)) {
        ((r.typed = !0), (r.value = []));
        for (let s = 0; s < o.length; s++) {
          let i = o[s],
            a = this.item['~run']({ value: i }, t);
          if (a.issues) {
            let l = { type: 'array', origin: 'value', input: o, key: s, value: i };
            for (let u of a.issues)
              (u.path ? u.path.unshift(l) : (u.path = [l]), r.issues?.push(u));
            if ((r.issues || (r.issues = a.issues), t.abortEarly)) {
              r.typed = !1;
              break;
            }
          }
          (a.typed || (r.typed = !1), r.value.push(a.value));
        }
      } else re(this, 'type', r, t);
      return r;
    },
  });
}
function _r(e) {
  return We({
    kind: 'schema',
    type: 'number',
    reference: _r,
    expects: 'number',
    async: !1,
    message: e,
    '~run'(n, r) {
      return (
        typeof n.value == 'number' && !isNaN(n.value) ? (n.typed = !0) : re(this, 'type', n, r),
        n
      );
    },
  });
}
function O(e, n) {
  return We({
    kind: 'schema',
    type: 'object',
    reference: O,
    expects: 'Object',
    async: !1,
    entries: e,
    message: n,
    '~run'(r, t) {
      let o = r.value;
      if (o && typeof o == 'object') {
        ((r.typed = !0), (r.value = {}));
        for (let s in this.entries) {
          let i = this.entries[s];
          if (
            s in o ||
            ((i.type === 'exact_optional' || i.type === 'optional' || i.type === 'nullish') &&
              i.default !== void 0)
          ) {
            let a = s in o ? o[s] : Ut(i),
              l = i['~run']({ value: a }, t);
            if (l.issues) {
              let u = { type: 'object', origin: 'value', input: o, key: s, value: a };
              for (let p of l.issues)
                (p.path ? p.path.unshift(u) : (p.path = [u]), r.issues?.push(p));
              if ((r.issues || (r.issues = l.issues), t.abortEarly)) {
                r.typed = !1;
                break;
              }
            }
            (l.typed || (r.typed = !1), (r.value[s] = l.value));
          } else if (i.fallback !== void 0) r.value[s] = qs(i);
          else if (
            i.type !== 'exact_optional' &&
            i.type !== 'optional' &&
            i.type !== 'nullish' &&
            (re(this, 'key', r, t, {
              input: void 0,
              expected: `"${s}"`,
              path: [{ type: 'object', origin: 'key', input: o, key: s, value: o[s] }],
            }),
            t.abortEarly)
          )
            break;
        }
      } else re(this, 'type', r, t);
      return r;
    },
  });
}
function Ae(e, n) {
  return We({
    kind: 'schema',
    type: 'optional',
    reference: Ae,
    expects: `(${e.expects} | undefined)`,
    async: !1,
    wrapped: e,
    default: n,
    '~run'(r, t) {
      return r.value === void 0 &&
        (this.default !== void 0 && (r.value = Ut(this, r, t)), r.value === void 0)
        ? ((r.typed = !0), r)
        : this.wrapped['~run'](r, t);
    },
  });
}
function $e(e, n) {
  return We({
    kind: 'schema',
    type: 'picklist',
    reference: $e,
    expects: Ks(e.map(Bn), '|'),
    async: !1,
    options: e,
    message: n,
    '~run'(r, t) {
      return (this.options.includes(r.value) ? (r.typed = !0) : re(this, 'type', r, t), r);
    },
  });
}
function ye(e) {
  return We({
    kind: 'schema',
    type: 'string',
    reference: ye,
    expects: 'string',
    async: !1,
    message: e,
    '~run'(n, r) {
      return (typeof n.value == 'string' ? (n.typed = !0) : re(this, 'type', n, r), n);
    },
  });
}
function te(...e) {
  return We({
    ...e[0],
    pipe: e,
    '~run'(n, r) {
      for (let t of e)
        if (t.kind !== 'metadata') {
          if (n.issues && (t.kind === 'schema' || t.kind === 'transformation')) {
            n.typed = !1;
            break;
          }
          (!n.issues || (!r.abortEarly && !r.abortPipeEarly)) && (n = t['~run'](n, r));
        }
      return n;
    },
  });
}
function Jn(e, n, r) {
  let t = e['~run']({ value: n }, Lt(r));
  return { typed: t.typed, success: !t.issues, output: t.value, issues: t.issues };
}
var Ls = O({ name: te(ye(), ue(R.groupName), Ar(an)), purpose: te(ye(), ue(R.groupPurpose)) });
function Dr({ name: e, purpose: n }) {
  let r = JSON.stringify({ name: e, purpose: n });
  return r.length <= R.requestNote ? r : JSON.stringify({ name: e, purpose: '' });
}
function Bt({ container: e, note: n }) {
  let r = Jn(te(ye(), Mr(), Ls), n);
  if (r.success) return { ...r.output, group: e, access: ne(e) };
}
async function Nr(e) {
  let { containers: n, identity: r, supports: t } = e;
  if (!t.ownersApprove) return [];
  let [o, s] = await Promise.all([n.requests(), r.me()]),
    i = [];
  for (let a of o) {
    let l = a.by === s ? Bt(a) : void 0;
    l && a.approved ? await Ws(e, l, s) : l && i.push(l);
  }
  return i;
}
async function Ws({ store: e, containers: n }, { group: r, name: t, purpose: o, access: s }, i) {
  (s === 'secret' && (await e.insert(X, r, r, { name: t, purpose: o, access: s, title: xn(t) })),
    await n.endRequest(r, i));
}
var jr = ({ group: e, name: n, purpose: r, access: t }) => ({
  id: e,
  name: n,
  purpose: r,
  access: t,
  members: [],
  joined: !1,
  steward: !1,
  requested: !0,
});
function Qt(e) {
  let { containers: n, directory: r, supports: t } = e;
  async function o() {
    if (!t.ownersApprove) return [];
    let a = (await n.requests()).filter(({ mayApprove: p, approved: g }) => p && !g),
      l = await Us(e, a),
      u = await Q(
        r,
        l.map(({ by: p }) => p),
      );
    return l.flatMap((p) => {
      let g = Bt(p);
      return g ? [{ ...g, by: u(p.by) }] : [];
    });
  }
  return {
    listGroupRequests: o,
    approveGroup: ({ group: a, by: l }) => n.approve(a, l),
    declineGroup: ({ group: a, by: l }) => n.endRequest(a, l),
  };
}
async function Us({ store: e }, n) {
  let t = n
      .filter(({ container: i }) => ne(i) === 'closed')
      .map(({ container: i }) => Ln(i))
      .slice(0, Ve),
    [{ records: o }] = await e.read([pe(X, E, t)]),
    s = new Map(o.map((i) => [Z(i), i.author]));
  return n.filter(({ container: i, by: a }) => ne(i) === 'secret' || s.get(i) === a);
}
var Hs = 8,
  Xn = (e, n) => [kn(e), jt(e), Wn(e, n)],
  zt = ({ fields: e }) => ({ name: e.name, purpose: e.purpose, requested: !1 });
async function Zn({ store: e, directory: n }, r, [t, o, s]) {
  let i = r.map(Z),
    { records: a } = await we(e, kn(i), t, cn),
    l = await Q(
      n,
      a.map(({ author: u }) => u),
    );
  return r.map((u) => ({
    ...zt(u),
    id: u.id,
    access: 'open',
    memberCount: o.get(u.id) ?? 0,
    members: a
      .filter(({ fields: p }) => p.group === u.id)
      .map(({ author: p }) => l(p))
      .filter(({ active: p }) => p),
    joined: s.records.some((p) => cn(p) && p.fields.group === u.id),
    steward: !1,
  }));
}
var fn = (e, n) => ({
  ...zt(e),
  id: Z(e),
  access: e.fields.access === 'secret' ? 'secret' : 'closed',
  members: [],
  joined: n,
  steward: !1,
});
async function Yn({ directory: e, identity: n }, r, t) {
  let o = await n.me(),
    s = t.find(({ person: l }) => l === o),
    i = t.slice(0, A).map(({ person: l }) => l),
    a = (await U(e, i)).filter(({ active: l }) => l);
  return {
    ...fn(r, s !== void 0),
    memberCount: t.length <= A ? a.length : t.length,
    members: a.slice(0, Hs).map(Le),
    steward: s?.role === 'steward',
  };
}
var Jt = 60,
  Gr = (e) => e.fields.access === 'open';
function Xt(e) {
  let { store: n, identity: r, containers: t } = e;
  async function o(m) {
    if (m.length === 0) return [];
    let y = Xn(m.map(Z), await r.me());
    return Zn(e, m, await n.read(y));
  }
  async function s(m) {
    let y = m.filter((c) => ne(c) === 'secret').slice(0, Jt);
    return (await n.read(y.map(ln))).flatMap(({ records: c }, d) => {
      let w = pn(c, y[d]);
      return w ? [w] : [];
    });
  }
  async function i() {
    let [m, y] = await Promise.all([ee(n, Vt(), bn), Nr(e)]),
      f = await t.joined(),
      c = m.slice(0, Jt),
      d = new Set(y.map(({ group: b }) => b)),
      w = [...c.filter((b) => !Gr(b)), ...(await s(f))],
      v = [
        ...(await o(c.filter(Gr))),
        ...w.map((b) => {
          let P = Z(b),
            C = f.includes(P);
          return { ...fn(b, C), requested: !C && d.has(P) };
        }),
      ],
      x = y.filter(({ group: b, access: P }) => P === 'secret' && !f.includes(b));
    return [...v, ...x.map(jr)].sort((b, P) => b.name.localeCompare(P.name));
  }
  async function a({ group: m }) {
    let y = j(m) ? await Pn(e, m) : void 0;
    if (ne(m) === 'secret' && !y) throw new D(`group ${m}`);
    let [{ records: f }] = await n.read([ln(m)]),
      c = pn(f, m);
    if (!c) throw new D(`group ${m}`);
    if (y) return Yn(e, c, y);
    if (!Gr(c)) {
      let w = (await Nr(e)).some((v) => v.group === m);
      return { ...fn(c, !1), requested: w };
    }
    return (await o([c]))[0];
  }
  async function l({ group: m }) {
    let { joined: y } = await a({ group: m });
    if (y) return;
    if (j(m)) throw new $(`group ${m}`);
    let f = await r.me();
    await n.insert(me, E, m, { group: m, person: f });
  }
  async function u({ group: m }) {
    let y = await r.me();
    if (j(m)) {
      let d = await Pn(e, m);
      return d?.some(({ person: w }) => w === y) ? (Un(d, y), t.expel(m, y)) : void 0;
    }
    let [f] = await n.read([Wn([m], y)]),
      c = f.records[0];
    c && (await Oe(n, me, c));
  }
  async function p(m, y) {
    let f = M(X, { container: E, index: 'byTitle', eq: y, order: 'ascending', limit: 1 }),
      c = await ee(n, f, bn),
      d = await r.me();
    if (c.some(({ author: w }) => w !== d))
      throw new N(
        { field: 'name', reason: 'name-taken', actual: m },
        `There is already a group called \xAB${m}\xBB. Join it, or choose another name.`,
      );
  }
  async function g(m) {
    let y = be('name', m.name, R.groupName),
      f = un('purpose', m.purpose, R.groupPurpose),
      c = xn(y),
      { access: d = 'open', key: w } = m,
      v = { name: y, title: c, purpose: f, access: d };
    if (d === 'secret') return h(v, w);
    await p(y, c);
    let { record: x } = await n.insert(X, E, c, v),
      b = Z(x);
    return (
      j(b) ? await t.createClosed(b, Dr(v)) : (await t.create(G(b)), await l({ group: b })),
      a({ group: b })
    );
  }
  async function h(m, y) {
    if (y === void 0)
      throw new N({ field: 'key', reason: 'malformed' }, 'A secret group needs a key.');
    let f = Mt(y),
      c = await t.createClosed(f, Dr(m)),
      { name: d, purpose: w } = m;
    return c === 'requested'
      ? jr({ group: f, name: d, purpose: w, access: 'secret' })
      : (await n.insert(X, f, f, m), a({ group: f }));
  }
  return { listGroups: i, readGroup: a, createGroup: g, joinGroup: l, leaveGroup: u };
}
var Vr = Tr(/^\P{Surrogate}*$/u, 'it holds half a character'),
  T = te(ye(), Qn(1), ue(200), Vr),
  In = te(ye(), Qn(8), ue(80), Vr),
  Zt = Ae(te(ye(), ue(500), Vr)),
  ke = te(ye(), ue(1e6)),
  Yt = te(zn(ke), ue(500)),
  Rn = { group: T, kind: $e(['post', 'comment']), id: T },
  Bs = {
    readMe: O({}),
    readPerson: O({ person: T }),
    searchPeople: O({ text: te(ye(), ue(200)) }),
    updateProfile: O({ about: ke, askMeAbout: Yt, interests: Yt, version: Ae(T) }),
    listGroups: O({}),
    readGroup: O({ group: T }),
    createGroup: O({
      name: ke,
      purpose: ke,
      access: Ae($e(['open', 'closed', 'secret'])),
      key: Ae(In),
    }),
    joinGroup: O({ group: T }),
    leaveGroup: O({ group: T }),
    readMembers: O({ group: T }),
    addMember: O({ group: T, person: T, role: $e(['member', 'steward']) }),
    removeMember: O({ group: T, person: T }),
    listGroupRequests: O({}),
    approveGroup: O({ group: T, by: T }),
    declineGroup: O({ group: T, by: T }),
    readWall: O({ group: T, cursor: Zt }),
    readThread: O({ group: T, post: T }),
    readHistory: O(Rn),
    readReactors: O(Rn),
    post: O({ group: T, text: ke, key: In }),
    comment: O({ group: T, post: T, parent: Ae(T), text: ke, key: In }),
    edit: O({ ...Rn, text: ke, version: T }),
    deleteMessage: O({ ...Rn, version: T, reason: ke }),
    react: O({ message: O(Rn), post: T, kind: Ae($e(vn)) }),
    markRead: O({ group: T, until: te(_r(), Fr(), $r(0)) }),
    giveKudos: O({
      recipients: te(zn(T), ue(500)),
      value: $e(sn),
      reason: ke,
      as: $e(['kudos', 'thanks']),
      key: In,
    }),
    withdrawKudos: O({ id: In }),
    readKudosBudget: O({}),
    readKudosAudience: O({}),
    readKudos: O({ cursor: Zt }),
  };
function eo(e, n) {
  let r = Jn(Bs[e], n ?? {});
  if (r.success) return r.output;
  let t = r.issues[0],
    o = Wt(t) ?? e;
  throw new N({ field: o, reason: 'malformed' }, `${e} does not accept this ${o}: ${t.message}`);
}
var no = [
  'readMe',
  'readPerson',
  'searchPeople',
  'updateProfile',
  'listGroups',
  'readGroup',
  'createGroup',
  'joinGroup',
  'leaveGroup',
  'readMembers',
  'addMember',
  'removeMember',
  'listGroupRequests',
  'approveGroup',
  'declineGroup',
  'readWall',
  'readThread',
  'readHistory',
  'readReactors',
  'post',
  'comment',
  'edit',
  'deleteMessage',
  'react',
  'markRead',
  'giveKudos',
  'withdrawKudos',
  'readKudosBudget',
  'readKudosAudience',
  'readKudos',
];
function ro(e) {
  let n = (Math.floor(e / 864e5) + 3) % 7;
  return Math.floor(e / 864e5) * 864e5 - n * 864e5;
}
var Kr = (e) => ro(e) + 7 * 864e5,
  Sn = (e) => new Date(ro(e)).toISOString().slice(0, 10);
var q = B({
    name: 'kudos',
    fields: {
      recipient: { type: 'text', max: 200 },
      value: { type: 'text', max: 40 },
      reason: { type: 'text', max: R.kudosReason },
      batch: { type: 'text', max: 100 },
    },
    indexes: {
      recent: { order: 'created' },
      byRecipient: { partition: 'recipient', order: 'created' },
      byBatch: { partition: 'batch', order: 'created' },
    },
  }),
  qr = (e, n) => JSON.stringify(['kudos', e, n]),
  Lr = (e, n) => JSON.stringify(['thanks', e, n]),
  to = 300 * 1e3;
function Qs(e) {
  let n = [e - to, e + to].map(Sn),
    r = Array.from({ length: R.kudosPerWeek }, (t, o) => o);
  return new Set(n.flatMap((t) => r.map((o) => qr(t, o))));
}
var Wr = ({ created: e, key: n }) => Qs(e).has(n);
function er(e) {
  let { author: n, key: r, fields: t } = e,
    o = sn.includes(t.value),
    s = qn(t.reason) >= R.kudosReasonWords;
  return t.recipient === n || !o || !s ? !1 : r === Lr(t.batch, t.recipient) || Wr(e);
}
var oo = (e) => M(q, { container: E, index: 'byRecipient', eq: e, order: 'descending', limit: A });
var Cn = ({ author: e, fields: n }) => JSON.stringify([e, n.batch]);
function so(e, n, r) {
  let t = new Map();
  for (let o of e) {
    let s = Cn(o);
    t.set(s, [...(t.get(s) ?? []), o]);
  }
  return [...t.values()]
    .map((o) => zs(o, n, r))
    .sort((o, s) => s.created - o.created || (o.id < s.id ? 1 : -1));
}
function zs(e, n, r) {
  let t = e.reduce((s, i) => (i.created < s.created ? i : s)),
    o = [...new Set(e.map(({ fields: s }) => s.recipient))];
  return {
    id: t.fields.batch,
    giver: r(t.author),
    recipients: o.map(r),
    value: t.fields.value,
    reason: t.fields.reason,
    created: t.created,
    isKudos: e.some(Wr),
    mine: t.author === n,
  };
}
var Js = 20,
  io = 50;
function ao({ store: e, identity: n, directory: r }) {
  async function t({ cursor: s }) {
    let i = await n.me(),
      a = M(q, {
        container: E,
        index: 'recent',
        order: 'descending',
        limit: Js,
        ...(s === void 0 ? {} : { cursor: s }),
      }),
      [l] = await e.read([a]),
      u = await Ke(e, a, l, Ur),
      p = await o(u.records),
      g = await Q(
        r,
        p.flatMap(({ author: h, fields: m }) => [h, m.recipient]),
      );
    return {
      thankYous: so(p, i, g),
      dropped: u.dropped,
      ...(u.cursor === void 0 ? {} : { cursor: u.cursor }),
    };
  }
  async function o(s) {
    let i = [...new Set(s.map(({ fields: c }) => c.batch))];
    if (i.length === 0) return [];
    let a = { container: E, index: 'byBatch', order: 'ascending' },
      l = M(q, { ...a, in: i, limit: io }),
      [{ records: u }] = await e.read([l]),
      p = (c) => u.filter(({ fields: d }) => d.batch === c).length >= io,
      g = new Set(i.filter(p)),
      h = u.filter((c) => Ur(c) && !g.has(c.fields.batch)),
      m = new Map(s.map((c) => [Cn(c), c]));
    for (let { author: c, fields: d } of m.values()) {
      if (!g.has(d.batch)) continue;
      let w = M(q, { ...a, eq: d.batch, limit: A }),
        v = (x) => x.author === c && Ur(x);
      h.push(...(await ee(e, w, v)));
    }
    let y = new Set(s.map(({ id: c }) => c)),
      f = new Map();
    for (let c of h) f.set(Cn(c), c);
    return h.filter((c) => y.has(f.get(Cn(c))?.id ?? ''));
  }
  return { readKudos: t };
}
var Ur = (e) => V(q, e) && er(e);
function Xs(e) {
  let n = be('reason', e, R.kudosReason),
    r = qn(n);
  if (r < R.kudosReasonWords)
    throw new N(
      { field: 'reason', reason: 'too-few-words', actual: r, limit: R.kudosReasonWords },
      `The reason has ${r} words. Say in at least ${R.kudosReasonWords} what they did.`,
    );
  return n;
}
function Zs(e) {
  let n = sn.find((r) => r === e);
  if (n) return n;
  throw new N(
    { field: 'value', reason: 'unknown-value', actual: e },
    `\xAB${e}\xBB is none of the company's values. Choose one of them.`,
  );
}
async function Ys({ directory: e }, n, r) {
  let t = [...new Set(r)],
    o = (a, l) => {
      throw new N({ field: 'recipients', ...a }, l);
    };
  t.length === 0 && o({ reason: 'empty' }, 'Name the person you want to thank.');
  let { kudosRecipients: s } = R;
  if (t.length > s) {
    let a = { reason: 'too-many', actual: t.length, limit: s };
    o(a, `You named ${t.length} people; at most ${s} share one thank-you.`);
  }
  t.includes(n) && o({ reason: 'yourself' }, 'You cannot thank yourself. Thank a colleague.');
  let i = new Map((await U(e, t)).map((a) => [a.id, a]));
  for (let a of t) Er('recipients', a, i.get(a), 'Leave them out to thank the others.');
  return t;
}
function uo(e) {
  let { store: n, identity: r, clock: t } = e;
  async function o(h, m) {
    let y = Array.from({ length: R.kudosPerWeek }, (d, w) => qr(m, w)),
      [{ records: f }] = await n.read([fe(q, E, h, y)]),
      c = new Map(f.map((d) => [d.key, d]));
    return y.map((d) => ({ key: d, record: c.get(d) }));
  }
  async function s() {
    let h = t.now();
    return {
      left: (await o(await r.me(), Sn(h))).filter(({ record: f }) => !f).length,
      of: R.kudosPerWeek,
      resetsAt: Kr(h),
    };
  }
  async function i(h, m) {
    let y = M(q, { container: E, index: 'byBatch', eq: m, order: 'ascending', limit: A });
    return ee(n, y, ({ author: f }) => f === h);
  }
  async function a(h, m, y) {
    let f = [...m],
      c = t.now(),
      w = (await o(h, Sn(c))).filter(({ record: b }) => !b).map(({ key: b }) => b),
      v = f.length,
      x = (b) => {
        throw new wn({ left: b, asked: v, resetsAt: Kr(c) });
      };
    for (v > w.length && x(w.length); f.length > 0;) {
      let b = f[0],
        P = w.shift() ?? x(0),
        { record: C } = await n.insert(q, E, P, { ...y, recipient: b });
      C.fields.batch === y.batch && C.fields.recipient === b && f.shift();
    }
  }
  async function l(h, m, { value: y, reason: f, batch: c }) {
    let d = new Set();
    for (let w of await i(h, c)) {
      let { recipient: v } = w.fields,
        x = w.fields.value === y && w.fields.reason === f;
      (m.includes(v) ? x || (await n.update(q, w, { value: y, reason: f })) : await Oe(n, q, w),
        d.add(v));
    }
    return d;
  }
  async function u(h) {
    let m = await r.me(),
      y = Xs(h.reason),
      f = Zs(h.value),
      c = await Ys(e, m, h.recipients),
      d = { value: f, reason: y, batch: h.key },
      w = await l(m, c, d),
      v = c.filter((x) => !w.has(x));
    if (v.length !== 0) {
      if (h.as === 'kudos') return a(m, v, d);
      for (let x of v) {
        let b = Lr(h.key, x);
        await n.insert(q, E, b, { ...d, recipient: x });
      }
    }
  }
  async function p({ id: h }) {
    let m = await r.me();
    for (let y of await i(m, h)) await Oe(n, q, y);
  }
  return {
    giveKudos: u,
    withdrawKudos: p,
    readKudosBudget: s,
    readKudosAudience: () => e.containers.audience(E),
  };
}
var Me = B({
    name: 'profiles',
    fields: {
      about: { type: 'text', max: R.profileAbout },
      askMeAbout: { type: 'list', max: R.profileTags },
      interests: { type: 'list', max: R.profileTags },
    },
    indexes: {},
  }),
  Br = 'profile';
function co(e, n) {
  let t = [...new Map(n.map((a) => [Hr(a), qe(a)])).values()].filter(an),
    { profileTags: o, profileTag: s } = R;
  if (t.length > o)
    throw new N(
      { field: e, reason: 'too-many', actual: t.length, limit: o },
      `You gave ${t.length} topics; at most ${o} fit. Keep the ones that say most.`,
    );
  let i = t.find((a) => a.length > s);
  if (i !== void 0)
    throw new N(
      { field: e, reason: 'too-long', actual: i.length, limit: s },
      `\xAB${i.slice(0, 20)}\u2026\xBB has ${i.length} characters; a topic has at most ${s}.`,
    );
  return t;
}
var Hr = (e) => qe(e).toLocaleLowerCase('en');
function lo(e) {
  return {
    about: un('about', e.about, R.profileAbout),
    askMeAbout: co('askMeAbout', e.askMeAbout),
    interests: co('interests', e.interests),
  };
}
function Qr(e, n) {
  let r = ({ about: t, askMeAbout: o, interests: s }) => JSON.stringify([t, o, s]);
  return r(e) === r(n);
}
function po(e, n) {
  let r = new Set(n.map(Hr));
  return e.filter((t) => r.has(Hr(t)));
}
var fo = { about: '', askMeAbout: [], interests: [] },
  zr = (e) => fe(Me, E, e, [Br]);
function mo(e) {
  let { directory: n, identity: r, store: t } = e;
  async function o({ person: i }) {
    let a = await r.me(),
      l = oo(i),
      [u, [p, g, h], m] = await Promise.all([U(n, [i]), t.read([zr(i), zr(a), l]), Kt(e, [a, i])]),
      y = await Ke(t, l, h, (P) => V(q, P) && er(P)),
      f = u[0];
    if (!f) throw new D(`person ${i}`);
    let c = p.records.find((P) => V(Me, P)),
      d = c?.fields ?? fo,
      w = g.records.find((P) => V(Me, P))?.fields ?? fo,
      v = f.manager === void 0 ? [] : await U(n, [f.manager]),
      x = new Set(m.get(a)?.map((P) => P.id)),
      b = [...d.interests, ...d.askMeAbout];
    return {
      person: f,
      isMe: i === a,
      profile: d,
      ...(c ? { profileVersion: c.version } : {}),
      ...(v[0] ? { manager: Le(v[0]) } : {}),
      groups: (m.get(i) ?? []).map((P) => ({ ...P, shared: i !== a && x.has(P.id) })),
      inCommon: i === a ? [] : po(b, [...w.interests, ...w.askMeAbout]),
      thanked: Math.min(y.records.length, A),
    };
  }
  async function s({ version: i, ...a }) {
    let l = await r.me(),
      u = lo(a);
    if (i === void 0) {
      let { record: h, inserted: m } = await t.insert(Me, E, Br, u);
      if (m || Qr(h.fields, u)) return h.fields;
      throw new H('profile');
    }
    let [{ records: p }] = await t.read([zr(l)]),
      g = p[0];
    if (!g) throw new D('profile');
    return Qr(g.fields, u) ? u : (await t.update(Me, { ...g, version: i }, u)).fields;
  }
  return {
    readMe: async () => {
      let i = await r.me(),
        [a] = await U(n, [i]);
      if (!a) throw new D(`person ${i}`);
      return Le(a);
    },
    readPerson: o,
    updateProfile: s,
    searchPeople: async ({ text: i }) => (await n.search(i, 8)).map(Le),
  };
}
var ce = B({
    name: 'posts',
    fields: {
      text: { type: 'text', max: R.post },
      edited: { type: 'flag' },
      deleted: { type: 'flag' },
      reason: { type: 'text', max: R.deleteReason },
    },
    indexes: { recent: { order: 'created' } },
  }),
  z = B({
    name: 'comments',
    fields: {
      post: { type: 'text', max: 100 },
      parent: { type: 'text', max: 100 },
      text: { type: 'text', max: R.comment },
      edited: { type: 'flag' },
      deleted: { type: 'flag' },
      reason: { type: 'text', max: R.deleteReason },
    },
    indexes: { byPost: { partition: 'post', order: 'created' } },
  }),
  Pe = B({
    name: 'revisions',
    fields: { target: { type: 'text', max: 200 }, text: { type: 'text', max: R.post } },
    indexes: { byTarget: { partition: 'target', order: 'created' } },
  }),
  nr = (e, n) => JSON.stringify([ve(e), n]),
  Ie = B({
    name: 'readMarks',
    fields: { group: { type: 'text', max: 100 }, until: { type: 'number' } },
    indexes: {},
  }),
  ve = ({ kind: e, id: n }) => `${e}:${n}`;
var oe = B({
    name: 'reactions',
    fields: {
      post: { type: 'text', max: 100 },
      target: { type: 'text', max: 200 },
      kind: { type: 'text', max: 20 },
      mark: { type: 'text', max: 250 },
      owner: { type: 'text', max: 400 },
    },
    indexes: {
      byPost: { partition: 'post', order: 'created' },
      byTarget: { partition: 'target', order: 'created' },
      byOwner: { partition: 'owner', order: 'created' },
    },
  }),
  rr = (e, n) => `${e}|${n}`,
  On = (e, n) => JSON.stringify([e, n]),
  Jr = (e) => vn.includes(e);
function yo({ author: e, key: n, fields: r }) {
  let { post: t, target: o, kind: s, mark: i, owner: a } = r,
    l = i === rr(o, s) && a === On(t, e);
  return Jr(s) && n === o && l;
}
function ho(e, n, r) {
  let t = r.get(e),
    o = vn.map((s) => [s, n.get(rr(e, s)) ?? 0]);
  return { counts: Object.fromEntries(o.filter(([, s]) => s > 0)), ...(t ? { mine: t } : {}) };
}
var tr = (e, n, r, t) => {
    let o = G(e),
      s = n.map((a) => On(a, r)),
      i = { container: o, index: 'byPost', in: n };
    return [
      M(z, { ...i, order: 'descending', limit: t }),
      on(z, { ...i, by: 'post', distinctAuthors: !1 }),
      on(oe, { ...i, by: 'mark', distinctAuthors: !0, keyed: !0 }),
      M(oe, { container: o, index: 'byOwner', in: s, order: 'descending', limit: A }),
    ];
  },
  Xr = (e) => V(oe, e) && yo(e),
  or = (e) => V(z, e),
  go = (e) => V(ce, e);
async function sr(e, n, r) {
  let { records: t } = await we(e, n, r, Xr);
  return new Map(t.map(({ fields: o }) => [o.target, o.kind]));
}
async function ir(e, { group: n, kind: r, id: t }) {
  let o = G(n),
    [{ records: s }] =
      r === 'post' ? await e.read([pe(ce, o, [t])]) : await e.read([pe(z, o, [t])]),
    i = s[0];
  if (!i) throw new D(`${r} ${t}`);
  return i;
}
function wo(
  e,
  { id: n, author: r, created: t, version: o, fields: s },
  { me: i, person: a, counts: l, mine: u },
) {
  let { text: p, edited: g, deleted: h, reason: m } = s;
  return {
    id: n,
    author: a(r),
    text: h ? '' : p,
    created: t,
    edited: g,
    deleted: h,
    reason: m,
    version: o,
    mine: r === i,
    reactions: ho(ve({ kind: e, id: n }), l, u),
  };
}
function dn(e, n) {
  let { post: r, parent: t } = e.fields;
  return { ...wo('comment', e, n), post: r, ...(t === '' ? {} : { parent: t }) };
}
function ar(e, n, r, t) {
  return { ...wo('post', e, t), commentCount: r, comments: n };
}
function vo({ store: e, identity: n, directory: r }) {
  async function t({ group: a, post: l }) {
    let u = await n.me(),
      [, , p, g] = tr(a, [l], u, 1),
      [h, m] = await e.read([p, g]),
      y = await sr(e, g, m),
      c = (
        await o(M(z, { container: G(a), index: 'byPost', eq: l, order: 'ascending', limit: A }))
      ).filter(or),
      d = await Q(
        r,
        c.map(({ author: v }) => v),
      ),
      w = { me: u, person: d, counts: h, mine: y };
    return c.map((v) => dn(v, w));
  }
  async function o(a) {
    let l = [],
      u;
    do {
      let [p] = await e.read([u === void 0 ? a : { ...a, cursor: u }]);
      (l.push(...p.records), (u = p.cursor));
    } while (u !== void 0);
    return l;
  }
  async function s({ group: a, kind: l, id: u }) {
    let p = G(a),
      g = M(Pe, {
        container: p,
        index: 'byTarget',
        eq: ve({ kind: l, id: u }),
        order: 'ascending',
        limit: A,
      }),
      { author: h, version: m } = await ir(e, { group: a, kind: l, id: u }),
      y = nr({ kind: l, id: u }, m);
    return (await ee(e, g, (c) => V(Pe, c) && c.author === h && c.key !== y)).map(
      ({ fields: c, created: d }) => ({ text: c.text, replaced: d }),
    );
  }
  async function i({ group: a, kind: l, id: u }) {
    let p = M(oe, {
        container: G(a),
        index: 'byTarget',
        eq: ve({ kind: l, id: u }),
        order: 'descending',
        limit: A,
      }),
      g = (await ee(e, p, Xr)).slice(0, A),
      h = await Q(
        r,
        g.map(({ author: m }) => m),
      );
    return g.map(({ author: m, fields: y }) => ({ person: h(m), kind: y.kind }));
  }
  return { readThread: t, readHistory: s, readReactors: i };
}
var ei = 20,
  xo = 4;
function bo(e) {
  let { store: n, identity: r, containers: t, directory: o } = e;
  async function s(u, p) {
    let g = await r.me(),
      h = tr(
        u,
        p.map(({ id: _ }) => _),
        g,
        xo,
      ),
      [[m, y, f, c], d] = await Promise.all([
        n.read(h),
        U(
          o,
          p.map(({ author: _ }) => _),
        ),
      ]),
      { records: w, dropped: v } = await we(n, h[0], m, or),
      x = await sr(n, h[3], c),
      b = await Q(
        o,
        [...p, ...w].map(({ author: _ }) => _),
        d,
      ),
      P = { me: g, person: b, counts: f, mine: x };
    return { views: p.map((_) => ri(_, w, y, P)), dropped: v };
  }
  async function i(u) {
    let p = new D(`group ${u}`);
    if (ne(u) === 'secret') throw p;
    let [{ records: g }] = await n.read([ln(u)]);
    throw pn(g, u) ? new $(`group ${u}`) : p;
  }
  async function a(u, p, g) {
    return g ? Yn(e, u, g) : j(Z(u)) ? fn(u, !1) : (await Zn(e, [u], p))[0];
  }
  async function l({ group: u, cursor: p }) {
    let g = G(u),
      h = await r.me(),
      m = M(ce, {
        container: g,
        index: 'recent',
        order: 'descending',
        limit: ei,
        ...(p === void 0 ? {} : { cursor: p }),
      }),
      y = fe(Ie, de(h), h, [u]),
      f = j(u) ? [] : [u],
      c = n.read([ln(u), ...Xn(f, h), m, y]);
    c.catch(() => {});
    let [d, w, v] = await Promise.all([t.rights([g]), t.audience(g), j(g) ? Pn(e, g) : void 0]),
      x = d.get(g) ?? 'none';
    x === 'none' && (await i(u));
    let [b, P, C, _, ae, Ne] = await c,
      je = pn(b.records, u);
    if (!je) throw new D(`group ${u}`);
    let bs = await a(je, [P, C, _], v),
      Kn = await Ke(n, m, ae, go),
      { views: ks, dropped: Ps } = await s(u, Kn.records),
      Ct = Ne.records.find((Is) => V(Ie, Is));
    return {
      group: bs,
      audience: w,
      canWrite: x === 'write',
      posts: ks.filter(ni),
      ...(Kn.cursor === void 0 ? {} : { cursor: Kn.cursor }),
      ...(Ct ? { readUntil: Ct.fields.until } : {}),
      dropped: Ps + Kn.dropped,
    };
  }
  return { readWall: l };
}
var ni = ({ deleted: e, commentCount: n }) => !e || n > 0;
function ri(e, n, r, t) {
  let o = n
      .filter(({ fields: i }) => i.post === e.id)
      .map((i) => dn(i, t))
      .reverse(),
    s = o.length < xo;
  return ar(e, o, s ? o.length : (r.get(e.id) ?? 0), t);
}
var ko = { edited: !1, deleted: !1, reason: '' };
function Po(e) {
  let { store: n, identity: r, directory: t } = e;
  async function o() {
    let c = await r.me();
    return { me: c, person: await Q(t, [c]), counts: new Map(), mine: new Map() };
  }
  async function s(c, d, w) {
    return d.fields.text === w || d.fields.deleted ? d : await p(c, d).with({ text: w });
  }
  async function i({ group: c, text: d, key: w }) {
    let v = { ...ko, text: be('message', d, R.post) },
      { record: x } = await n.insert(ce, G(c), w, v);
    return ar(await s('post', x, v.text), [], 0, await o());
  }
  async function a({ group: c, post: d, parent: w }) {
    if (w === void 0) return '';
    let [{ records: v }] = await n.read([pe(z, G(c), [w])]),
      x = v.find((b) => V(z, b));
    if (x?.fields.post !== d) throw new D(`comment ${w}`);
    return x.fields.parent === '' ? w : x.fields.parent;
  }
  async function l(c) {
    let d = G(c.group),
      w = be('comment', c.text, R.comment),
      [{ records: v }] = await n.read([pe(ce, d, [c.post])]),
      x = v[0];
    if (!x || x.fields.deleted) throw new D(`post ${c.post}`);
    let b = await a(c),
      P = { ...ko, post: c.post, parent: b, text: w },
      { record: C } = await n.insert(z, d, c.key, P);
    return dn(await s('comment', C, w), await o());
  }
  async function u(c) {
    let { kind: d, id: w } = c,
      v = await ir(n, c);
    if (v.fields.deleted) throw new D(`${d} ${w}`);
    if (v.author !== (await r.me())) throw new $(`the ${d} of a colleague`);
    return v;
  }
  let p = (c, d) => ({ with: (w) => (c === 'post' ? n.update(ce, d, w) : n.update(z, d, w)) });
  async function g({ text: c, version: d, ...w }) {
    let v = w.kind === 'post' ? R.post : R.comment,
      x = be('message', c, v),
      b = await u(w);
    if (b.fields.text === x) return { text: x, version: b.version };
    if (b.version !== d) throw new H(w.kind);
    let C = { target: ve(w), text: b.fields.text },
      _ = nr(w, d);
    await n.insert(Pe, b.container, _, C);
    let ae = await p(w.kind, b).with({ text: x, edited: !0 });
    return { text: x, version: ae.version };
  }
  async function h(c) {
    let { version: d, reason: w, ...v } = c,
      x = un('reason', w, R.deleteReason),
      b = await u(v).catch((P) => {
        if (!(P instanceof D)) throw P;
      });
    if (b) {
      let P = { text: '', deleted: !0, reason: x };
      await p(v.kind, { ...b, version: d }).with(P);
    }
    await m(v);
  }
  async function m(c) {
    let d = await r.me(),
      w = M(Pe, {
        container: G(c.group),
        index: 'byTarget',
        eq: ve(c),
        order: 'ascending',
        limit: A,
      }),
      v;
    do {
      v = await ee(n, w, ({ author: x }) => x === d);
      for (let x of v) await Oe(n, Pe, x);
    } while (v.length >= A);
  }
  async function y({ message: c, post: d, kind: w }) {
    if (w !== void 0 && !Jr(w)) {
      let je = { field: 'reaction', reason: 'unknown-value', actual: String(w) };
      throw new N(je, `\xAB${String(w)}\xBB is no reaction. Choose one that is offered.`);
    }
    let v = await r.me(),
      x = G(c.group),
      b = ve(c),
      [{ records: P }] = await n.read([fe(oe, x, v, [b])]),
      C = P[0];
    if (w === void 0) {
      C && (await Oe(n, oe, C));
      return;
    }
    let _ = rr(b, w),
      ae = { post: d, target: b, kind: w, mark: _, owner: On(d, v) },
      { record: Ne } = C ? { record: C } : await n.insert(oe, x, b, ae);
    Ne.fields.mark !== _ && (await n.update(oe, Ne, ae));
  }
  async function f({ group: c, until: d }) {
    let w = await r.me(),
      v = de(w),
      { record: x } = await n.insert(Ie, v, c, { group: c, until: d });
    (!V(Ie, x) || x.fields.until < d) && (await n.update(Ie, x, { group: c, until: d }));
  }
  return { post: i, comment: l, edit: g, deleteMessage: h, react: y, markRead: f };
}
function ti(e) {
  return {
    ...mo(e),
    ...Xt(e),
    ...qt(e),
    ...Qt(e),
    ...bo(e),
    ...vo(e),
    ...Po(e),
    ...uo(e),
    ...ao(e),
  };
}
function Io(e) {
  let n = no.map((r) => [r, (t) => e(r, t)]);
  return Object.fromEntries(n);
}
function Ro(e) {
  let n = ti(e);
  return async (r, t) => {
    let o = n[r];
    return o(eo(r, t));
  };
}
function So(e) {
  return { ...Io(Ro(e)), subscribe: (n) => e.changes.subscribe(n), newKey: () => e.ids.next() };
}
var oi = 2;
async function ur({ wait: e, longestWaitSeconds: n }, r, t) {
  let o = 0,
    s = 0;
  for (;;)
    try {
      return await t();
    } catch (i) {
      if (Y(i, 'Throttled')) {
        let a = i.data.retryAfterSeconds;
        if (a > n || ++o > oi) throw i;
        await e(a * 1e3);
      } else if (!r || !Y(i, 'Offline') || ++s > 1) throw i;
    }
}
var Zr = {
  profiles: Me,
  groups: X,
  memberships: me,
  posts: ce,
  comments: z,
  revisions: Pe,
  reactions: oe,
  readMarks: Ie,
  kudos: q,
};
var si = (e) => e.split(' ')[0] ?? e;
function Yr(e, n, r) {
  let t = e.filter((s) => s.active),
    o = t.filter(({ id: s }) => s !== n).map(({ name: s }) => si(s));
  return { known: !0, count: t.length, firstNames: o.slice(0, 3), laterJoiners: r };
}
var Co = (e) =>
  e.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
function et(e, { name: n, title: r = '' }) {
  let t = Co(`${n} ${r}`);
  return Co(e).every((o) => t.some((s) => s.startsWith(o)));
}
function nt(e) {
  let n = new Set(),
    r = () => {};
  return {
    announce(t) {
      for (let o of [...n])
        e(() => {
          n.has(o) && o(t);
        });
    },
    onListening: (t) => {
      r = t;
    },
    subscribe(t) {
      let o = (s) => t(s);
      return (
        n.add(o),
        n.size === 1 && r(!0),
        () => {
          n.delete(o) && n.size === 0 && r(!1);
        }
      );
    },
  };
}
var ii = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  rt = (e) => Array.from(e(new Uint8Array(24)), (n) => ii[n & 63]).join('');
var ai = 'abcdefghijklmnopqrstuvwxyz234567';
var cr = new Map(),
  ui = 5e3;
function Re(...e) {
  let n = JSON.stringify(e),
    r = cr.get(n);
  if (r) return r;
  cr.size >= ui && cr.clear();
  let t = ci(n);
  return (cr.set(n, t), t);
}
async function ci(e) {
  let n = new TextEncoder().encode(e),
    r = new Uint8Array(await crypto.subtle.digest('SHA-256', n)),
    t = '';
  for (let o = 0; o < 40; o += 1) {
    let s = o * 5,
      i = ((r[s >> 3] ?? 0) << 8) | (r[(s >> 3) + 1] ?? 0);
    t += ai[(i >> (11 - (s & 7))) & 31] ?? '';
  }
  return t;
}
function En(e, n) {
  return e === E
    ? 'community'
    : e === de(n)
      ? 'people'
      : j(e)
        ? { closed: e }
        : Ue(e)
          ? 'groups'
          : void 0;
}
var Ue = (e) => e.startsWith(G('')) && e !== G(''),
  li = ['community', 'groups', 'people', 'closed'],
  pi = {
    profiles: ['community'],
    groups: ['community', 'closed'],
    memberships: ['community'],
    kudos: ['community'],
    posts: ['groups', 'closed'],
    comments: ['groups', 'closed'],
    revisions: ['groups', 'closed'],
    reactions: ['groups', 'closed'],
    readMarks: ['people'],
  },
  Eo = (e) => pi[e] ?? li,
  He = (e, n) => Eo(e).includes(typeof n == 'string' ? n : 'closed'),
  mn = (e) => Eo(e).filter((n) => n !== 'closed');
function Be(e) {
  let n = e.slice(Ee('').length);
  if (/^\d+$/.test(n)) return n;
  let r = new TextEncoder().encode(n);
  return `x${Array.from(r, (t) => t.toString(16).padStart(2, '0')).join('')}`;
}
function An(e) {
  if (/^\d+$/.test(e)) return Ee(e);
  let n = /^x((?:[0-9a-f]{2})+)$/.exec(e)?.[1];
  if (n === void 0) return;
  let r = Uint8Array.from(n.match(/../g) ?? [], (t) => Number.parseInt(t, 16));
  return Ee(new TextDecoder().decode(r));
}
var Ao = (e) => e.charAt(0).toUpperCase() + e.slice(1),
  k = { slot: 'KtSlot', owner: 'KtOwner', key: 'KtKey', fields: 'KtFields' },
  J = (e) => `KtIndex${Ao(e)}`,
  fi = { community: '', groups: 'OfGroups', people: 'OfPeople' },
  $n = 'In';
function Se(e, n) {
  let r = `Kantine${Ao(e.name)}`;
  return typeof n != 'string'
    ? `${r}${$n}${Be(n.closed)}`
    : mn(e.name).length === 1
      ? r
      : r + fi[n];
}
function $o(e, n) {
  let r = Object.keys(e.indexes).map((t) => ({ name: J(t), kind: 'text' }));
  return {
    name: Se(e, n),
    columns: [
      { name: k.slot, kind: 'unique' },
      { name: k.owner, kind: 'text' },
      ...r,
      { name: k.key, kind: 'note' },
      { name: k.fields, kind: 'note' },
    ],
    readSecurity: n === 'people' ? 2 : 1,
    writers: 'readers',
  };
}
var lr = {
    name: 'KantineContainers',
    columns: [
      { name: k.slot, kind: 'unique' },
      { name: k.key, kind: 'note' },
    ],
    readSecurity: 1,
    writers: 'readers',
  },
  pr = {
    name: 'KantineRequests',
    columns: [
      { name: k.slot, kind: 'unique' },
      { name: k.key, kind: 'note' },
      { name: k.fields, kind: 'note' },
    ],
    readSecurity: 2,
    writers: 'readers',
  },
  fr = {
    name: 'KantineSetup',
    columns: [
      { name: k.slot, kind: 'unique' },
      { name: k.fields, kind: 'note' },
    ],
    readSecurity: 1,
    writers: 'owners',
  };
function tt(e) {
  let n = e.flatMap((r) => mn(r.name).map((t) => $o(r, t)));
  return [fr, lr, pr, ...n];
}
function Mn(e, n) {
  let r = { closed: n };
  return e.filter(({ name: t }) => He(t, r)).map((t) => $o(t, r));
}
function L(e, n) {
  let t = `${decodeURIComponent(new URL(e).pathname).replace(/\/+$/, '')}/Lists/${n}`.replaceAll(
    "'",
    "''",
  );
  return `web/getList('${encodeURIComponent(t)}')`;
}
var ot = (e) => ({
  ...e,
  webUrl: e.webUrl.replace(/\/+$/, ''),
  fetch: e.fetch ?? ((n, r) => fetch(n, r)),
  now: e.now ?? (() => Date.now()),
  wait: e.wait ?? ((n) => new Promise((r) => setTimeout(r, n))),
});
var Te = class extends Error {
    status;
    code;
    constructor(n, r, t, o) {
      (super(t, o), (this.name = 'Refusal'), (this.status = n), (this.code = r));
    }
  },
  Qe = '-2130575169',
  ze = '-2147024860',
  di = ['-2130575252', '-2130575251'],
  mi = 10,
  K = (e, n) => e instanceof Te && e.status === n,
  se = (e, n) => e instanceof Te && e.code === n,
  Mo = (e) => e instanceof Te && di.includes(e.code);
async function dr(e) {
  if (e instanceof Te || e instanceof Ge) return e;
  let { response: n, status: r } = e;
  if (!n || r === void 0) return new Ge({ cause: e });
  if (r === 429 || r === 503) {
    let s = Number(n.headers.get('retry-after') ?? Number.NaN);
    return new gn(s >= 0 ? s : mi, { cause: e });
  }
  if (r >= 500 && r !== 500) return new Ge({ cause: e });
  let { code: t, message: o } = await yi(n);
  return new Te(r, t, o, { cause: e });
}
async function yi(e) {
  let n = await e
    .clone()
    .text()
    .catch(() => '');
  try {
    let r = JSON.parse(n),
      t = (r['odata.error'] ?? r.error)?.code ?? '',
      o = r['odata.error']?.message?.value ?? r.error?.message ?? n;
    return { code: t.split(',')[0] ?? '', message: o };
  } catch {
    return { code: '', message: n };
  }
}
function W(e, n) {
  return e instanceof Te && [401, 403, 404].includes(e.status) ? new $(n, { cause: e }) : e;
}
var I = (e) => ({ method: 'GET', path: e }),
  F = (e, n = {}) => ({ method: 'POST', path: e, body: n }),
  Fe = (e, n, r = '*') => ({ method: 'MERGE', path: e, body: n, version: r });
function S(e) {
  if (!e) throw new RangeError('A batch answered fewer operations than it was asked.');
  if (!e.ok) throw e.error;
  return e.value;
}
function he(e) {
  return e?.ok === !1 && K(e.error, 404) ? void 0 : S(e);
}
import { createBatch as hi } from '@pnp/sp/batching.js';
import { SPQueryable as st, spGet as gi, spPost as wi } from '@pnp/sp/spqueryable.js';
import {
  DefaultParse as vi,
  InjectHeaders as xi,
  RejectOnError as bi,
  ResolveOnData as ki,
} from '@pnp/queryable';
function To({ webUrl: e, fetch: n, now: r, formDigest: t }) {
  let o = (l, u) => ({ value: l, until: r() + u * 1e3 - 6e4 }),
    s;
  t && (s = Promise.resolve(o(t.value, t.seconds)));
  let i = async () => {
      let l = await n(`${e}/_api/contextinfo`, {
        method: 'POST',
        headers: { Accept: 'application/json;odata=nometadata' },
        credentials: 'same-origin',
      });
      if (!l.ok)
        throw Object.assign(new Error('No form digest.'), { response: l, status: l.status });
      let u = await l.json();
      return o(u.FormDigestValue, u.FormDigestTimeoutSeconds);
    },
    a = () => {
      s = void 0;
    };
  return {
    forget: a,
    value: async () => (
      s && (await s).until <= r() && a(),
      (s ??= i().catch((l) => {
        throw (a(), l);
      })),
      (await s).value
    ),
  };
}
function Fo(e) {
  let n = [];
  async function r() {
    let t = n;
    n = [];
    try {
      let o = await e(t.flatMap(({ operations: i }) => i)),
        s = 0;
      for (let { operations: i, resolve: a } of t) a(o.slice(s, (s += i.length)));
    } catch (o) {
      for (let { reject: s } of t) s(o);
    }
  }
  return (t) =>
    new Promise((o, s) => {
      (n.length === 0 &&
        setTimeout(() => {
          r();
        }, 2),
        n.push({ operations: t, resolve: o, reject: s }));
    });
}
var it = 100,
  Pi = 5;
function at(e) {
  let { webUrl: n, wait: r } = e,
    t = { wait: r, longestWaitSeconds: Pi },
    o = To(e),
    s = st(n).using(
      xi({
        Accept: 'application/json;odata=minimalmetadata',
        'Content-Type': 'application/json;charset=utf-8',
      }),
      bi(),
      ki(),
      vi(),
      Ii(e, () => o.value()),
    ),
    i = ({ method: h, path: m, body: y, version: f }, c) => {
      let d = st([c, `${n}/_api/${m}`]);
      return h === 'GET'
        ? gi(d)
        : wi(d, {
            ...(y === void 0 ? {} : { body: JSON.stringify(y) }),
            headers: {
              ...(h === 'POST' ? {} : { 'X-HTTP-Method': h }),
              ...(f === void 0 ? {} : { 'IF-Match': f }),
            },
          });
    };
  async function a(h) {
    let m = st(s),
      [y, f] = hi(m, { maxRequests: it });
    m.using(y);
    let c = h.map((d) =>
      i(d, m).then(
        (w) => ({ ok: !0, value: w }),
        async (w) => ({ ok: !1, error: await dr(w) }),
      ),
    );
    return (await f(), Promise.all(c));
  }
  async function l(h) {
    try {
      return await h();
    } catch (m) {
      let y = await dr(m);
      if (!Mo(y)) throw y;
      return (
        o.forget(),
        await h().catch(async (f) => {
          throw await dr(f);
        })
      );
    }
  }
  async function u(h, m) {
    let y = [];
    return ur(t, m, async () => {
      let f = [...h.keys()].filter((w) => _o(y[w])),
        c = await l(() => a(f.map((w) => h[w])));
      for (let [w, v] of f.entries()) y[v] = c[w];
      let d = y.find(_o);
      return (d && S(d), y);
    });
  }
  async function p(h, m) {
    let y = [];
    for (let f = 0; f < h.length; f += it) {
      let c = h.slice(f, f + it);
      y.push(...(await u(c, m)));
    }
    return y;
  }
  let g = Fo((h) => p(h, !0));
  return {
    send: (h) => ur(t, h.method === 'GET', () => l(() => i(h, s))),
    batch: async (h) => (h.length === 0 ? [] : g(h)),
    perform: async (h) => {
      for (let m of await p(h, !1)) S(m);
    },
  };
}
var _o = (e) => !e || (!e.ok && Y(e.error, 'Throttled')),
  Ii =
    ({ fetch: e }, n) =>
    (r) => (
      r.on.send.replace(async (t, o) => {
        let s = { ...o.headers };
        return (
          o.method !== 'GET' && (s['X-RequestDigest'] = await n()),
          e(t.toString(), { ...o, headers: s, credentials: 'same-origin' })
        );
      }),
      r
    );
var Ri = I(
    'web/lists?$select=LastItemModifiedDate,LastItemDeletedDate,ItemCount,RootFolder/Name&$expand=RootFolder&$filter=Hidden eq true',
  ),
  Si = 5e3,
  Do = 12,
  Ci = 2e3;
function ut(
  { environment: e, wire: n, identity: r, collections: t, hub: o },
  { visibility: s, everyMilliseconds: i = Si },
) {
  let a = Oi(t),
    l = new Map(),
    u = !1,
    p = 1,
    g = 0,
    h,
    m = !1;
  function y({ LastItemModifiedDate: v, LastItemDeletedDate: x, ItemCount: b }) {
    let C = e.now() - Date.parse(v) < Ci ? g : '';
    return [v, x, b, C].join(' ');
  }
  async function f() {
    let v = await n.send(Ri),
      x = de(await r.me());
    g += 1;
    let b = !1;
    for (let P of v) {
      let { Name: C } = P.RootFolder,
        _ = l.get(C),
        ae = y(P);
      if ((l.set(C, ae), _ === void 0 || _ === ae)) continue;
      let Ne = a.get(C),
        je = Ne ? Ei(Ne, x) : Ai(C, t);
      je && ((b = !0), o.announce(je));
    }
    return b;
  }
  async function c() {
    m = !0;
    try {
      p = (await f()) ? 1 : Math.min(p * 1.5, Do);
    } catch {
      p = Math.min(p * 2, Do);
    }
    ((m = !1), d(i * p));
  }
  function d(v) {
    (clearTimeout(h),
      !(!u || !s.isVisible() || m) &&
        (h = setTimeout(() => {
          c();
        }, v)));
  }
  function w() {
    ((p = 1), d(0));
  }
  (s.subscribe(w),
    o.onListening((v) => {
      ((u = v), w());
    }));
}
var Oi = (e) =>
  new Map(e.flatMap((n) => mn(n.name).map((r) => [Se(n, r), { collection: n.name, place: r }])));
function Ei({ collection: e, place: n }, r) {
  return { collection: e, container: { community: E, groups: '*', people: r }[n] };
}
function Ai(e, n) {
  let r = An(/In(\w+)$/.exec(e)?.[1] ?? '');
  if (r === void 0) return;
  let t = { closed: r },
    o = n.find((s) => Se(s, t) === e);
  return o && { collection: o.name, container: r };
}
async function* ge(e) {
  let n = await Promise.all(e.map((r) => r.next([])));
  for (;;) {
    let r = n.map((i) => (i.done === !0 ? [] : i.value));
    if (n.every((i) => i.done === !0)) break;
    let t = yield r.flat(),
      o = 0,
      s = r.map(({ length: i }) => t.slice(o, (o += i)));
    n = await Promise.all(n.map(async (i, a) => (i.done === !0 ? i : e[a].next(s[a] ?? []))));
  }
  return n.map((r) => r.value);
}
async function Ce(e, n) {
  let r = await n.next([]);
  for (; r.done !== !0;) r = await n.next(r.value.length === 0 ? [] : await e.batch(r.value));
  return r.value;
}
var No = ({ readSecurity: e }) => ({
  ReadSecurity: e,
  WriteSecurity: 2,
  NoCrawl: !0,
  Hidden: !0,
  EnableAttachments: !1,
  EnableVersioning: !1,
});
async function Tn(e) {
  (await Mi(e, await ct(e)), await Ti(e));
}
var $i = '?$select=HasUniqueRoleAssignments,ReadSecurity,WriteSecurity';
async function ct({ environment: e, wire: n, lists: r }) {
  return (await n.batch(r.map(({ name: o }) => I(`${L(e.webUrl, o)}${$i}`)))).map((o) => he(o));
}
async function Mi({ environment: e, wire: n, lists: r }, t) {
  let o = r.flatMap((s, i) => {
    let a = t[i];
    return a
      ? a.ReadSecurity === s.readSecurity && a.WriteSecurity === 2
        ? []
        : [Fe(L(e.webUrl, s.name), No(s))]
      : [F('web/lists', { Title: s.name, BaseTemplate: 100, ...No(s) })];
  });
  await n.perform(o);
}
async function Ti({ environment: e, wire: n, lists: r }) {
  let t = await n.batch(
      r.map(({ name: s }) =>
        I(`${L(e.webUrl, s)}/fields?$select=InternalName,Indexed,EnforceUniqueValues`),
      ),
    ),
    o = r.flatMap((s, i) => {
      let a = S(t[i]),
        l = `${L(e.webUrl, s.name)}/fields`;
      return s.columns.flatMap((u) => {
        let p = a.find(({ InternalName: g }) => g === u.name);
        return p ? Ni(l, u, p) : [Di(l, u)];
      });
    });
  await n.perform(o);
}
var Fi = {
    text: "Type='Text' MaxLength='255' Indexed='TRUE'",
    unique: "Type='Text' MaxLength='255' Indexed='TRUE' EnforceUniqueValues='TRUE'",
    note: "Type='Note' NumLines='6' RichText='FALSE' AppendOnly='FALSE'",
  },
  _i = 8,
  Di = (e, { name: n, kind: r }) =>
    F(`${e}/createFieldAsXml`, {
      parameters: {
        SchemaXml: `<Field ${Fi[r]} Name='${n}' StaticName='${n}' DisplayName='${n}'/>`,
        Options: _i,
      },
    });
function Ni(e, { name: n, kind: r }, t) {
  let o = { Indexed: r !== 'note', EnforceUniqueValues: r === 'unique' };
  return t.Indexed === o.Indexed && t.EnforceUniqueValues === o.EnforceUniqueValues
    ? []
    : [Fe(`${e}/getByInternalNameOrTitle('${n}')`, o)];
}
var ji = { read: 2, contribute: 3, full: 5 },
  mr = (e) => S(e).Id,
  lt = (e) => he(e)?.Id;
async function jo({ wire: e }) {
  let n = await e.batch([
    ...Object.values(ji).map((r) => I(`web/roleDefinitions/getByType(${r})?$select=Id`)),
    ...['Owner', 'Member', 'Visitor'].map((r) => I(`web/associated${r}Group?$select=Id`)),
    I('web/currentUser?$select=Id'),
  ]);
  return {
    roles: { read: mr(n[0]), contribute: mr(n[1]), full: mr(n[2]) },
    owners: lt(n[3]),
    members: lt(n[4]),
    visitors: lt(n[5]),
    me: mr(n[6]),
  };
}
async function Go(e) {
  let n = await ct(e);
  return e.lists.flatMap((r, t) =>
    n[t]?.HasUniqueRoleAssignments === !0
      ? []
      : [F(`${ft(e, r)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`)],
  );
}
var ft = ({ environment: e }, { name: n }) => L(e.webUrl, n),
  pt = (e, { to: n, role: r }) =>
    F(`${e}/roleAssignments/addRoleAssignment(principalId=${n},roleDefId=${r})`);
async function Vo(e) {
  let { roles: n, owners: r, members: t, visitors: o } = await jo(e),
    s = [t, o].filter((a) => a !== void 0),
    i = e.lists.flatMap((a) => {
      let l = a.writers === 'readers' ? n.contribute : n.read;
      return [
        ...(r === void 0 ? [] : [{ to: r, role: n.full }]),
        ...s.map((p) => ({ to: p, role: l })),
      ].map((p) => pt(ft(e, a), p));
    });
  await e.wire.perform([...(await Go(e)), ...i]);
}
async function Ko(e, n) {
  let { roles: r, owners: t, me: o } = await jo(e),
    s = e.lists.map((a) => ft(e, a));
  (await e.wire.perform(await Go(e)),
    t !== void 0 &&
      (await e.wire.perform(s.map((a) => pt(a, { to: t, role: r.full }))),
      await e.wire.batch(
        s.map((a) =>
          F(`${a}/roleAssignments/removeRoleAssignment(principalId=${o},roleDefId=${r.full})`),
        ),
      )));
  let i = s.toReversed();
  await e.wire.perform(i.map((a) => pt(a, { to: n, role: r.contribute })));
}
var yr = `KantineMembers${$n}`,
  Lo = `KantineStewards${$n}`,
  Je = (e) => ({
    members: `web/siteGroups/getByName('${yr}${Be(e)}')`,
    stewards: `web/siteGroups/getByName('${Lo}${Be(e)}')`,
  }),
  Wo = (e) =>
    e.flatMap(({ Title: n }) => {
      let r = n.startsWith(yr) ? n.slice(yr.length) : '',
        t = An(r);
      return t === void 0 ? [] : [t];
    }),
  Uo = async (e) => Wo(await e.send(I('web/siteGroups?$select=Title&$top=5000')));
async function hr(e) {
  let [n] = await e.batch([I('web/currentUser/groups?$select=Title')]);
  return Wo(S(n));
}
var Gi = { OnlyAllowMembersViewMembership: !0, AllowMembersEditMembership: !1 };
async function Ho(e, n, { founder: r, me: t }) {
  let o = Be(n),
    s = await qo(e, `${Lo}${o}`),
    i = await qo(e, `${yr}${o}`),
    a = await gr(e, r),
    l = (u) => `web/siteGroups/getById(${u})`;
  if (
    (await e.perform(
      [s, i].flatMap((u) => [
        F(`${l(u)}/users`, { LoginName: a }),
        F(`${l(u)}/setUserAsOwner(${s})`),
      ]),
    ),
    t !== r)
  )
    for (let u of [s, i]) await yn(e, l(u), t);
  return i;
}
async function gr(e, n) {
  let r = `web/getUserById(${n})?$select=LoginName`;
  return (await e.send(I(r))).LoginName;
}
async function qo(e, n) {
  let [r] = await e.batch([I(`web/siteGroups/getByName('${n}')?$select=Id`)]),
    t = he(r);
  return t
    ? t.Id
    : (await e.send(F('web/siteGroups', { Title: n, Description: 'Made by Kantine', ...Gi }))).Id;
}
var Xe = (e) => S(e).map(({ Id: n }) => String(n)),
  Ze = (e) => I(`${e}/users?$select=Id`);
async function yn(e, n, r) {
  let [t] = await e.batch([Ze(n)]);
  Xe(t).includes(r) && (await e.send(F(`${n}/users/removeById(${r})`)));
}
async function wr(e, n, r) {
  let { environment: t, wire: o, collections: s } = e;
  await Vi(e, n, r);
  let i = await Ho(o, n, r),
    a = { environment: t, wire: o, lists: Mn(s, n) };
  (await Tn(a), await Ko(a, i));
}
async function Vi({ wire: e }, n, { founder: r, me: t }) {
  let [o] = await e.batch([Ze(Je(n).stewards)]);
  if (!he(o)) return;
  let s = Xe(o);
  if (!s.every((a) => a === r || a === t) && !s.includes(r)) throw new H(n);
}
var Ki = 1,
  Bo = 14,
  qi = 1 << 30,
  dt = ({ Low: e }) => (Number(e) & qi) !== 0;
async function Fn(e) {
  let [n] = await e.batch([I('web/effectiveBasePermissions')]);
  return dt(S(n));
}
function vr({ Low: e }) {
  let n = Number(e);
  return (n & Ki) === 0 ? 'none' : (n & Bo) === Bo ? 'write' : 'read';
}
var mt = 2,
  Qo = 'schema',
  yt = ({ environment: e }) => `${L(e.webUrl, fr.name)}/items`,
  zo = (e) => `${yt(e)}?$select=Id,${k.fields}&$filter=${k.slot} eq '${Qo}'&$top=1`;
async function Jo(e) {
  let [n] = await e.wire.send(I(zo(e))),
    r = { [k.slot]: Qo, [k.fields]: JSON.stringify({ schemaVersion: mt }) };
  n
    ? Xo(n) !== mt && (await e.wire.send(Fe(`${yt(e)}(${n.Id})`, r)))
    : await e.wire.send(F(yt(e), r));
}
function Xo(e) {
  try {
    let { schemaVersion: n } = JSON.parse(e?.KtFields ?? '{}');
    return typeof n == 'number' ? n : 0;
  } catch {
    return 0;
  }
}
async function ht(e) {
  let [n, r, t] = await e.wire.batch([
      I(zo(e)),
      I('web/effectiveBasePermissions'),
      I('web/associatedOwnerGroup/users?$select=Title'),
    ]),
    s = n?.ok === !1 && [400, 403, 404].some((i) => K(n.error, i)) ? 0 : Xo(S(n)[0]);
  return s >= mt
    ? { kind: 'ready' }
    : {
        kind: s === 0 ? 'missing' : 'outdated',
        canSetUp: r?.ok === !0 && dt(r.value),
        owners: t?.ok ? t.value.map(({ Title: i }) => i) : [],
      };
}
async function gt(e) {
  let { environment: n, wire: r, collections: t } = e,
    o = { environment: n, wire: r, lists: tt(t) };
  try {
    (await Tn(o), await Vo(o));
    for (let s of await Uo(r)) await Tn({ environment: n, wire: r, lists: Mn(t, s) });
    await Jo(e);
  } catch (s) {
    throw K(s, 403) || K(s, 401) ? new $('the setup of Kantine', { cause: s }) : s;
  }
}
var xr = (e) =>
    String(Math.min(Math.max(Math.round(e), 0), Number.MAX_SAFE_INTEGER)).padStart(16, '0'),
  hn = (e, n, r) => Re('owner', e, n, r),
  Dn = (e, n, r, t) => Re('slot', e, n, r, `${t}`),
  Nn = 24,
  _e = (e, n, r) => Re('index', e, n, r),
  wt = (e, n) => (e === 'created' ? '' : `.${xr(Number(n[e]))}`),
  Ye = (e, n) => (e === void 0 ? '' : String(n[e]));
async function vt(e, n, r) {
  let t = Object.keys(e.fields).map((s) => [s, r[s]]),
    o = { [k.fields]: JSON.stringify(Object.fromEntries(t)) };
  for (let [s, { partition: i, order: a }] of Object.entries(e.indexes)) {
    let l = Ye(i, r),
      u = await _e(n, s, l);
    o[J(s)] = u + wt(a, r);
  }
  return o;
}
var ie = ['Id', 'AuthorId', 'Created', 'Modified', k.slot, k.owner, k.key, k.fields];
function _n(e) {
  if (typeof e == 'string')
    try {
      return JSON.parse(e);
    } catch {
      return;
    }
}
var Li = (e) => typeof e == 'object' && e !== null && !Array.isArray(e);
function en(e, { collection: n, container: r }) {
  let t = _n(e[k.key]),
    o = Rr(n, _n(e[k.fields]));
  if (!(typeof t != 'string' || !Li(o)))
    return {
      id: String(e.Id),
      container: r,
      author: String(e.AuthorId),
      created: Date.parse(e.Created),
      modified: Date.parse(e.Modified),
      version: e['odata.etag'],
      key: t,
      fields: o,
    };
}
var br = (e) => /^[1-9]\d{0,9}$/.test(e) && Number(e) <= 2147483647;
var Zo = ['Id', 'AuthorId', k.slot, k.key, k.fields].join(','),
  jn = ({ environment: e }) => `${L(e.webUrl, pr.name)}/items`,
  xt = (e, n) => Re('request', e, n);
async function es(e, n, r, t) {
  let o = {
    [k.slot]: await xt(n, r),
    [k.key]: JSON.stringify(n),
    [k.fields]: JSON.stringify({ note: t, approved: !1 }),
  };
  try {
    await e.wire.send(F(jn(e), o));
  } catch (s) {
    if (!se(s, Qe)) throw s;
  }
  return 'requested';
}
async function Yo(e, n) {
  let r = _n(e[k.key]),
    { note: t, approved: o } = _n(e[k.fields]) ?? {},
    s = String(e.AuthorId);
  if (!(typeof r != 'string' || !j(r) || typeof t != 'string') && e[k.slot] === (await xt(r, s)))
    return { container: r, by: s, note: t, approved: o === !0, mayApprove: n };
}
function ns(e, n) {
  let { wire: r } = e;
  async function t(o, s) {
    let i = `${k.slot} eq '${await xt(o, s)}'`;
    return (await r.send(I(`${jn(e)}?$select=${Zo}&$filter=${i}&$top=1`))).find(
      ({ AuthorId: l }) => String(l) === s,
    );
  }
  return {
    async requests() {
      let [o, s] = await Promise.all([
          r.batch([I(`${jn(e)}?$select=${Zo}&$orderby=ID&$top=500`)]),
          Fn(r),
        ]),
        [i] = o,
        a = he(i) ?? [];
      return (await Promise.all(a.map((u) => Yo(u, s)))).filter((u) => u !== void 0);
    },
    async approve(o, s) {
      if (!(await Fn(r))) throw new $(o);
      let i = await t(o, s),
        a = i && (await Yo(i, !0));
      if (!a) throw new D(`request for ${o}`);
      await wr(e, o, { founder: s, me: await n.me() });
      let l = { note: a.note, approved: !0 };
      await r.send(Fe(`${jn(e)}(${i.Id})`, { [k.fields]: JSON.stringify(l) }));
    },
    async endRequest(o, s) {
      let i = await t(o, s);
      if (i)
        try {
          await r.send({ method: 'DELETE', path: `${jn(e)}(${i.Id})`, version: '*' });
        } catch (a) {
          if (!K(a, 404)) throw W(a, o);
        }
    },
  };
}
async function kr(e, n) {
  if (!j(e)) throw new $(e);
  try {
    return await n();
  } catch (r) {
    throw W(r, e);
  }
}
function rs(e, n) {
  let { wire: r } = e;
  async function t(i) {
    let a = Je(i),
      [l, u] = await r.batch([Ze(a.members), Ze(a.stewards)]),
      p = u?.ok === !1 && K(u.error, 403),
      g = new Set(p ? [] : Xe(u));
    return Xe(l).map((h) => ({ person: h, role: g.has(h) ? 'steward' : 'member' }));
  }
  let o = new Map();
  function s(i) {
    let a = o.get(i) ?? t(i).finally(() => o.delete(i));
    return (o.set(i, a), a);
  }
  return {
    createClosed: (i, a) =>
      kr(i, async () => {
        let l = await n.me();
        return (await Fn(r))
          ? (await wr(e, i, { founder: l, me: l }), 'made')
          : (await hr(r)).includes(i)
            ? 'made'
            : es(e, i, l, a);
      }),
    joined: () => hr(r),
    members: (i) => kr(i, () => s(i)),
    admit: (i, a, l) =>
      kr(i, async () => {
        let u = Je(i),
          p = await gr(r, a),
          g = (h) => F(`${h}/users`, { LoginName: p });
        l === 'steward'
          ? await r.perform([g(u.stewards), g(u.members)])
          : (await r.perform([g(u.members)]), await yn(r, u.stewards, a));
      }),
    expel: (i, a) =>
      kr(i, async () => {
        let l = Je(i),
          u = await n.me();
        (await yn(r, l.members, a),
          await yn(r, l.stewards, a).catch((g) => {
            if (a !== u || !K(g, 403)) throw g;
          }));
      }),
  };
}
function ts({ site: e, directory: n, identity: r, registry: t, listOf: o }) {
  let { wire: s } = e,
    i = rs(e, r);
  async function* a(g) {
    let h = yield g.map((y) => I(`${o(y)}/effectiveBasePermissions`)),
      m = new Map();
    for (let [y, f] of g.entries())
      try {
        m.set(f, vr(S(h[y])));
      } catch (c) {
        if (!Y(W(c, 'this place'), 'Forbidden')) throw c;
        m.set(f, 'none');
      }
    return m;
  }
  async function* l(g) {
    try {
      return yield* t.missing(g);
    } catch (h) {
      if (!(h instanceof $)) throw h;
      return new Set(g.filter(Ue));
    }
  }
  async function* u(g, h) {
    let m = new Map(g.map((d) => [d, En(d, h)])),
      y = [...new Set([...m.values()].filter((d) => d !== void 0))],
      [f, c] = yield* ge([a(y), l(g)]);
    return new Map(
      g.map((d) => {
        let w = m.get(d),
          v = w === void 0 || c.has(d) ? 'none' : f.get(w);
        return [d, v ?? 'none'];
      }),
    );
  }
  async function p(g) {
    try {
      let h = await i.members(g),
        m = await U(
          n,
          h.map(({ person: y }) => y),
        );
      return Yr(m, await r.me(), !0);
    } catch (h) {
      if (Y(h, 'Forbidden')) return { known: !1 };
      throw h;
    }
  }
  return {
    async create(g) {
      (await r.me(), await t.register(g));
    },
    async rights(g) {
      let h;
      try {
        h = await r.me();
      } catch (m) {
        if (!(m instanceof $)) throw m;
        return new Map(g.map((y) => [y, 'none']));
      }
      return Ce(s, u(g, h));
    },
    async audience(g) {
      return j(g)
        ? p(g)
        : g === de(await r.me())
          ? { known: !0, count: 1, firstNames: [], laterJoiners: !1 }
          : { known: !1 };
    },
    ...i,
    ...ns(e, r),
  };
}
var nn = 5e3;
function os(e, { select: n, filter: r, by: t, order: o, after: s, top: i }) {
  let a = o === 'ascending' ? 'asc' : 'desc',
    l = [
      `$select=${n.join(',')}`,
      ...(r === void 0 ? [] : [`$filter=${encodeURIComponent(r)}`]),
      `$orderby=${encodeURIComponent([...(t === void 0 ? [] : [t]), 'ID'].map((u) => `${u} ${a}`).join(','))}`,
      ...(s ? [`$skiptoken=${encodeURIComponent(Wi(s, t))}`] : []),
      `$top=${i}`,
    ];
  return I(`${e}/items?${l.join('&')}`);
}
var Wi = ({ id: e, text: n }, r) =>
  `Paged=TRUE${r === void 0 ? '' : `&p_${r}=${n ?? ''}`}&p_ID=${e}`;
function De(e, { select: n, column: r, type: t, values: o, order: s, top: i }) {
  let a = o.map((g) => `<Value Type='${t}'>${g}</Value>`).join(''),
    l = s === 'ascending' ? 'TRUE' : 'FALSE',
    u = n.map((g) => `<FieldRef Name='${Ui(g)}'/>`).join(''),
    p = `<View><Query><Where><In><FieldRef Name='${r}'/><Values>${a}</Values></In></Where><OrderBy><FieldRef Name='ID' Ascending='${l}'/></OrderBy></Query><ViewFields>${u}</ViewFields><RowLimit>${i}</RowLimit></View>`;
  return F(`${e}/getItems?$select=${n.join(',')}`, { query: { ViewXml: p } });
}
var Ui = (e) => (e === 'Id' ? 'ID' : e === 'AuthorId' ? 'Author' : e),
  Pr = (e, n) => I(`${e}/items?$select=Id,AuthorId&$filter=${k.slot} eq '${n}'&$top=1`);
var ss = (e) => Re('container', e);
function is(e, n) {
  let r = L(e.webUrl, lr.name),
    t = new Set();
  async function* o(s) {
    let [i] = yield [Pr(r, await ss(s))];
    try {
      if (S(i).length === 0) return !0;
    } catch (a) {
      throw W(a, s);
    }
    return (t.add(s), !1);
  }
  return {
    async register(s) {
      if (!Ue(s)) throw new $(s);
      let i = { [k.slot]: await ss(s), [k.key]: JSON.stringify(s) };
      try {
        await n.send(F(`${r}/items`, i));
      } catch (a) {
        if (!se(a, Qe)) throw W(a, s);
      }
      t.add(s);
    },
    async *missing(s) {
      let i = [...new Set(s)].filter((l) => Ue(l) && !t.has(l)),
        a = yield* ge(i.map(o));
      return new Set(i.filter((l, u) => a[u]));
    },
  };
}
function Gn({ UserProfileProperties: e }, ...n) {
  return n.map((t) => e.find(({ Key: o }) => o === t)?.Value).find((t) => t !== void 0 && t !== '');
}
function as(e, { Id: n, Title: r, Email: t, LoginName: o }, s, i) {
  if (!s) return { id: String(n), name: r, active: !1 };
  let a = o.slice(o.lastIndexOf('|') + 1),
    l = bt(s.Email, t),
    u = {
      title: bt(s.Title, Gn(s, 'SPS-JobTitle', 'Title')),
      department: Gn(s, 'Department', 'SPS-Department'),
      place: Gn(s, 'Office', 'SPS-Location'),
      email: l,
      photo: `${e}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(a)}`,
      manager: i,
    };
  return { id: String(n), name: bt(s.DisplayName, r) ?? a, active: !0, ...Hi(u) };
}
var bt = (...e) => e.find((n) => n != null && n !== '') ?? void 0,
  Hi = (e) => Object.fromEntries(Object.entries(e).filter(([, n]) => n !== void 0));
var Pt = '$select=Id,LoginName,Title,Email,PrincipalType',
  Bi = (e) => /^[1-9]\d{0,8}$/.test(e),
  It = 1,
  us = 300;
function ls(e, n) {
  let r = new Map(),
    t,
    o = new Map(),
    s = ({ Id: y, LoginName: f }) => {
      o.set(f.toLowerCase(), String(y));
    };
  async function i(y) {
    let c = [...new Set(y.filter((w) => w !== void 0))].filter((w) => !o.has(w.toLowerCase()));
    (await kt(n.batch(c.map(cs)))).forEach(s);
  }
  async function a(y) {
    y.forEach(s);
    let f = y.filter(({ Id: v }) => !r.has(String(v))),
      d = (await n.batch(f.map(({ LoginName: v }) => Qi(v)))).map(zi),
      w = d.map((v) => v && Gn(v, 'Manager'));
    await i(w);
    for (let [v, x] of f.entries()) {
      let b = o.get(w[v]?.toLowerCase() ?? ''),
        P = as(e.webUrl, x, d[v], b);
      r.set(P.id, P);
    }
    return y.map(({ Id: v }) => r.get(String(v))).filter((v) => v !== void 0);
  }
  async function l(y) {
    let f = [...new Set(y)].filter(Bi),
      c = f.filter((d) => !r.has(d));
    return (
      c.length > 0 && (await a(await u(c))),
      f.map((d) => r.get(d)).filter((d) => d !== void 0)
    );
  }
  async function u(y) {
    if (t) {
      let d = (await t).filter(({ Id: w }) => y.includes(String(w)));
      if (d.length === y.length) return d;
    }
    let [f] = await Promise.all([
      kt(n.batch(y.map((c) => I(`web/getUserById(${c})?${Pt}`)))),
      y.length < 100 ? p() : void 0,
    ]);
    return f;
  }
  function p() {
    return (
      (t ??= g().catch((y) => {
        throw ((t = void 0), y);
      })),
      t
    );
  }
  async function g() {
    let y = `$filter=PrincipalType eq ${It}&$top=${us + 1}`,
      [f] = await n.batch([I(`web/siteUsers?${Pt}&${y}`)]),
      c = S(f);
    return (c.forEach(s), c.length > us ? [] : c);
  }
  async function h(y, f) {
    let c = {
        QueryString: y,
        MaximumEntitySuggestions: f,
        AllowEmailAddresses: !1,
        AllowMultipleEntities: !1,
        PrincipalSource: 15,
        PrincipalType: It,
      },
      d = await n.send(
        F(
          'SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePickerSearchUser',
          { queryParams: c },
        ),
      ),
      w = JSON.parse(d).filter(({ EntityType: x }) => x === 'User'),
      v = await kt(n.batch(w.map(({ Key: x }) => cs(x))));
    return a(v);
  }
  async function m(y, f) {
    let c = y.trim();
    if (c === '') return [];
    let [d, w] = await Promise.all([p().then(a), h(c.slice(0, 100), f)]);
    return [...new Map([...d, ...w].map((x) => [x.id, x])).values()]
      .filter((x) => x.active && et(c, x))
      .slice(0, f);
  }
  return { people: l, search: m };
}
async function kt(e) {
  return (await e).flatMap((n) => {
    if (!n.ok && (K(n.error, 404) || K(n.error, 400))) return [];
    let r = S(n);
    return r.PrincipalType === It ? [r] : [];
  });
}
var cs = (e) => F(`web/ensureUser?${Pt}`, { logonName: e }),
  Qi = (e) =>
    I(
      `SP.UserProfiles.PeopleManager/getPropertiesFor(accountName=@v)?@v='${encodeURIComponent(e.replaceAll("'", "''"))}'`,
    );
function zi(e) {
  if (e && !e.ok && K(e.error, 404)) return;
  let n = S(e);
  return n?.AccountName === void 0 ? void 0 : n;
}
async function Ji(e, n) {
  let { container: r } = n,
    t = en(e, n);
  if (!t) return;
  let { author: o, key: s } = t,
    [i, a] = await Promise.all([hn(r, o, s), Dn(r, o, s, 0)]);
  if (e[k.owner] === i)
    return e[k.slot] === a ? { record: t } : { suspect: { row: e, author: o, key: s, owner: i } };
}
async function* xe(e, n, r) {
  let t = await Promise.all(n.map((i) => Ji(i, r))),
    o = t.flatMap((i) => (i && 'suspect' in i ? [i.suspect] : [])),
    s = o.length === 0 ? void 0 : yield* Xi(e, o, r.container);
  return t.map((i) => {
    if (i)
      return 'record' in i
        ? i.record
        : s?.has(i.suspect.row) === !0
          ? en(i.suspect.row, r)
          : void 0;
  });
}
var Rt = 60;
async function* Xi(e, n, r) {
  let t = [...new Set(n.map(({ owner: l }) => l))],
    i = (yield Array.from({ length: Math.ceil(t.length / Rt) }, (l, u) =>
      t.slice(u * Rt, (u + 1) * Rt),
    ).map((l) =>
      De(e, {
        select: ['Id', 'AuthorId', k.slot, k.owner],
        column: k.owner,
        type: 'Text',
        values: l,
        order: 'ascending',
        top: nn,
      }),
    )).flatMap((l) => S(l)),
    a = new Set();
  for (let { row: l, author: u, key: p, owner: g } of n) {
    let h = i.filter((y) => y[k.owner] === g && `${y.AuthorId}` === u),
      m = new Set(h.map((y) => y[k.slot]));
    for (let y = 0; y < Nn; y += 1) {
      let f = await Dn(r, u, p, y);
      if (m.has(f)) {
        f === l[k.slot] && a.add(l);
        break;
      }
    }
  }
  return a;
}
var Zi = 1e3,
  Yi = 2147483647;
async function* Vn(e) {
  let { query: n, index: r, order: t, value: o, limit: s, range: i } = e,
    a = await _e(n.container, n.index, o),
    l = r.order !== 'created',
    u = ra(e, a),
    p = r.partition !== void 0 || (!l && i !== void 0),
    g = e.after,
    h = [];
  for (;;) {
    let y = !p && !l && i !== void 0 ? Zi : Math.min(s - h.length, nn),
      f = p ? ta(e, a, u, g, y) : oa(e, u, g, y),
      [c] = yield [os(e.list, f)];
    if (p && c && !c.ok && se(c.error, ze)) {
      p = !1;
      continue;
    }
    let d = S(c),
      w = yield* xe(e.list, d, n);
    for (let [v, x] of d.entries()) {
      let b = String(x[J(n.index)]);
      if (b < u.low || b > u.high) return h;
      g = { id: x.Id, text: b };
      let P = w[v];
      if (!P || !ea(P, b, e, a)) continue;
      let C = l ? 0 : na(P.created, i);
      if (
        C === (t === 'ascending' ? 1 : -1) ||
        (C === 0 && h.push({ record: P, position: g }), h.length >= s)
      )
        return h;
    }
    if (d.length < y) return h;
  }
}
function ea({ fields: e }, n, { index: r, value: t }, o) {
  let s = e;
  return Ye(r.partition, s) === t && n === o + wt(r.order, s);
}
function na(e, n) {
  return n?.from !== void 0 && e < n.from ? -1 : n?.to !== void 0 && e > n.to ? 1 : 0;
}
function ra({ index: e, range: n }, r) {
  if (e.order === 'created') return { low: r, high: r };
  let t = Math.max(Math.ceil(n?.from ?? 0), 0),
    o = Math.floor(n?.to ?? Number.MAX_SAFE_INTEGER);
  return o < 0 ? { low: `${r}.`, high: r } : { low: `${r}.${xr(t)}`, high: `${r}.${xr(o)}` };
}
var fs = (e) => [...ie, J(e)];
function ta({ query: e, index: n, order: r, range: t }, o, { low: s, high: i }, a, l) {
  let u = J(e.index),
    p = { select: fs(e.index), order: r, top: l, ...(a ? { after: a } : {}) };
  if (n.order !== 'created') return { ...p, by: u, filter: `${u} ge '${s}' and ${u} le '${i}'` };
  let g = [
    ...(t?.from === void 0 ? [] : [`Created ge datetime'${ps(t.from, Math.ceil)}'`]),
    ...(t?.to === void 0 ? [] : [`Created le datetime'${ps(t.to, Math.floor)}'`]),
  ];
  return { ...p, filter: [`${u} eq '${o}'`, ...g].join(' and ') };
}
function oa({ query: e, order: n }, { low: r, high: t }, o, s) {
  let i = n === 'ascending' ? { text: r, id: 0 } : { text: t, id: Yi };
  return {
    select: fs(e.index),
    order: n,
    top: s,
    by: J(e.index),
    after: o ? { text: o.text ?? r, id: o.id } : i,
  };
}
var sa = 253402300799;
function ps(e, n) {
  let r = Math.min(Math.max(n(e / 1e3), 0), sa);
  return new Date(r * 1e3).toISOString().replace('.000', '');
}
var ds = ({ id: e, text: n }) => {
  let r = n?.split('.')[1];
  return r === void 0 ? `${e}` : `${r}.${e}`;
};
function ms(e, n, r) {
  let t = (r ? /^(\d{16})\.(\d{1,10})$/ : /^()(\d{1,10})$/).exec(e),
    o = Number(t?.[2] ?? Number.NaN);
  if (!t || !(o <= 2147483647)) throw new RangeError('No page gave this cursor.');
  return { id: o, text: r ? `${n}.${t[1] ?? ''}` : n };
}
function Ir(e, n) {
  if (e.index === 'id') return ia(e, n);
  if (e.index === 'key') return ua(e, n);
  let r = e.collection.indexes[e.index];
  return e.in ? pa(e, n, r, [...new Set(e.in)]) : ca(e, n, r);
}
var ys = ({ eq: e, in: n }) => [...new Set(n ?? (e === void 0 ? [] : [e]))];
async function* ia(e, n) {
  let r = ys(e).filter(br);
  if (r.length === 0) return { records: [] };
  let t = De(n, {
      select: ie,
      column: 'ID',
      type: 'Counter',
      values: r,
      order: 'ascending',
      top: r.length,
    }),
    [o] = yield [t],
    s = yield* St(S(o), e, n),
    i = new Map(s.map((a) => [a.id, a]));
  return { records: r.map((a) => i.get(a)).filter((a) => a !== void 0) };
}
var aa = 20;
async function* ua(e, n) {
  let r = await Promise.all(
    ys(e).map(async (a) => {
      let [l = '', u = ''] = JSON.parse(a);
      return { author: l, key: u, digest: await hn(e.container, l, u) };
    }),
  );
  if (r.length === 0) return { records: [] };
  let t = De(n, {
      select: ie,
      column: k.owner,
      type: 'Text',
      values: r.map(({ digest: a }) => a),
      order: 'ascending',
      top: r.length * aa,
    }),
    [o] = yield [t],
    s = yield* St(S(o), e, n);
  return {
    records: r
      .map(({ author: a, key: l }) => s.find((u) => u.author === a && u.key === l))
      .filter((a) => a !== void 0),
  };
}
async function* St(e, n, r) {
  return (yield* xe(r, e, n)).filter((o) => o !== void 0);
}
async function* ca(e, n, r) {
  let t = e.eq ?? '',
    o = await _e(e.container, e.index, t),
    { cursor: s, limit: i } = e,
    a = s === void 0 ? void 0 : ms(s, o, r.order !== 'created'),
    l = yield* Vn({ ...hs(e, n, r, t), ...(a ? { after: a } : {}), limit: i + 1 }),
    u = l.slice(0, i),
    p = u.at(-1);
  return {
    records: u.map(({ record: g }) => g),
    ...(l.length > i && p ? { cursor: ds(p.position) } : {}),
  };
}
var hs = (e, n, r, t) => ({
    list: n,
    query: e,
    index: r,
    value: t,
    order: e.order,
    limit: e.limit,
    ...(e.range ? { range: e.range } : {}),
  }),
  la = 1e3;
async function* pa(e, n, r, t) {
  if (t.length === 0) return { records: [] };
  let o = r.order === 'created' && !e.range ? yield* fa(e, n, r, t) : void 0;
  return o
    ? { records: o }
    : { records: (yield* ge(t.map((i) => Vn(hs(e, n, r, i))))).flat().map(({ record: i }) => i) };
}
async function* fa(e, n, r, t) {
  let o = await Promise.all(t.map((g) => _e(e.container, e.index, g))),
    s = Math.min(la, Math.max(t.length * e.limit, A) + 1),
    [i] = yield [
      De(n, {
        select: [...ie, J(e.index)],
        column: J(e.index),
        type: 'Text',
        values: o,
        order: e.order,
        top: s,
      }),
    ];
  if (i && !i.ok && se(i.error, ze)) return void 0;
  let a = S(i),
    l = yield* St(a, e, n),
    u = t.map((g) => l.filter(({ fields: h }) => da(r, h) === g).slice(0, e.limit));
  return a.length < s || u.every(({ length: g }) => g === e.limit) ? u.flat() : void 0;
}
var da = ({ partition: e }, n) => Ye(e, n);
async function* gs(e, n) {
  let r = yield* ma(e, n);
  return Cr(e, r);
}
async function* ma(e, n) {
  let r = e.in ? [...new Set(e.in)] : [e.eq ?? ''];
  if (r.length === 0) return [];
  if (e.index === 'id' || e.index === 'key') {
    let { collection: s, container: i, index: a } = e;
    return (yield* Ir(
      {
        ...{ kind: 'rows', collection: s, container: i, index: a, in: r },
        order: 'ascending',
        limit: 1,
      },
      n,
    )).records;
  }
  let t = e.collection.indexes[e.index];
  if (t.order === 'created' && t.partition !== void 0) {
    let s = yield* ya(e, n, t, r);
    if (s) return s;
  }
  return (yield* ge(
    r.map((s) => Vn({ list: n, query: e, index: t, value: s, order: 'ascending', limit: 1 / 0 })),
  ))
    .flat()
    .map(({ record: s }) => s);
}
async function* ya(e, n, r, t) {
  let [o] = yield [
    De(n, {
      select: [...ie, J(e.index)],
      column: J(e.index),
      type: 'Text',
      values: await Promise.all(t.map((l) => _e(e.container, e.index, l))),
      order: 'ascending',
      top: nn,
    }),
  ];
  if (o && !o.ok && se(o.error, ze)) return void 0;
  let s = S(o);
  if (s.length === nn) return void 0;
  let i = yield* xe(n, s, e),
    a = new Set(t);
  return i.filter((l) => l !== void 0).filter(({ fields: l }) => a.has(Ye(r.partition, l)));
}
var ha = 2 * Nn;
async function ws(e) {
  let { wire: n, list: r, container: t, author: o, key: s, body: i } = e,
    a = await hn(t, o, s),
    l = 0,
    u;
  for (let p = 0; p < ha && l < Nn; p += 1) {
    let g = await Dn(t, o, s, l),
      h = { ...i, [k.slot]: g, [k.owner]: a, [k.key]: JSON.stringify(s) };
    try {
      let c = await n.send(F(`${r}/items`, h)),
        d = en(c, e);
      if (!d) throw new H(`key ${s}`);
      return { record: d, inserted: !0 };
    } catch (c) {
      if (!se(c, Qe)) throw c;
    }
    let { mine: m, holder: y } = await ga(e, a, g);
    if (m) return { record: m, inserted: !1 };
    let f = y === void 0 ? u === l : y !== o;
    ((u = y === void 0 ? l : void 0), f && (l += 1));
  }
  throw new H(`key ${s}`);
}
async function ga(e, n, r) {
  let { wire: t, list: o, author: s, key: i } = e,
    a = encodeURIComponent(`${k.owner} eq '${n}' and AuthorId eq ${s}`),
    l = ie.join(','),
    [u, p] = await t.batch([
      I(`${o}/items?$select=${l}&$filter=${a}&$orderby=ID&$top=5`),
      Pr(o, r),
    ]),
    g = S(u),
    h = await Ce(t, xe(o, g, e)),
    m = S(p)[0]?.AuthorId;
  return { mine: h.find((y) => y?.key === i), holder: m === void 0 ? void 0 : String(m) };
}
function vs({ environment: e, wire: n, identity: r, registry: t, changed: o }) {
  function s(f, c, d) {
    let w = En(c, d);
    if (!w) throw new $(c);
    if (!He(f.name, w)) throw new RangeError(`${f.name} is not kept in ${c}.`);
    return L(e.webUrl, Se(f, w));
  }
  async function* i(f) {
    let [c] = [...(yield* t.missing(f))];
    if (c !== void 0) throw new $(c);
  }
  async function* a(f, c) {
    try {
      return yield* f.kind === 'rows' ? Ir(f, c) : gs(f, c);
    } catch (d) {
      throw W(d, f.container);
    }
  }
  async function l(f) {
    for (let v of f) Sr(v);
    if (f.length === 0) return [];
    let c = await r.me(),
      d = f.map((v) => s(v.collection, v.container, c)),
      [, ...w] = await Ce(
        n,
        ge([i(f.map(({ container: v }) => v)), ...f.map((v, x) => a(v, d[x]))]),
      );
    return w;
  }
  async function u(f, c, d, w) {
    let v = await r.me(),
      x = s(f, c, v);
    await Ce(n, i([c]));
    let b = await vt(f, c, w);
    try {
      let P = await ws({
        wire: n,
        list: x,
        collection: f,
        container: c,
        author: v,
        key: d,
        body: b,
      });
      return (P.inserted && o({ container: c, collection: f.name }), P);
    } catch (P) {
      throw W(P, c);
    }
  }
  let p = async (f, c, d) => (await Ce(n, xe(f, [c], d)))[0];
  async function g(f, { container: c, id: d, version: w }) {
    let v = await r.me(),
      x = s(f, c, v),
      b = `${x}/items(${br(d) ? d : 0})`,
      P = ge([i([c]), wa(x, b)]),
      C = (await Ce(n, P))[1];
    if (C.right instanceof Error) throw W(C.right, c);
    if (vr(C.right) !== 'write') throw new $(c);
    if (C.row instanceof Error && !K(C.row, 404)) throw C.row;
    let _ = C.row instanceof Error ? void 0 : await p(x, C.row, { collection: f, container: c }),
      ae = `${f.name} ${d}`;
    if (!_) throw new D(ae);
    if (_.author !== v) throw new $(`change ${f.name} of others`);
    if (_.version !== w) throw new H(ae);
    return { path: b, record: _ };
  }
  async function h(f, { container: c, id: d }, w) {
    try {
      await w;
    } catch (v) {
      let x = `${f.name} ${d}`;
      throw K(v, 412) ? new H(x, { cause: v }) : K(v, 404) ? new D(x, { cause: v }) : W(v, c);
    }
    o({ container: c, collection: f.name });
  }
  async function m(f, c, d) {
    let { path: w, record: v } = await g(f, c),
      x = { ...v.fields, ...d },
      b = await vt(f, c.container, x),
      { version: P } = c;
    await h(f, c, n.send({ method: 'MERGE', path: w, body: b, version: P }));
    let C = await n.send(I(`${w}?$select=${ie.join(',')}`)),
      _ = en(C, { collection: f, container: c.container });
    if (!_) throw new D(`${f.name} ${c.id}`);
    return _;
  }
  async function y(f, c) {
    let { path: d } = await g(f, c),
      { version: w } = c;
    await h(f, c, n.send({ method: 'DELETE', path: d, version: w }));
  }
  return { insert: u, update: m, remove: y, read: l };
}
async function* wa(e, n) {
  let [r, t] = yield [I(`${e}/effectiveBasePermissions`), I(`${n}?$select=${ie.join(',')}`)];
  return { right: r?.ok === !1 ? r.error : S(r), row: t?.ok === !1 ? t.error : S(t) };
}
function xs(e) {
  let n = ot(e),
    { webUrl: r, now: t } = n,
    o = e.collections ?? Object.values(Zr),
    s = at(n),
    i = va(s, e.userId),
    a = is(n, s),
    l = nt(queueMicrotask),
    u = { environment: n, wire: s, collections: o },
    p = ls(n, s),
    g = (h) => {
      let m = o.find(({ name: y }) => He(y, h));
      if (!m) throw new RangeError('No collection is kept there.');
      return L(r, Se(m, h));
    };
  return (
    e.watch && ut({ environment: n, wire: s, identity: i, collections: o, hub: l }, e.watch),
    {
      supports: { pushedChanges: !1, ownersApprove: !0, jobTitles: !0 },
      identity: i,
      directory: p,
      containers: ts({ site: u, directory: p, identity: i, registry: a, listOf: g }),
      store: vs({
        environment: n,
        wire: s,
        identity: i,
        registry: a,
        changed: (h) => l.announce(h),
      }),
      changes: { subscribe: l.subscribe },
      clock: { now: t },
      ids: { next: () => rt((h) => crypto.getRandomValues(h)) },
      provision: () => gt(u),
      setupState: () => ht(u),
    }
  );
}
function va(e, n) {
  let r = n === void 0 ? void 0 : Promise.resolve(String(n)),
    t = async () => {
      try {
        let { Id: o } = await e.send(I('web/currentUser?$select=Id'));
        return String(o);
      } catch (o) {
        r = void 0;
        let s = W(o, 'this site');
        throw s instanceof $ ? s : o;
      }
    };
  return { me: () => (r ??= t()) };
}
export { So as createCommunity, xs as sharePointHost };
