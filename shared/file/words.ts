/** English for what can be wrong with a file; keys are `file/<id>`. */
export const fileWords = {
  'file/syntax-hint':
    'Look at line {line}. If the file was cut off, take it from a backup or from version control.',
  'file/duplicate-key': 'The name "{name}" stands twice in one object.',
  'file/duplicate-key-hint':
    'It stood first on line {line}. Keep one of the two: JSON readers silently drop the other.',
  'file/too-deep': 'Objects are nested more than 64 deep, which no lab file is.',
  'file/too-deep-hint': 'Check that this is a Netloom lab file.',
  'file/not-text': 'The file is not text in UTF-8.',
  'file/not-a-lab': 'This is not a Netloom lab: the member "netloom" with its version is missing.',
  'file/not-a-lab-hint': 'A lab file begins with "netloom": 1. Check that the right file was opened.',
  'file/newer': 'The file has format version {version}; this Netloom reads versions up to {known}.',
  'file/newer-hint': 'Open it with a newer Netloom. The file was not changed.',
  'file/strange-version':
    '"netloom" is {version}, which is no version of the format; this Netloom reads versions up to {known}.',
  'file/strange-version-hint': 'A lab file begins with "netloom": 1. Check that the right file was opened.',
  'file/no-lab': 'The member "lab" with its id and name is missing.',
  'file/no-lab-hint': 'Add "lab": {"id": "<a random UUID>", "name": "…"}.',
  'file/not-a-table': '"{table}" must be an object of rows by id.',
  'file/bad-id': '"{id}" cannot be an id: use letters, digits and . _ -, beginning with a letter or digit.',
  'file/bad-value': '{field} has the wrong form: {problem}.',
  'file/bad-value-hint': 'Mend it in the file, or take the field out to get its default.',
  'file/dangling': '{field} names {target}, which is not in the lab.',
  'file/dangling-hint': 'Remove the row, or add {target} to {table}.',
  'file/cabled-twice': '{interface} has more than one cable.',
  'file/cabled-twice-hint': 'A port takes one cable. Remove one of them.',
  'file/remove-row': 'Remove {row}',
} as const;

/** What the JSON reader expected, in words; keys are its error names. */
export const syntaxWords: Readonly<Record<string, string>> = {
  InvalidSymbol: 'file/what/symbol',
  InvalidNumberFormat: 'file/what/number',
  PropertyNameExpected: 'file/what/name',
  ValueExpected: 'file/what/value',
  ColonExpected: 'file/what/colon',
  CommaExpected: 'file/what/comma',
  CloseBraceExpected: 'file/what/brace',
  CloseBracketExpected: 'file/what/bracket',
  EndOfFileExpected: 'file/what/end',
  InvalidCommentToken: 'file/what/comment',
  UnexpectedEndOfComment: 'file/what/comment',
  UnexpectedEndOfString: 'file/what/string',
  UnexpectedEndOfNumber: 'file/what/number',
  InvalidUnicode: 'file/what/character',
  InvalidEscapeCharacter: 'file/what/character',
  InvalidCharacter: 'file/what/character',
};

/** One whole sentence for each thing expected: a sentence made of parts does not translate. */
export const expectedWords = {
  'file/what/symbol': 'The file is not JSON: here stands something that is neither a name nor a value.',
  'file/what/number': 'The file is not complete JSON: a number is malformed here.',
  'file/what/name': 'The file is not complete JSON: a name in double quotes is missing here.',
  'file/what/value': 'The file is not complete JSON: a value is missing here.',
  'file/what/colon': 'The file is not complete JSON: a colon is missing here.',
  'file/what/comma': 'The file is not complete JSON: a comma is missing here.',
  'file/what/brace': 'The file is not complete JSON: a closing } is missing here.',
  'file/what/bracket': 'The file is not complete JSON: a closing ] is missing here.',
  'file/what/end': 'The file goes on after the lab has ended.',
  'file/what/comment': 'The file has a comment, which JSON does not allow.',
  'file/what/string': 'The file is not complete JSON: a text in double quotes is not closed.',
  'file/what/character': 'The file has a character that JSON does not allow here.',
} as const;
