import { addressHasCable } from './address-has-cable.ts';
import { addressInSubnet } from './address-in-subnet.ts';
import { addressWellFormed } from './address-well-formed.ts';
import { bondEndsAgree } from './bond-ends-agree.ts';
import { defaultRoutePresent } from './default-route-present.ts';
import { deviceNameWellFormed } from './device-name-well-formed.ts';
import { dhcpAnswered } from './dhcp-answered.ts';
import { dhcpPoolInSubnet } from './dhcp-pool-in-subnet.ts';
import { dhcpRouterAgrees } from './dhcp-router-agrees.ts';
import { dhcpServerOnSegment } from './dhcp-server-on-segment.ts';
import { edgeGuarded } from './edge-guarded.ts';
import { forwardOnNat } from './forward-on-nat.ts';
import { forwardTargetBehindNat } from './forward-target-behind-nat.ts';
import { forwardTargetListens } from './forward-target-listens.ts';
import { gatewayOnSegment } from './gateway-on-segment.ts';
import { hostOnlyRange } from './host-only-range.ts';
import { ipv6PrefixIs64 } from './ipv6-prefix-is-64.ts';
import { linkModesAgree } from './link-modes-agree.ts';
import { macWellFormed } from './mac-well-formed.ts';
import { mtuCarried } from './mtu-carried.ts';
import { mtuInRange } from './mtu-in-range.ts';
import { mtuWithinParent } from './mtu-within-parent.ts';
import { natPortBudget } from './nat-port-budget.ts';
import { nativeVlanAllowed } from './native-vlan-allowed.ts';
import { nextHopOnLink } from './next-hop-on-link.ts';
import { nextHopOwned } from './next-hop-owned.ts';
import { noAddressOnSwitchPort } from './no-address-on-switch-port.ts';
import { noAddressOnTwoSegments } from './no-address-on-two-segments.ts';
import { noDocumentationAddressOutside } from './no-documentation-address-outside.ts';
import { noDuplicateAddress } from './no-duplicate-address.ts';
import { noDuplicateDeviceName } from './no-duplicate-device-name.ts';
import { noDuplicateMac } from './no-duplicate-mac.ts';
import { noDuplicateRoute } from './no-duplicate-route.ts';
import { noDuplicateTag } from './no-duplicate-tag.ts';
import { noEdgeToSwitch } from './no-edge-to-switch.ts';
import { noForwardOnServicePort } from './no-forward-on-service-port.ts';
import { noFrameSizeAsMtu } from './no-frame-size-as-mtu.ts';
import { noHostBits } from './no-host-bits.ts';
import { noHostsInNativeVlan } from './no-hosts-in-native-vlan.ts';
import { noHugeSegment } from './no-huge-segment.ts';
import { noHypervisorPrefix } from './no-hypervisor-prefix.ts';
import { noKeptAddressInPool } from './no-kept-address-in-pool.ts';
import { noLoopWithoutStp } from './no-loop-without-stp.ts';
import { noMacTwiceOnHub } from './no-mac-twice-on-hub.ts';
import { noMtuMismatch } from './no-mtu-mismatch.ts';
import { noOverlappingDhcpPools } from './no-overlapping-dhcp-pools.ts';
import { noOverlappingSubnets } from './no-overlapping-subnets.ts';
import { noPrivateNatOutside } from './no-private-nat-outside.ts';
import { noPrivilegedHostPort } from './no-privileged-host-port.ts';
import { noPublicSpaceInside } from './no-public-space-inside.ts';
import { noReservedAddress } from './no-reserved-address.ts';
import { noRouteToItself } from './no-route-to-itself.ts';
import { noRoutedJumbo } from './no-routed-jumbo.ts';
import { noSecondDefaultRoute } from './no-second-default-route.ts';
import { noStaticInPool } from './no-static-in-pool.ts';
import { noTakenHostPort } from './no-taken-host-port.ts';
import { noUnusedVlanOnTrunk } from './no-unused-vlan-on-trunk.ts';
import { noUsersInVlan1 } from './no-users-in-vlan-1.ts';
import { onePrefixLength } from './one-prefix-length.ts';
import { oneSubnetPerVlan } from './one-subnet-per-vlan.ts';
import { portInRange } from './port-in-range.ts';
import { reservationHasClient } from './reservation-has-client.ts';
import { reservationInSubnet } from './reservation-in-subnet.ts';
import { routeWellFormed } from './route-well-formed.ts';
import { stpModesAgree } from './stp-modes-agree.ts';
import { stpPriorityValid } from './stp-priority-valid.ts';
import { stpRootDecided } from './stp-root-decided.ts';
import { subnetHasRoom } from './subnet-has-room.ts';
import { subnetInOneVlan } from './subnet-in-one-vlan.ts';
import { tagCarried } from './tag-carried.ts';
import { vlanDefined } from './vlan-defined.ts';
import { vlanIdInRange } from './vlan-id-in-range.ts';
import { vlanOnEveryTrunk } from './vlan-on-every-trunk.ts';
import type { Rule } from './rule.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  addressHasCable,
  addressInSubnet,
  addressWellFormed,
  bondEndsAgree,
  defaultRoutePresent,
  deviceNameWellFormed,
  dhcpAnswered,
  dhcpPoolInSubnet,
  dhcpRouterAgrees,
  dhcpServerOnSegment,
  edgeGuarded,
  forwardOnNat,
  forwardTargetBehindNat,
  forwardTargetListens,
  gatewayOnSegment,
  hostOnlyRange,
  ipv6PrefixIs64,
  linkModesAgree,
  macWellFormed,
  mtuCarried,
  mtuInRange,
  mtuWithinParent,
  natPortBudget,
  nativeVlanAllowed,
  nextHopOnLink,
  nextHopOwned,
  noAddressOnSwitchPort,
  noAddressOnTwoSegments,
  noDocumentationAddressOutside,
  noDuplicateAddress,
  noDuplicateDeviceName,
  noDuplicateMac,
  noDuplicateRoute,
  noDuplicateTag,
  noEdgeToSwitch,
  noForwardOnServicePort,
  noFrameSizeAsMtu,
  noHostBits,
  noHostsInNativeVlan,
  noHugeSegment,
  noHypervisorPrefix,
  noKeptAddressInPool,
  noLoopWithoutStp,
  noMacTwiceOnHub,
  noMtuMismatch,
  noOverlappingDhcpPools,
  noOverlappingSubnets,
  noPrivateNatOutside,
  noPrivilegedHostPort,
  noPublicSpaceInside,
  noReservedAddress,
  noRouteToItself,
  noRoutedJumbo,
  noSecondDefaultRoute,
  noStaticInPool,
  noTakenHostPort,
  noUnusedVlanOnTrunk,
  noUsersInVlan1,
  onePrefixLength,
  oneSubnetPerVlan,
  portInRange,
  reservationHasClient,
  reservationInSubnet,
  routeWellFormed,
  stpModesAgree,
  stpPriorityValid,
  stpRootDecided,
  subnetHasRoom,
  subnetInOneVlan,
  tagCarried,
  vlanDefined,
  vlanIdInRange,
  vlanOnEveryTrunk,
];
