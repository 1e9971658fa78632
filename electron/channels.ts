/* Both ends of the bridge name their channels here; the names themselves come from the contract. */

export function callChannel(name: string): string {
  return `netloom/call/${name}`;
}

export function eventChannel(name: string): string {
  return `netloom/event/${name}`;
}
