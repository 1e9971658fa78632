const target: Readonly<Record<string, string>> = {
  name: 'VirtualBox 无法原样保存名称“{name}”。请使用不超过 62 个字母、数字、空格及 . _ -，并以字母或数字开头。',
  'name-twice': '另一台虚拟机也叫“{name}”，两者会落在同一文件夹。请给其中一台改名。',
  memory: '“{name}”的内存为 {memory} MiB。请填 4 到 2097152 之间的整数。',
  cpus: '“{name}”有 {cpus} 个处理器。请填 1 到 64 之间的整数。',
  'too-many-cards':
    '“{name}”有 {count|块网卡|块网卡}；Netloom 在一台 VirtualBox 虚拟机中最多能建 {limit} 块。请删去一些，或拆分虚拟机。',
  adapter: 'VirtualBox 没有“{name}”的 {port} 所用的网卡“{adapter}”。请从 {known} 中选择。',
  'jumbo-nat':
    '“{name}”的 {port} 的 MTU 为 {mtu} 字节，而 VirtualBox 的 NAT 只传送 1500 字节的数据包。请设为 1500。',
  'jumbo-card':
    '“{name}”的 {port} 的 MTU 为 {mtu} 字节，而网卡 {adapter} 会悄悄丢弃超出普通长度的帧。请设为 1500，或改用网卡 82545EM。',
  'vlan-tags':
    '“{name}”的 {port} 需要交换机送来带标签 {tags} 的帧，而 VirtualBox 的网络没有 VLAN。请为“{name}”的每个 VLAN 各配一块网卡，接到 access 端口。',
  'wire-outside':
    '{machines} 所在的网络通向 {device}，而 VirtualBox 不会创建它。这些虚拟机之间可以互通，但到不了 {device}；可在其间放一个 NAT，或保持现状。',
  'nat-without-address': 'NAT“{name}”没有内部地址。请给它的内部接口设一个，例如 10.20.0.1/24。',
  'nat-not-ipv4':
    'NAT“{name}”上的 {address} 不是带前缀长度的 IPv4 地址。VirtualBox 的 NAT 需要这样的地址，例如 10.20.0.1/24。',
  'nat-prefix': 'NAT“{name}”的子网 {address} 不适合 VirtualBox。请使用 1 到 {longest} 的前缀长度。',
  'nat-address': 'NAT“{name}”的地址是 {address}，而 VirtualBox 在那里总是使用 {own}。请改为该地址。',
  'nat-own-address':
    'NAT“{name}”的地址是 {address}，而单台 VirtualBox 虚拟机的 NAT 在 {own} 应答。请把该地址用作虚拟机的网关。',
  'nat-kept-address':
    '“{machine}”使用 {address}，而 VirtualBox 的 NAT“{name}”自己在该地址应答。请给这台虚拟机换一个地址。',
  'nat-many-segments':
    'NAT“{name}”连着 {count|个网络|个网络}；VirtualBox 的一个 NAT 网络只有一个。请为每个网络各用一个 NAT，或在其后放一台路由器。',
  'isolated-shared':
    'NAT“{name}”为每台虚拟机提供各自的 NAT，但 {machines} 通过同一网络连到它。请把每台虚拟机单独接到它，或关闭“isolated”。',
  'left-out':
    '{name} 上的 {count} 台机器不会创建：该主机没有平台，又不是唯一的主机。请将其平台设为 VirtualBox，或让这些机器不运行在任何主机上。',
  'left-out-several':
    '{name} 上的 {count} 台机器不会创建：有多台主机运行 VirtualBox，无法判断哪一台是本机。请只给一台主机设置平台 VirtualBox。',
  'left-out-no-host':
    '{count} 台不在任何主机上的机器不会创建：{name} 的平台是 VirtualBox，因此它就是本机。请让它们运行在 {name} 上。',
  'two-gateways': 'NAT“{name}”与 NAT“{other}”在同一网络上。VirtualBox 每个网络只能有一个 NAT：请删去一个。',
  'forward-port':
    'NAT“{name}”的端口转发 {rule} 使用端口 {port}。请用 1 到 65535：否则 VirtualBox 会不声不响地存成别的数。',
  'forward-listen':
    'NAT“{name}”的端口转发 {rule} 监听“{address}”，它不是 IPv4 地址；VirtualBox 会监听所有地址。请填本机的地址，例如 127.0.0.1。',
  'forward-outside':
    'NAT“{name}”的端口转发 {rule} 指向“{address}”，它不是 {subnet} 中的主机地址。请填该子网中某台虚拟机的地址。',
  'too-many-forwards':
    'NAT“{name}”转发 {count} 个端口；VirtualBox 中每个端口是一条规则，Netloom 最多创建 {limit} 条。请缩小端口范围。',
  'forward-nobody':
    'NAT“{name}”的端口转发 {rule} 指向 {address}，那里没有虚拟机使用该地址。请把该地址给一台虚拟机，或修改规则。',
  'forward-lease':
    'NAT“{name}”的端口转发 {rule} 指向 {address}，但“{machine}”从它得到 {lease}。规则将指向 {lease}；请写该地址，或给虚拟机设定自己的地址。',
  'uuid-taken':
    '虚拟机“{other}”的 UUID 是 {uuid}，正是“{name}”要用的，而它不属于本实验。请在 VirtualBox 中移除该虚拟机，或给设备换一个 id。',
  'uuid-marked':
    '“{other}”带有本实验的标记，但 Netloom 没有创建它的记录。最可能是由导出的脚本创建，或由另一台计算机、另一用户的 Netloom 创建。请在 VirtualBox 中移除它，然后重新生成变更计划。',
  'network-taken':
    '已有 NAT 网络 {network}，但 Netloom 没有以该子网创建它的记录。最可能是由导出的脚本创建，或由另一台计算机、另一用户的 Netloom 创建，或被手动改过。请在 VirtualBox 中移除它，然后重新生成变更计划。',
  'network-used':
    '不属于本实验的虚拟机“{name}”接在将被删除的 NAT 网络 {network} 上。请在 VirtualBox 中把它改接到别处，然后重新生成变更计划。',
  'network-moves':
    '不属于本实验的虚拟机“{name}”接在 NAT 网络 {network} 上，其子网将从 {before} 改为 {after}。请先把它改接到别处，或之后给它设一个新子网的地址。',
  'network-overlaps':
    '子网 {subnet} 与 NAT 网络“{other}”的 {otherSubnet} 重叠。若两边的虚拟机要同时工作，请换一个子网。',
  'port-taken':
    '端口转发 {rule} 需要本机的 {protocol} 端口 {port}，而它在 VirtualBox 中已被“{owner}”占用。请换一个端口。',
  'machine-running': '“{name}”正在运行，但需要变更。请先关机，然后重新生成变更计划。',
  'machine-saved':
    '“{name}”处于已保存状态，但需要变更。请启动后关机，或放弃已保存的状态，然后重新生成变更计划。',
  'machine-snapshots':
    '“{name}”有快照，快照的磁盘会随之删除。请先在 VirtualBox 中删除快照，然后重新生成变更计划。',
  unreadable: '无法读取虚拟机文件 {path}，因此不知道它占用的端口。请在 VirtualBox 中修复或移除该虚拟机。',
  'unreadable-ours':
    '无法读取本实验一台虚拟机的文件 {path}。请从 {path}-prev 恢复，或在 VirtualBox 中移除该虚拟机，然后重新生成变更计划。',
  'step/create-machine': '创建虚拟机 {name}',
  'step/configure-machine': '修改虚拟机 {name}',
  'step/delete-machine': '删除虚拟机 {name}',
  'reason/other-host': '图中仍有它，但它现在运行在 {host} 上，而那台主机不在此处创建。',
  'reason/no-host': '图中仍有它，但它不在任何主机上，而此处只创建运行在 {host} 上的设备。',
  'step/create-nat-network': '创建 NAT 网络 {name}',
  'step/configure-nat-network': '修改 NAT 网络 {name}',
  'step/delete-nat-network': '删除 NAT 网络 {name}',
  'step/delete-dhcp-server': '删除遗留的 DHCP 服务器 {name}',
};

