/** English for the settings of rules; keys are `checks/<id>`. */
export const settingWords = {
  'checks/unknown-rule':
    'There is no rule {rule}, so this setting does nothing. Write the id of a rule, or its number in the catalogue, such as IP-01.',
  'checks/no-table': 'The setting for {rule} names the table {table}, which does not exist.',
  'checks/row-without-table':
    'The setting for {rule} names the row {row} and no table. Say which table it is in.',
  'checks/no-row': 'The setting for {rule} is about {row} in {table}, which is not in the lab.',
  'checks/unused': 'This setting switches {rule} off where it finds nothing. Remove the setting.',
  'checks/remove': 'Remove the setting',
} as const;
