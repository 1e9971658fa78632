/** English for drafts, recent files and dialogs of the desktop. */
export const shellEnglish = {
  'ui/draft-of-file': 'Unsaved work of {time} on {file}',
  'ui/draft-of-new': 'Unsaved work of {time}: the lab “{lab}”, never saved to a file',
  'ui/draft-out-of-reach':
    'Its file is outside this session’s folder. It comes back as a lab without a file.',
  'ui/draft-title': 'Unsaved work was found',
  'ui/draft-about':
    'Netloom ended before this was saved. Recovering opens the file and puts the edits on top; undo leads back to the file.',
  'ui/draft-recover': 'Recover',
  'ui/draft-later': 'Keep for later',
  'ui/draft-discard': 'Discard',
  'ui/draft-discard-sure': 'Discard for good',
  'ui/draft-unreadable':
    '{file} should hold unsaved work, but cannot be read. It was left as it is; remove it when it is of no use.',
  'ui/gone-from-disk': '{file} was deleted or moved. The lab is still here; saving puts the file back.',
  'ui/put-back': 'Save again',
  'ui/exists-title': 'There is such a file already',
  'ui/exists-about':
    '{file} exists already, and this lab did not come from it. Replace it, or choose another name.',
  'ui/replace': 'Replace',
  'ui/other-name': 'Choose another name',
  'ui/save-plain': 'Save',
  'ui/recent': 'Used last',
  'ui/recent-elsewhere': 'opens in another window',
  'ui/in-this-folder': 'In this folder',
  'ui/others-in-this-folder': 'Others in this folder',
  'ui/recent-clear': 'Clear the list',
  'ui/may-not-save':
    'Nothing can be saved here: the session is read-only, or {workspace} may not be written. Drawing and checking work.',
  'ui/drop-later': '{file} was not opened. Close the dialog, then drop it again.',
  'ui/applying-now': 'Applying … {done} of {total}',
  'ui/destroying-now': 'Removing … {done} of {total}',
  'ui/show-progress': 'Show the progress',
  'ui/drop-no-lab': '{file} is not a lab file. Drop a file that ends in .netloom.json.',
} as const;
