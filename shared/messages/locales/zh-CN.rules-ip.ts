/** Simplified Chinese for the rules of addresses, routes and sizes. */
export const zhCNrulesIp: Record<string, string> = {
  'default-route-present/without':
    '{prefix} 中有 {count} 台机器没有默认路由（{who}）：它们发出的报文到不了 {router} 之外。请为该子网设置网关。',
  'default-route-present/set-gateway': '将 {gateway} 设为 {prefix} 的网关',
  'default-route-present/add-subnet': '添加子网 {prefix}，网关为 {gateway}',

  'device-name-well-formed/empty': '有一台设备没有名称。请用字母、数字和连字符为它命名。',
  'device-name-well-formed/malformed': '“{name}”不是主机名。请只用字母、数字和连字符，最多 63 个字符。',
  'device-name-well-formed/rename': '改名为 {free}',

  'ipv6-prefix-is-64/self-addressed':
    '{prefix} 不是 /64：其中自动获取 IPv6 地址的机器将得不到地址。请改为 /64。',
  'ipv6-prefix-is-64/unusual': '{prefix} 不是 /64，而大多数系统都要求 IPv6 子网为 /64。请改为 /64。',
  'ipv6-prefix-is-64/use-64': '改为 {cidr}',

  'next-hop-on-link/nowhere':
    '{device} 无法到达下一跳 {via}：它在那里没有地址。请为它配置地址，或改用相邻的路由器。',
  'next-hop-on-link/elsewhere':
    '{device} 无法到达下一跳 {via}：它直连的网络是 {connected}。请填写其中的路由器。',
  'next-hop-on-link/other-interface': '下一跳 {via} 不在该路由的出接口 {interface} 上。',
  'next-hop-on-link/use-router': '改经 {via}（{who}）',
  'next-hop-on-link/drop-interface': '去掉接口，由下一跳决定',

  'next-hop-owned/nobody':
    '到 {destination} 的下一跳是 {via}，但该广播域中没有设备使用这个地址。请填写那里的路由器。',
  'next-hop-owned/no-router': '到 {destination} 的下一跳 {via} 是 {who}，它不转发报文。请填写一台路由器。',
  'next-hop-owned/use-router': '改经 {via}（{who}）',

  'no-address-on-two-segments/clash':
    '{a} 和 {b} 都使用了 {address}，而两者所在的广播域之间有路由。请将其中一个改为其他地址。',
  'no-address-on-two-segments/clash-here': '{b} 在另一个广播域中也使用了 {address}。',
  'no-address-on-two-segments/use-free': '将 {who} 的地址改为 {free}',

  'no-documentation-address-outside/outside':
    '{prefix} 是保留给文档示例的地址，而该广播域连接到真实网络。请使用那个网络的地址。',

  'no-duplicate-device-name/twice': '有两台设备都叫 {name}。请重命名其中一台。',
  'no-duplicate-device-name/first-here': '这台设备也叫 {name}。',
  'no-duplicate-device-name/rename': '将这台改名为 {free}',

  'no-duplicate-route/twin': '{device} 到 {destination} 的同一条路由出现了两次。请删除一条。',
  'no-duplicate-route/rival':
    '{device} 有两条到 {destination}、度量值都是 {metric} 的路由：只有第一条生效。请给另一条更大的度量值，或将其删除。',
  'no-duplicate-route/first-here': '这一条排在前面，因此生效。',
  'no-duplicate-route/remove': '删除这一条',
  'no-duplicate-route/wait': '将这一条的度量值设为 {metric}，作为备用',

  'no-host-bits/host-bits': '{prefix} 写的是一台机器，而不是网络：所在网络是 {network}。请改写。',
  'no-host-bits/write': '改为 {network}',
  'no-host-bits/write-host': '只指这一个地址：{host}',

  'no-huge-segment/huge': '{prefix} 是一个最多有 {count} 台主机的广播域。请用路由器把它划分为几个子网。',

  'no-hypervisor-prefix/on-host':
    '{prefix} 与 {product} 默认使用的 {other} 重叠；{host} 位于该网络中，可能也装有它。请使用其他前缀。',
  'no-hypervisor-prefix/own-nat':
    '{machine} 在这里属于 {prefix}，而它自己的 NAT 默认使用 {other}：它无法区分这两个网络。请使用其他前缀，或为该 NAT 指定子网。',

  'no-overlapping-subnets/equal': '{prefix} 同时用于两个互相有路由的广播域。请将其中一个改为其他前缀。',
  'no-overlapping-subnets/inside':
    '{prefix} 包含在 {outer} 之内，而后者位于另一个有路由可达的广播域。请让两者不再重叠。',
  'no-overlapping-subnets/device-equal':
    '{device} 在两个广播域中都属于 {prefix}：发往该网络的报文只会从其中一个接口发出。请将其中一个改为其他前缀。',
  'no-overlapping-subnets/device-inside':
    '{device} 在一个广播域中属于 {prefix}，在另一个广播域中属于包含它的 {outer}。请让两者不再重叠。',
  'no-overlapping-subnets/two-cards':
    '{device} 的 {a} 和 {b} 在同一广播域中都属于 {prefix}：它发出的报文只会走第一个接口。请只保留一个，或将两者做成链路聚合。',
  'no-overlapping-subnets/other-here': '此处使用了 {outer}。',

  'no-private-nat-outside/second-nat':
    '{device} 把地址转换为 {address}，而这是私有地址：到互联网之前还有一层 NAT。请在那里也做端口转发。',
  'no-private-nat-outside/not-reached':
    '{device} 在 {address} 上转发端口，而这是私有地址；该实验要求能从互联网访问它们。请使用公网地址，或在外层 NAT 上也做转发。',

  'no-public-space-inside/public':
    '{prefix} 是公网地址空间，而该网络并未接入互联网。请使用私有前缀，例如 10.20.30.0/24。',
  'no-public-space-inside/public-behind-nat':
    'NAT 之后使用了公网地址空间 {prefix}：从这里将无法访问这些地址真正的所有者。请使用私有前缀，例如 10.20.30.0/24。',

  'no-route-to-itself/itself':
    '{via} 就是 {device} 自己：下一跳应当是它之后的路由器。请填写那台路由器的地址。',
  'no-route-to-itself/use-router': '改经 {via}（{who}）',

  'no-second-default-route/second':
    '{device} 有两条度量值都是 {metric} 的默认路由：只有第一条生效。请给另一条更大的度量值。',
  'no-second-default-route/first-here': '这一条排在前面，因此生效。',
  'no-second-default-route/wait': '将这一条的度量值设为 {metric}，作为备用',

  'no-static-in-pool/inside':
    '{who} 的静态地址 {address} 位于 DHCP 地址池 {pool} 内，服务器可能把它分配给别的机器。请为它建立保留，或移开其中一个。',
  'no-static-in-pool/reserve': '为 {who} 保留 {address}',
  'no-static-in-pool/split-pool': '从地址池中排除 {address}',
  'no-static-in-pool/use-free': '将 {who} 的地址改为 {free}',

  'one-prefix-length/unlike-subnet':
    '{who} 的地址是 {address}/{length}，而它的子网是 {prefix}。请使用相同的前缀长度。',
  'one-prefix-length/unlike-others':
    '{who} 的地址是 {address}/{length}，同一广播域中 {other} 的地址是 {otherCidr}。请使用相同的前缀长度。',
  'one-prefix-length/subnet-unlike':
    '子网是 {prefix}，其中的 {count} 个地址的前缀长度却都是 /{length}。请使用相同的前缀长度。',
  'one-prefix-length/other-here': '{other} 的地址是 {otherCidr}。',
  'one-prefix-length/write': '将 {who} 的地址写为 {cidr}',
  'one-prefix-length/write-subnet': '将子网改为 {cidr}',

  'route-well-formed/destination': '“{text}”不是路由的目的网络，例如 10.0.5.0/24；默认路由写作 0.0.0.0/0。',
  'route-well-formed/next-hop': '“{text}”不是下一跳的地址，例如 10.0.0.1。',
  'route-well-formed/no-way': '到 {destination} 的路由既没有下一跳也没有接口。请填写其一。',
  'route-well-formed/family': '到 {destination} 的路由的下一跳是 {via}，两者的 IP 版本不同。',
  'route-well-formed/foreign': '{device} 的路由从 {interface} 发出，而那不是它自己的接口。',
  'route-well-formed/write': '改为 {text}',
  'route-well-formed/drop-interface': '去掉接口，由下一跳决定',

  'subnet-has-room/over': '{prefix} 只有 {usable} 个地址，其中的机器却需要 {need} 个。请使用更大的前缀。',
  'subnet-has-room/full': '{prefix} 的 {usable} 个地址已全部用完，无法再添加机器。请使用更大的前缀。',
  'subnet-has-room/nearly': '{prefix} 的 {usable} 个地址已用去 {need} 个。请在用完之前改用更大的前缀。',
  'subnet-has-room/widen': '扩大为 {cidr}',

  'checks/unknown-rule':
    '没有名为 {rule} 的规则，该设置不起作用。请填写规则的 id，或规则目录中的编号，例如 IP-01。',
  'checks/no-table': '针对 {rule} 的设置写的表 {table} 不存在。',
  'checks/row-without-table': '针对 {rule} 的设置只写了行 {row}，没有写表。请写明它在哪个表中。',
  'checks/no-row': '针对 {rule} 的设置写的是 {table} 中的 {row}，但实验中没有它。',
  'checks/unused': '该设置关闭了 {rule}，但那里并没有任何问题。请删除该设置。',
  'checks/remove': '删除该设置',
};
