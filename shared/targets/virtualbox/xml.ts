import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its attributes as text, its children by name in order. */
export interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  all(name: string): readonly Element[];
  first(...path: string[]): Element | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributesGroupName: '$',
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  // Names are what people typed: nothing is cut off their ends, and every element is a list.
  trimValues: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  processEntities: false,
});

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** VirtualBox writes every character beyond ASCII as a number, also those beyond 16 bits. */
function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toElement(node: unknown): Element {
  const record = isRecord(node) ? node : {};
  const own = isRecord(record['$']) ? record['$'] : {};
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(own)) attributes[name] = decode(String(value));
  const all = (name: string): readonly Element[] => {
    const children = Object.hasOwn(record, name) ? record[name] : undefined;
    return Array.isArray(children) ? children.map(toElement) : [];
  };
  const first = (...path: string[]): Element | undefined => {
    const [name, ...rest] = path;
    if (name === undefined) return toElement(node);
    const [child] = all(name);
    return rest.length === 0 ? child : child?.first(...rest);
  };
  return { attributes, all, first };
}

/** The document's root element of this name; undefined when the text is no well-formed XML or has another root. */
export function parseXml(text: string, root: string): Element | undefined {
  if (XMLValidator.validate(text) !== true) return undefined;
  const document: unknown = parser.parse(text);
  return toElement(document).first(root);
}

/** A UUID without its braces, lower case. */
export function plainUuid(text: string | undefined): string {
  return (text ?? '').replace(/[{}]/g, '').toLowerCase();
}
