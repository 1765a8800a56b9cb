import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import { stringify } from "yaml";
import { type Context, manifest, settings } from "@/lib/kit/context";
import type { KitFile } from "@/lib/kit/types";
import { monitoringNamespace } from "./workloads";

/** Receives spans and metrics of services, counts requests from spans, and offers the counts to Prometheus. */
function collectorConfig(tracing: boolean): object {
  const processors = ["memory_limiter", "batch"];
  return {
    receivers: {
      otlp: {
        protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } },
      },
    },
    processors: {
      memory_limiter: { check_interval: "1s", limit_percentage: 75, spike_limit_percentage: 20 },
      batch: {},
    },
    connectors: { span_metrics: { dimensions: [{ name: "http.route" }] } },
    exporters: {
      prometheus: { endpoint: "0.0.0.0:8889" },
      ...(tracing ? { otlp: { endpoint: "tempo:4317", tls: { insecure: true } } } : {}),
    },
    extensions: { health_check: { endpoint: "0.0.0.0:13133" } },
    service: {
      extensions: ["health_check"],
      pipelines: {
        traces: {
          receivers: ["otlp"],
          processors,
          exporters: ["span_metrics", ...(tracing ? ["otlp"] : [])],
        },
        metrics: { receivers: ["otlp", "span_metrics"], processors, exporters: ["prometheus"] },
      },
    },
  };
}

/** The configuration of an OpenTelemetry Collector, as a map on Kubernetes and as a file elsewhere. */
export function collectorFile(context: Context, kubernetes: boolean): KitFile {
  const { asks } = context;
  const tracing = asks.of("telemetry", "tracing") !== undefined;
  const config = collectorConfig(tracing);
  const spec = {
    step: "observe",
    purpose: `Counts requests, errors and durations from the spans that the services' OpenTelemetry libraries send${tracing ? ", and passes the spans on" : ""}.`,
    because: [
      { layer: "A part of every kit: strict modes are turned on by what metrics and logs show" },
      ...asks.any("telemetry", "golden", "routes", "tracing"),
    ],
    writtenFor: "OpenTelemetry Collector 0.14x (contrib)",
    ...(tracing ? { caution: "The address tempo:4317 stands for your trace store." } : {}),
    verify: {
      what: "The collector is healthy and offers counts.",
      commands: [
        "curl -s localhost:13133",
        "curl -s localhost:8889/metrics | grep traces_span_metrics_calls_total",
      ],
    },
  } as const;
  if (!kubernetes) return settings(context, { ...spec, name: "otel-collector.yaml" }, config);
  const map: IConfigMap = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "otel-collector", namespace: monitoringNamespace },
    data: { "config.yaml": stringify(config, { compat: "yaml-1.1" }) },
  };
  return manifest(
    context,
    {
      ...spec,
      name: "otel-collector.yaml",
      verify: {
        ...spec.verify,
        commands: [
          `kubectl -n ${monitoringNamespace} port-forward deploy/otel-collector 8889 & curl -s localhost:8889/metrics | grep traces_span_metrics_calls_total`,
        ],
      },
    },
    [map],
  );
}