const fields: Readonly<Record<string, string>> = {
  'field/name': '名称',
  'field/group': '分组',
  'field/os': '客户机系统',
  'field/cpus': 'CPU 数',
  'field/memory': '内存',
  'field/card': '网卡 {slot}',
  'field/card-type': '网卡 {slot} 型号',
  'field/card-mac': '网卡 {slot} MAC',
  'field/card-cable': '网卡 {slot} 线缆',
  'field/card-promiscuous': '网卡 {slot} 混杂模式',
  'field/card-forward': '网卡 {slot} 端口转发 {name}',
  'field/disk': '磁盘 {place}',
  'field/subnet': '子网',
  'field/enabled': '启用',
  'field/dhcp': 'DHCP',
  'field/forward': '端口转发 {name}',
  'value/none': '无',
  'value/null': '未连接',
  'value/intnet': '内部网络 {network}',
  'value/natnetwork': 'NAT 网络 {network}',
  'value/nat': 'NAT {cidr}',
  'value/connected': '已插入',
  'value/unplugged': '已拔出',
  'value/yes': '是',
  'value/no': '否',
  'value/on': '开',
  'value/off': '关',
};

const driver: Readonly<Record<string, string>> = {
  'not-found': '本机没有 VBoxManage：{looked} 中都没有。请安装 VirtualBox，或用 VBOXMANAGE 指明该程序。',
  'not-working': '{path} 没有应答：{text}。请运行“{path} --version”查看原因。',
  'profile-lost':
    '{path} 不存在，但 {left} 存在：VirtualBox 在保存时被中断。请在启动 VirtualBox 之前把 {left} 复制为 {path}，否则它会忘记所有虚拟机。',
  'profile-unreadable': '{path} 不是可读的 VirtualBox 配置。请从 {path}-prev 恢复，然后重试。',
  'profile-busy': '{path} 中的文件一直在变化。请等 VirtualBox 完成后重试。',
  'read-failed': '无法读取 {path}：{text}。请让当前用户有权访问，然后重试。',
  'ledger-failed': '无法读写创建记录 {path}：{text}。没有做任何变更；请修复后重试。',
  'ledger-locked':
    '另一个 Netloom 占用创建记录已达 {seconds} 秒。请等它完成；若没有 Netloom 在运行，请删除文件夹 {path}。然后重试。',
  'command-failed': 'VirtualBox 拒绝了“{command}”：{text}',
  'command-hung':
    'VBoxManage 在 {seconds} 秒内没有完成“{command}”，也没有看到它的效果。请查看 VirtualBox 是否有打开的窗口或对话框，然后重新生成变更计划。',
  'machine-locked': '“{name}”被其他程序占用。请在 VirtualBox 中关闭它的窗口或设置，然后重新生成变更计划。',
  'not-applied': 'VBoxManage 报告“{command}”成功，但没有看到结果。请重新生成变更计划，查看差异。',
  'not-ours': '“{name}”不是本实验创建的虚拟机或网络，因此不会改动。请重新生成变更计划。',
  'network-used':
    '不属于本实验的虚拟机“{machine}”接在 NAT 网络 {name} 上。请在 VirtualBox 中把它改接到别处，然后重新生成变更计划。',
  'has-snapshots':
    '“{name}”有快照，快照的磁盘会随之删除。请先在 VirtualBox 中删除快照，然后重新生成变更计划。',
  cancelled: '在“{command}”之前已取消。要继续，请重新生成变更计划。',
};

const withPrefix = (prefix: string, words: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(words).map(([id, text]) => [`${prefix}/${id}`, text]);

/** Chinese of everything the VirtualBox target and its driver say; ids as in `targets/virtualbox/words.ts`. */
export const zhCNvirtualbox: Readonly<Record<string, string>> = Object.fromEntries([
  ...withPrefix('target/virtualbox', { ...target, ...fields }),
  ...withPrefix('driver/virtualbox', driver),
]);
