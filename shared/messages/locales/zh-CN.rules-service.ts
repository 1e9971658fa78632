/** Simplified Chinese for the rules of NAT and DHCP. */
export const zhCNrulesService: Record<string, string> = {
  'dhcp-answered/silent':
    '{who} 要通过 DHCP 获取地址，但其广播域中没有设备应答（那里共有 {count} 个客户端）：请让某台设备为该子网提供 DHCP，或手动填写地址。',
  'dhcp-answered/serve': '让 {who} 以 {pools} 为 {prefix} 提供 DHCP',

  'dhcp-pool-in-subnet/malformed': '“{pool}”不是地址范围，例如 192.0.2.100-192.0.2.199。',
  'dhcp-pool-in-subnet/reversed': '地址池 {pool} 的起始地址大于结束地址：请把较小的地址写在前面。',
  'dhcp-pool-in-subnet/outside':
    '地址池 {pool} 不完全在 {prefix} 内：获得池外地址的客户端无法与任何机器通信。',
  'dhcp-pool-in-subnet/ends': '地址池 {pool} 包含 {prefix} 的网络地址或广播地址，客户端不能使用它们。',
  'dhcp-pool-in-subnet/write': '改为 {pool}',

  'dhcp-router-agrees/malformed': 'DHCP 选项 3 是“{text}”，不是地址列表：请填写地址，或删除该选项。',
  'dhcp-router-agrees/outside':
    'DHCP 告知 {prefix} 的客户端路由器为 {router}，但它在该子网之外，客户端无法到达：请删除该选项。',
  'dhcp-router-agrees/differs':
    'DHCP 告知 {prefix} 的客户端路由器为 {router}，而其网关是 {gateway}：请让两者一致。',
  'dhcp-router-agrees/drop': '删除该选项：网关会自动告知',

  'dhcp-server-on-segment/away':
    '{server} 为 {prefix} 提供 DHCP，但它在那里没有接口，也没有中继转发请求：请连接它，或添加中继。',
  'dhcp-server-on-segment/add-relay': '让 {who} 把请求中继到 {server}（{address}）',

  'forward-on-nat/no-nat':
    '{who} 不是 NAT，也不做地址转换，因此不会创建这条端口转发：请把它移到 NAT 上，或让 {who} 成为 NAT。',
  'forward-on-nat/make-nat': '将 {who} 设为虚拟化平台的 NAT 服务',

  'forward-target-behind-nat/malformed': '“{address}”不是 IP 地址：请填写 {nat} 后面某台机器的地址。',
  'forward-target-behind-nat/nobody': '{nat} 后面没有机器使用 {address}：请转发到那里已有的机器。',
  'forward-target-behind-nat/elsewhere':
    '{who} 使用 {address}，但它不在 {nat} 后面：请转发到在其后面的机器。',
  'forward-target-behind-nat/lead-to': '转发到 {who} 的 {address}',

  'forward-target-listens/closed':
    '{who} 上没有服务监听 {address} 的 {protocol} 端口 {port}：请转发到其某个服务的端口，或添加该服务。',
  'forward-target-listens/lead-to': '转发到端口 {port}（{service}）',

  'host-only-range/refused':
    '{who} 的地址是 {address}，而在 Linux 和 macOS 上 VirtualBox 的仅主机网络只接受 {range}：请使用该范围，或在 /etc/vbox/networks.conf 中放行。',

  'nat-port-budget/short':
    '为 {machines} 台机器各分配 {block} 个端口，会用去该地址池 {have} 个端口的 {percent}%：请增加公网地址，或缩小每台机器的端口块。',
  'nat-port-budget/use-block': '每台机器分配 {block} 个端口',

  'no-forward-on-service-port/taken':
    '{who} 的端口 {port}/{protocol} 被转发到 {inside}，但其服务 {service} 正在监听该端口：请转发其他端口。',
  'no-forward-on-service-port/service-here': '{service} 在此处监听。',
  'no-forward-on-service-port/use-port': '改为监听 {free}',

  'no-kept-address-in-pool/gateway': '地址池 {pool} 包含网关 {address}：请把它排除在外。',
  'no-kept-address-in-pool/server': '地址池 {pool} 包含提供 DHCP 的 {who} 的地址 {address}：请把它排除在外。',
  'no-kept-address-in-pool/leave-out': '改为 {pools}',

  'no-overlapping-dhcp-pools/overlap':
    '{a} 和 {b} 在同一广播域中都分配 {range}：请只让其中一台提供 DHCP，或让两者各分配一部分。',
  'no-overlapping-dhcp-pools/engine':
    '{b} 为 {prefix} 提供 DHCP，但同一广播域中的 NAT 服务 {a} 自带 DHCP：请只让其中一台提供。',
  'no-overlapping-dhcp-pools/other-here': '{a} 在此处分配这些地址。',
  'no-overlapping-dhcp-pools/stop': '让 {b} 不再为 {prefix} 提供 DHCP',

  'no-privileged-host-port/low':
    '在 Linux 和 macOS 上，主机端口 {port} 需要 root 权限，而 VirtualBox 无法占用时不会提示：请监听 {free} 或其他不小于 1024 的端口。',
  'no-privileged-host-port/full':
    '在 Linux 和 macOS 上，主机端口 {port} 需要 root 权限：请监听不小于 1024 的端口。',
  'no-privileged-host-port/use-port': '改为监听 {free}',

  'reservation-in-subnet/malformed': '“{address}”不是 IP 地址：请填写该子网的地址。',
  'reservation-in-subnet/outside': '{address} 不是 {prefix} 的主机地址，却为它保留：请保留该子网内的地址。',
  'reservation-in-subnet/twice': '{address} 在 {prefix} 中被保留了两次：请在此处保留另一个地址。',
  'reservation-in-subnet/first-here': '{address} 首先在此处保留。',
  'reservation-has-client/nobody': '{address} 的保留既没有指定接口，也没有指定 MAC 地址：请指定一个。',
  'reservation-has-client/bad-mac':
    '“{mac}”不是 MAC 地址，{address} 没有为任何机器保留：请填写 12 位十六进制数字，或指定接口。',
  'reservation-has-client/unknown-mac':
    '{address} 是为 MAC 地址 {mac} 保留的，但实验中没有接口使用它：请改正，或指定接口。',
  'reservation-has-client/elsewhere':
    '{prefix} 的 {address} 是为 {who} 保留的，但它在另一个广播域中，不会在那里请求地址：请把它连接到那里，或删除该保留。',
  'reservation-has-client/no-server':
    '保留了 {address}，但没有设备为 {prefix} 提供 DHCP：请为该子网指定服务器。',
  'reservation-in-subnet/use-free': '改为保留 {address}',
};
