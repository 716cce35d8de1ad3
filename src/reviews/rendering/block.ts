/** Whether something is good news: it decides a sign and a colour, and never stands alone. */
export type Tone = 'good' | 'fair' | 'bad' | 'unknown';

/** Words that tell how something stands. */
export interface Mark {
  /** The words. */
  readonly text: string;
  /** Whether they are good news. */
  readonly tone: Tone;
}

/** What stands in a cell of a table. */
export type Cell = string | Mark;

/** Some lines of prose. */
export interface ParagraphBlock {
  /** `'paragraph'`. */
  readonly kind: 'paragraph';
  /** The text. */
  readonly text: string;
}

/** A heading below that of the section. */
export interface HeadingBlock {
  /** `'heading'`. */
  readonly kind: 'heading';
  /** The text. */
  readonly text: string;
}

/** A list of sentences; one of warnings is set apart. */
export interface ListBlock {
  /** `'list'`, or `'warnings'`. */
  readonly kind: 'list' | 'warnings';
  /** Title of a list of warnings; not shown for others. */
  readonly title: string;
  /** The sentences. */
  readonly items: readonly string[];
}

/** A column of a table. */
export interface Column {
  /** Its heading. */
  readonly text: string;
  /** Whether it holds numbers, which are set to the right. */
  readonly isNumber: boolean;
}

/** A table; the first cell of a row is its heading. */
export interface TableBlock {
  /** `'table'`. */
  readonly kind: 'table';
  /** What it shows. */
  readonly caption: string;
  /** The columns. */
  readonly columns: readonly Column[];
  /** The rows, each with a cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A number to be seen first. */
export interface Figure {
  /** What it is. */
  readonly name: string;
  /** The number. */
  readonly value: string;
  /** What stands beside it: its interval. */
  readonly detail: string;
  /** How it stands; `null` without a target. */
  readonly mark: Mark | null;
}

/** The numbers to be seen first. */
export interface FiguresBlock {
  /** `'figures'`. */
  readonly kind: 'figures';
  /** The numbers. */
  readonly items: readonly Figure[];
}

/** A picture on light and on dark pages. Its figures stand in a table beside it. */
export interface PictureBlock {
  /** `'picture'`. */
  readonly kind: 'picture';
  /** Its title. */
  readonly title: string;
  /** What it shows, in words. */
  readonly description: string;
  /** Static SVG for light pages. */
  readonly light: string;
  /** Static SVG for dark pages; `null` where that for light pages serves both. */
  readonly dark: string | null;
}

/** What may be folded away; open at first. */
export interface DetailsBlock {
  /** `'details'`. */
  readonly kind: 'details';
  /** What is within. */
  readonly summary: string;
  /** What is within, itself. */
  readonly blocks: readonly Block[];
}

/** A part of a document. All of its texts are plain: markup in them is shown, not obeyed. */
export type Block = ParagraphBlock | HeadingBlock | ListBlock | TableBlock | FiguresBlock | PictureBlock | DetailsBlock;

/** A section with its heading. */
export interface Section {
  /** What links call it. */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
  /** What stands in it. */
  readonly blocks: readonly Block[];
}

/** A document, before it is written in a format. */
export interface ReviewDocument {
  /** Language tag. */
  readonly language: string;
  /** Its title. */
  readonly title: string;
  /** What it is about, under the title. */
  readonly lead: string;
  /** Its sections. */
  readonly sections: readonly Section[];
  /** The last line. */
  readonly footer: string;
  /** Words of the page around it. */
  readonly words: {
    /** Link that skips the table of contents. */
    readonly skip: string;
    /** Heading of the table of contents. */
    readonly contents: string;
  };
}

/** A list, or nothing where it would be empty. */
export function listOf(kind: ListBlock['kind'], title: string, items: readonly string[]): readonly ListBlock[] {
  const own = Array.from(new Set(items));
  return own.length === 0 ? [] : [{ kind, title, items: own }];
}

/** A paragraph. */
export function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', text };
}
