/** What no file of Consul's kit brings, and why. */
export const consulReasons: Readonly<Record<string, string>> = {
  "resilience.budget": "Consul caps retries by count only; no configuration entry has a budget.",
  "policy.dry-run": "Intentions are enforced or absent: Consul has no dry run.",
  "routing.mirror": "Consul mirrors only by raw Envoy configuration, which upgrades can break.",
  "routing.faults":
    "Faults are injected by an Envoy extension of Consul Enterprise, or by a chaos tool: not in a first kit.",
  "routing.gateway-api":
    "Consul steers calls between services by its own entries; the Gateway API serves its gateway only.",
  "identities.own-ca":
    "Consul signs with its own authority until another is set: Vault or AWS Private CA, by consul connect ca set-config or in the chart. It can be switched later on a live mesh.",
  "identities.rotation":
    "Certificates renew by themselves within 72 hours, and Consul cross-signs a new root when the authority is changed: a command, not a file.",
  "telemetry.routes":
    "Consul counts by service and subset: paths that lead to one service are not told apart.",
  "telemetry.tracing":
    "Spans need Envoy's own tracer settings as raw JSON in proxy-defaults, for a collector that you name: not in a first kit.",
  "also.orchestrators":
    "Make the kit for the other scheduler by changing the answer on the platform: the entries of this one serve both.",
  "also.vm":
    "Make the kit for machines by changing the answer on the platform: the entries of this one serve both.",
};
