/** Simplified Chinese for the commands that look at labs and rules. */
export const zhCNcli: Readonly<Record<string, string>> = {
  'cli/many-problems': '{files} 个文件：{error} 个错误，{warning} 个警告，{hint} 个提示',
  'cli/too-many-warnings': '有 {count} 个警告，而 --max-warnings 只允许 {most} 个。',
  'cli/stdin-once': '只能有一个文件是 -（标准输入）。',

  'cli/fixed': '已修复：{label}',
  'cli/fix-nothing': '{file}：没有可以直接修复的问题。',
  'cli/fix-would': '{file}：可修复 {count} 个问题。加上 --write 再运行一次即可保存。',
  'cli/fix-done': '{file}：已修复 {count} 个问题。',
  'cli/fix-left': '需要您处理：{error} 个错误，{warning} 个警告，{hint} 个提示。',
  'cli/changed-meanwhile': '{file} 在此期间被其他程序改动。未写入任何内容；请重新运行该命令。',
  'cli/no-stdin-write': '无法写入标准输入。请指定文件，或去掉 --write。',
  'cli/unreadable-file': '{file} 无法作为实验读取，因此没有进行任何操作。',

  'cli/fmt-fine': '{file} 的写法与 Netloom 一致。',
  'cli/fmt-differs': '{file} 的写法与 Netloom 不同。请运行：netloom fmt --write {file}',
  'cli/fmt-done': '{file} 已重新写入，内容不变。',

  'cli/diff-same': '两个实验相同。',
  'cli/diff-counts': '新增 {added} 行，删除 {removed} 行，修改 {changed} 行。',

  'cli/rules-count': '共 {count} 条规则。运行 `netloom explain <规则>` 查看某一条的说明。',
  'cli/rule-unknown': '没有名为 {name} 的规则。运行 `netloom rules` 查看全部规则。',
  'cli/rule-what': '内容',
  'cli/rule-why': '原因',
  'cli/rule-source': '依据',
  'cli/rule-says': '提示语',
  'cli/rule-good': '符合的例子',
  'cli/rule-bad': '不符合的例子',

  'cli/severity/error': '错误',
  'cli/severity/warning': '警告',
  'cli/severity/hint': '提示',

  'cli/doctor/node': 'Node.js {version}',
  'cli/doctor/node-old': 'Node.js {version} 版本过低：请安装 {least} 或更高版本。',
  'cli/doctor/target': '{target} {version}，位于 {path}',
  'cli/doctor/electron': 'Electron 位于 {path}',
  'cli/doctor/no-electron':
    '此处没有 Electron：设计器将在浏览器中打开。网络允许时，`netloom start` 会获取它。',
  'cli/doctor/state': '设置和记录保存在 {folder}',
  'cli/doctor/no-state':
    '无法写入文件夹 {folder}（{reason}）。请恢复其权限，或用 NETLOOM_STATE 指定其他文件夹。',
  'cli/doctor/workspace': '{folder} 中有 {count} 个实验文件',
  'cli/doctor/no-workspace': '{folder} 中没有实验文件。运行 `netloom start` 可打开示例。',
  'cli/doctor/fine': '一切就绪。',
  'cli/doctor/not-fine': '缺少必需的内容；处理方法见上文。',
};
