/** The model in formulas, with their inputs and units. Plain text, so that every reader and search finds it. */
export function Formulas() {
  return (
    <dl className="cost-formulas">
      <div>
        <dt>Calls a second inside the mesh</dt>
        <dd>E = requests from outside × (1 + further calls for each)</dd>
      </div>
      <div>
        <dt>Requests a second through a sidecar</dt>
        <dd>r = 2 × E ÷ pods. A call passes two proxies; an even spread gives the largest sum.</dd>
      </div>
      <div>
        <dt>CPU of sidecars, mCPU</dt>
        <dd>pods × (idle + c1000 × (r ÷ 1000)^a), with a = 0.8 for Envoy and 0.9 for Linkerd</dd>
      </div>
      <div>
        <dt>CPU of ambient mode, mCPU</dt>
        <dd>
          nodes × idle + 2 × E ÷ 1000 × z + w × E ÷ 1000 × waypoint + waypoints × idle, with w the
          share of calls at layer 7
        </dd>
      </div>
      <div>
        <dt>Memory, MiB</dt>
        <dd>
          Sidecars: pods × proxy. Ambient: nodes × (ztunnel + CNI agent) + waypoints × waypoint. CNI
          encryption: nodes × (agent + 10.5 KiB × pods of the cluster, and an Envoy if w is above
          0).
        </dd>
      </div>
      <div>
        <dt>Control plane</dt>
        <dd>
          Memory: clusters × replicas × (base + growth × pods of a cluster ÷ 1000). CPU: clusters ×
          replicas × base; during a rollout growth × pods ÷ 1000 more.
        </dd>
      </div>
      <div>
        <dt>Added latency, ms</dt>
        <dd>
          Median: h × p50 of a call, h calls deep. 99th percentile: between max(h × p50, √h × p99)
          and max(h × p50, h × p99), of which only the power of ten is shown.
        </dd>
      </div>
      <div>
        <dt>Ranges</dt>
        <dd>
          All low values together, all typical, all high. They are extremes observed, not a
          confidence interval.
        </dd>
      </div>
    </dl>
  );
}
