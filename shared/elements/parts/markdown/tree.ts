/** The tree of a message: plain objects, which could be sent or stored. */

interface Text {
  readonly type: 'text';
  /** As it was typed; a line break is `\n`. */
  readonly value: string;
}

interface Code {
  readonly type: 'code';
  readonly value: string;
}

interface Emphasis {
  readonly type: 'emphasis' | 'strong';
  readonly children: readonly Inline[];
}

/** Holds no other link. */
export interface Link {
  readonly type: 'link';
  /** Absolute; http, https or mailto. */
  readonly url: string;
  /** Where the link leads, if its text reads as an address that leads elsewhere. */
  readonly leadsTo: string | undefined;
  readonly children: readonly Inline[];
}

/** Somebody is mentioned. */
export interface Mention {
  readonly type: 'mention';
  /** Their id; whether there is such a person is not known here. */
  readonly person: string;
  readonly typed: string;
}

export type Inline = Text | Code | Emphasis | Link | Mention;

interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** Lines between fences. */
export interface CodeBlock {
  readonly type: 'code-block';
  /** The text beside the opening fence; may be empty. */
  readonly beside: string;
  readonly value: string;
}

interface Quote {
  readonly type: 'quote';
  readonly children: readonly Block[];
}

export interface Item {
  /** As it was typed, below 1,000,000,000; undefined in a list without numbers. */
  readonly number: string | undefined;
  readonly children: readonly Block[];
}

interface List {
  readonly type: 'list';
  /** `-`, `*` or `+`; `.` or `)` behind numbers. All items have the same. */
  readonly marker: string;
  readonly items: Item[];
}

export type Block = Paragraph | CodeBlock | Quote | List;
