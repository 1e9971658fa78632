/** Simplified Chinese for the rules of VLANs, cables and spanning tree. */
export const zhCNrulesL2: Record<string, string> = {
  'mtu-carried/ports':
    '{sender} 会发送 {need} 字节的数据包，而途经的 {switch} 有 {count} 个端口（首个为 {who}）只能承载 {mtu} 字节：请调大这些端口的 MTU。',
  'mtu-carried/cable':
    '这条链路最多承载 {mtu} 字节的数据包，而 {sender} 会发送 {need} 字节：请调大链路的 MTU，或调小该广播域的 MTU。',
  'mtu-carried/raise-ports': '将 {switch} 的 {count} 个端口的 MTU 设为 {need} 字节',
  'mtu-carried/raise-cable': '将链路的 MTU 设为 {need} 字节',

  'mtu-in-range/too-small':
    '{who} 的 MTU 为 {mtu} 字节，而 IPv4 系统都必须能接收 576 字节的数据包：请至少设为 576。',
  'mtu-in-range/too-small-v6':
    '{who} 有 IPv6 地址，MTU 却只有 {mtu} 字节，而 IPv6 至少需要 1280：请至少设为 1280。',
  'mtu-in-range/too-large':
    '{who} 的 MTU 为 {mtu} 字节，超过网卡和交换机最多承载的 9216 字节：请设为 9000 或更小。',
  'mtu-in-range/set': '将 {who} 的 MTU 设为 {mtu} 字节',

  'mtu-within-parent/larger':
    '{who} 的 MTU 为 {mtu} 字节，而其下的 {parent} 只有 {parentMtu} 字节：请调小前者，或调大后者。',
  'mtu-within-parent/set': '将 {who} 的 MTU 设为 {mtu} 字节',

  'no-frame-size-as-mtu/frame':
    '{who} 的 MTU 为 {mtu} 字节，这是承载 {packet} 字节数据包的帧长：请填写 {packet}。',
  'no-frame-size-as-mtu/set': '将 {who} 的 MTU 设为 {packet} 字节',

  'no-routed-jumbo/routed':
    '{who} 会发送 {mtu} 字节的数据包，而 {router} 从 {out} 转发时只有 {narrow} 字节：请在此处改用 1500，或让全程都支持 {mtu}。',
  'no-routed-jumbo/purpose':
    '{who} 在用途为“{purpose}”的广播域 {prefix} 中发送 {mtu} 字节的数据包：请在此处改用 1500。',
  'no-routed-jumbo/set-all': '将该广播域的 {count} 个接口的 MTU 设为 1500 字节',

  'native-vlan-allowed/missing': '{who} 的本征 VLAN 是 {vlan}，但允许的 VLAN（{allowed}）中没有它：请加上。',
  'native-vlan-allowed/add': '在 {who} 上允许 VLAN {vlan}',

  'no-address-on-switch-port/on-access':
    '{who} 是接入端口，却配置了地址 {address}：请改为路由端口，或把地址配置到其他接口上。',
  'no-address-on-switch-port/on-trunk':
    '{who} 是中继 (Trunk) 端口，却配置了地址 {address}：请改为路由端口，或把地址配置到其他接口上。',
  'no-address-on-switch-port/dhcp':
    '{who} 是交换机端口，却要通过 DHCP 获取地址：请改为路由端口，或关闭 DHCP。',
  'no-address-on-switch-port/make-routed': '将 {who} 改为路由端口',
  'no-address-on-switch-port/remove': '删除 {who} 的地址',

  'no-duplicate-tag/twice':
    '{who} 接收 {parent} 上标签为 {tag} 的帧，而 {other} 已经在接收这些帧：请改用其他标签，或删除它。',
  'no-duplicate-tag/other-here': '{other} 的标签也是 {tag}。',

  'no-hosts-in-native-vlan/default':
    '交换机之间有 {count} 条中继 (Trunk) 链路（首个端口为 {who}）的本征 VLAN 是默认的 VLAN 1：请改用没有其他用途的 VLAN。',
  'no-hosts-in-native-vlan/used':
    '交换机之间有 {count} 条中继 (Trunk) 链路（首个端口为 {who}）的本征 VLAN 是 {vlan}，其中有 {member} 等机器：请改用没有其他用途的 VLAN。',
  'no-hosts-in-native-vlan/park': '在这些链路上改用空闲的 VLAN {vlan} 作为本征 VLAN，并带标签传送 VLAN {old}',

  'no-unused-vlan-on-trunk/unused':
    '{who} 允许的 VLAN 中有 {count} 个并非链路两侧都有成员：{vlans}。请从列表中去掉。',
  'no-unused-vlan-on-trunk/prune': '在 {who} 上只允许 VLAN {kept}',

  'no-users-in-vlan-1/left':
    '{who} 在 VLAN 1 中（{switch} 上共有 {count} 个这样的机器端口），而该交换机的其他端口都有各自的 VLAN：请也为它指定一个。',

  'one-subnet-per-vlan/vlan':
    '{switch} 的 VLAN {vlan} 承载了两个子网 {a} 和 {b}，两者之间没有任何隔离：请给 {b} 单独一个 VLAN。',
  'one-subnet-per-vlan/wire':
    '{a} 和 {b} 在同一广播域中，两者之间没有任何隔离：请给 {b} 单独一台交换机或一个 VLAN。',
  'one-subnet-per-vlan/other-here': '{a} 在此处。',

  'subnet-in-one-vlan/elsewhere':
    '{who} 的地址 {address} 属于 VLAN {vlan} 的子网 {prefix}，它却在 {switch} 的 VLAN {other} 中：请移动它，或换用该 VLAN 的地址。',
  'subnet-in-one-vlan/cut-off':
    '{who} 的地址 {address} 属于 {prefix}，它却在 {switch} 的 VLAN {other} 中，而 {prefix} 的网关在 VLAN {vlan} 中：请把它移到那里。',
  'subnet-in-one-vlan/move': '将 {port} 划入 VLAN {vlan}',

  'tag-carried/access':
    '{who} 发送标签为 {tag} 的帧，而接入端口 {port} 会丢弃它们：请将该端口改为中继 (Trunk)。',
  'tag-carried/missing': '{who} 发送标签为 {tag} 的帧，而 {port} 不允许它们通过：请在该端口允许 VLAN {tag}。',
  'tag-carried/native':
    '{who} 等待标签为 {tag} 的帧，而这正是 {port} 的本征 VLAN，发出时不带标签：请让它带标签传送。',
  'tag-carried/make-trunk': '将 {port} 改为 VLAN {vlans} 的中继 (Trunk)',
  'tag-carried/allow': '在 {port} 上允许 VLAN {tag}',
  'tag-carried/send-tagged': '让 {port} 带标签传送 VLAN {tag}',

  'vlan-defined/missing': '此处使用了 VLAN {vlan}，但实验的 VLAN 列表中没有它：请添加，或改正编号。',
  'vlan-defined/add': '将 VLAN {vlan} 添加到实验',

  'vlan-on-every-trunk/one-end':
    '{who} 不允许 VLAN {vlan} 通过，而链路两侧都有它的成员，例如 {a} 和 {b}：请在该端口允许它。',
  'vlan-on-every-trunk/both-ends':
    '{who} 和对端 {other} 都不允许 VLAN {vlan} 通过，而链路两侧都有它的成员，例如 {a} 和 {b}：请在两端允许它。',
  'vlan-on-every-trunk/allow': '在 {who} 上允许 VLAN {vlan}',
  'vlan-on-every-trunk/allow-both': '在 {who} 和 {other} 上允许 VLAN {vlan}',

  'address-has-cable/no-cable': '{who} 有地址却没有链路：请连接一条链路，或删除地址。',
  'address-has-cable/unplugged': '{who} 有地址，但它的网线没有插上：请插上，或删除地址。',
  'address-has-cable/plug-in': '插上 {who} 的网线',

  'bond-ends-agree/members': '{who} 与 {bond} 的另一成员 {first} 设置不同：请让所有成员的 VLAN 和 MTU 一致。',
  'bond-ends-agree/modes': '{a} 的 {bond} 是 {modeA}，{b} 的 {other} 是 {modeB}：请让两端一致。',
  'bond-ends-agree/one-sided':
    '{a} 的 {bond} 是 {modeA}，但它的 {count} 条链路接在 {b} 的独立端口上：请在那一端也做端口聚合。',
  'bond-ends-agree/copy': '让 {bond} 的所有成员与 {first} 一致',
  'bond-ends-agree/set-mode': '将 {who} 的 {bond} 改为 {mode}',
  'bond-ends-agree/add-bond': '将 {b} 的 {count} 个端口聚合',

  'edge-guarded/bare':
    '{switch} 有 {count} 个边缘端口（首个为 {who}）没有启用 BPDU 保护：请启用，以便接入的交换机会被隔离。',
  'edge-guarded/guard': '在 {switch} 的 {count} 个边缘端口上启用 BPDU 保护',

  'mac-well-formed/malformed':
    '{who} 的“{mac}”不是 MAC 地址：请填写 12 位十六进制数字，例如 08:00:27:1a:2b:3c。',
  'mac-well-formed/zero': '{who} 的 MAC 地址 {mac} 表示“没有地址”：请换一个。',
  'mac-well-formed/group': '{who} 的 MAC 地址 {mac} 是组地址，不是某台机器的地址：第二位数字必须是偶数。',
  'mac-well-formed/foreign':
    '{who} 的 MAC 地址是 {mac}，{platform} 不会分配这样的地址：请使用 {range} 范围内的地址。',
  'mac-well-formed/new-mac': '将 {who} 的 MAC 地址改为 {mac}',

  'no-edge-to-switch/edge': '{who} 是边缘端口，但它后面是交换机 {other}：请改为普通端口。',
  'no-edge-to-switch/ordinary': '将 {who} 改为普通端口',

  'no-loop-without-stp/tagged':
    '{path} 之间的链路在 VLAN {vlans} 中形成环路，而 {silent} 没有运行生成树：请启用，或去掉一条链路。',
  'no-loop-without-stp/untagged':
    '{path} 之间的链路形成环路，而 {silent} 没有运行生成树：请启用，或去掉一条链路。',
  'no-loop-without-stp/itself':
    '{path} 有一条链路又连回 {path} 自身，而它没有运行生成树：请启用，或去掉这条链路。',
  'no-loop-without-stp/turn-on': '在 {silent} 上运行 {mode}',
  'no-loop-without-stp/remove-cable': '去掉使环路闭合的链路',

  'no-mac-twice-on-hub/twice':
    '{a} 和 {b} 在 {switch} 的两个端口上使用同一 MAC 地址 {mac}，而该交换机不区分标签：请为其中一个换一个地址。',
  'no-mac-twice-on-hub/twice-here': '{b} 的 MAC 地址也是 {mac}。',
  'no-mac-twice-on-hub/new-mac': '将 {who} 的 MAC 地址改为 {mac}',

  'stp-modes-agree/differ': '{a} 运行 {modeA}，{b} 运行 {modeB}：请让两者一致。',
  'stp-modes-agree/set': '让 {who} 运行 {mode}',

  'stp-priority-valid/step': '{who} 的生成树优先级 {value} 不是 4096 的倍数或超过 61440：请填写 {near}。',
  'stp-priority-valid/step-one':
    '{who} 对 {instance} 的生成树优先级 {value} 不是 4096 的倍数或超过 61440：请填写 {near}。',
  'stp-priority-valid/malformed': '{who} 的“{text}”不是 VLAN 或实例的优先级：请写成 10=4096 的形式。',
  'stp-priority-valid/set': '改为 {near}',

  'stp-root-decided/nobody':
    '{switches} 都没有设置生成树优先级，根桥将由 MAC 地址决定：请给 {best} 最低的优先级。',
  'stp-root-decided/tie':
    '{best} 和 {other} 的生成树优先级同为最低的 {value}，根桥将由 MAC 地址决定：请给 {other} 更高的值。',
  'stp-root-decided/tie-one':
    '{best} 和 {other} 对 {instance} 的生成树优先级同为最低的 {value}，根桥将由 MAC 地址决定：请给 {other} 更高的值。',
  'stp-root-decided/choose': '将 {best} 设为根桥 (4096)，{other} 为备份 (8192)',
  'stp-root-decided/later': '将 {other} 的优先级设为 {value}',
};
