import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import { stringify } from "yaml";
import { present } from "@/lib/kit/asks";
import { type Context, json, manifest, settings } from "@/lib/kit/context";
import type { Ask, KitFile } from "@/lib/kit/types";
import { requestTimeout } from "./routes";

/** Retries, a budget and deadlines as every gRPC client reads them. */
function grpcServiceConfig(service: string): object {
  return {
    methodConfig: [
      {
        name: [{ service }],
        timeout: requestTimeout,
        waitForReady: false,
        retryPolicy: {
          maxAttempts: 3,
          initialBackoff: "0.05s",
          maxBackoff: "0.5s",
          backoffMultiplier: 2,
          retryableStatusCodes: ["UNAVAILABLE"],
        },
      },
    ],
    retryThrottling: { maxTokens: 100, tokenRatio: 0.2 },
    loadBalancingConfig: [{ round_robin: {} }],
  };
}

/** The settings of resilience4j in Spring Boot's form. */
function resilience4j(name: string): object {
  return {
    resilience4j: {
      retry: {
        instances: {
          [name]: {
            maxAttempts: 3,
            waitDuration: "50ms",
            enableExponentialBackoff: true,
            exponentialBackoffMultiplier: 2,
            retryExceptions: ["java.io.IOException"],
          },
        },
      },
      timelimiter: { instances: { [name]: { timeoutDuration: requestTimeout } } },
      circuitbreaker: {
        instances: {
          [name]: {
            slidingWindowSize: 50,
            minimumNumberOfCalls: 20,
            failureRateThreshold: 50,
            waitDurationInOpenState: "30s",
            permittedNumberOfCallsInHalfOpenState: 5,
          },
        },
      },
      bulkhead: { instances: { [name]: { maxConcurrentCalls: 100 } } },
    },
  };
}

/** What of resilience the answers ask for. */
function resilienceAsks({ asks }: Context): Ask[] {
  return asks.any("resilience", "retries", "budget", "timeouts", "breaking");
}

/** Resilience in the clients: gRPC's own service config, and resilience4j as the example of a library. */
export function clientLibraryFiles(context: Context, kubernetes: boolean): KitFile[] {
  const because = resilienceAsks(context);
  if (because.length === 0) return [];
  const { names, asks } = context;
  const grpc = grpcServiceConfig(names.to);
  const verify = {
    what: "With one failing replica the caller's error rate stays low, and the calls to it do not multiply.",
    commands: [],
  };
  const breaking = present(asks.of("resilience", "breaking"));
  if (!kubernetes) {
    return [
      json(
        context,
        {
          step: "traffic",
          name: "grpc-service-config.json",
          purpose: `Deadline, retries and a cap on retries for gRPC calls to ${names.to}, the same in every language.`,
          because,
          writtenFor: "gRPC 1.6x and newer",
          caution:
            "Give each client this text as its default service config, and put in the full name of the gRPC service. The cap counts per client and server.",
          verify,
        },
        grpc,
      ),
      settings(
        context,
        {
          step: "traffic",
          name: "resilience4j.yaml",
          purpose: `Retries, timeout, circuit breaker and bulkhead for HTTP calls to ${names.to} from Java; other languages have libraries alike.`,
          because,
          writtenFor: "resilience4j 2.4 with Spring Boot 3",
          caution: "Retry only what is safe to repeat. Everything counts per process.",
          verify,
        },
        resilience4j(names.to),
      ),
    ];
  }
  const map: IConfigMap = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `${names.to}-client`, namespace: names.namespace },
    data: {
      "grpc-service-config.json": `${JSON.stringify(grpc, null, 2)}\n`,
      "resilience4j.yaml": stringify(resilience4j(names.to), { compat: "yaml-1.1" }),
    },
  };
  return [
    manifest(
      context,
      {
        step: "traffic",
        name: "client-settings.yaml",
        purpose: `Deadline, retries, a cap on retries${breaking.length > 0 ? ", circuit breaker and bulkhead" : ""} for callers of ${names.to}: gRPC's own service config, and resilience4j as the example of a library.`,
        because,
        writtenFor: "gRPC 1.6x and newer, resilience4j 2.4 with Spring Boot 3",
        caution: `Nothing enforces it: mount the map in ${names.from} and read it there, or keep the same values in your shared library. Retry only what is safe to repeat. Everything counts per process.`,
        verify,
      },
      [map],
    ),
  ];
}
