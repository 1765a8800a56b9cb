/** What no form of Consul has a setting for. */
export const consulReasons: Readonly<Record<string, string>> = {
  "resilience.budget": "Consul caps retries by count only; no configuration entry has a budget.",
  "policy.dry-run": "Intentions are enforced or absent: Consul has no dry run.",
  "routing.mirror": "Consul mirrors only by raw Envoy configuration, which upgrades can break.",
  "routing.faults": "Consul injects faults only by an Envoy extension of your own.",
};
