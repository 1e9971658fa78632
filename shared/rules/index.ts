import { addressInSubnet } from './address-in-subnet.ts';
import { addressWellFormed } from './address-well-formed.ts';
import { gatewayOnSegment } from './gateway-on-segment.ts';
import { linkModesAgree } from './link-modes-agree.ts';
import { noDuplicateAddress } from './no-duplicate-address.ts';
import { noDuplicateMac } from './no-duplicate-mac.ts';
import { noMtuMismatch } from './no-mtu-mismatch.ts';
import { noReservedAddress } from './no-reserved-address.ts';
import { noTakenHostPort } from './no-taken-host-port.ts';
import { portInRange } from './port-in-range.ts';
import type { Rule } from './rule.ts';
import { vlanIdInRange } from './vlan-id-in-range.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  addressInSubnet,
  addressWellFormed,
  gatewayOnSegment,
  linkModesAgree,
  noDuplicateAddress,
  noDuplicateMac,
  noMtuMismatch,
  noReservedAddress,
  noTakenHostPort,
  portInRange,
  vlanIdInRange,
];
