import type { ICertificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import type { IClusterIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer";
import type { IIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Issuer";
import type { IBundle } from "@kubernetes-models/cert-manager/trust.cert-manager.io/v1alpha1/Bundle";
import { present } from "@/lib/kit/asks";
import type { ClusterSPIFFEID } from "@/lib/kit/check/spire-schemas";
import { type Context, manifest, settings } from "@/lib/kit/context";
import type { Ask, KitFile, Preparation } from "@/lib/kit/types";

const identityLayer = { layer: "A layer of every kit: encryption and identity between workloads" };

/** SPIRE where identities must be attested or reach beyond the cluster; cert-manager where certificates are enough. */
function usesSpire({ asks }: Context): Ask[] {
  return [
    ...asks.any("identities", "workload"),
    ...asks.any("also", "vm", "orchestrators"),
    ...asks.any("multicluster", "calls"),
  ];
}

export function certificatePreparation(context: Context): Preparation {
  return usesSpire(context).length > 0
    ? {
        what: "SPIRE 1.15, which attests workloads and gives each an identity.",
        commands: [
          "helm repo add spiffe https://spiffe.github.io/helm-charts-hardened/",
          "helm upgrade --install spire-crds spiffe/spire-crds -n spire-server --create-namespace",
          "helm upgrade --install spire spiffe/spire -n spire-server -f 01-install/spire-values.yaml --wait",
        ],
        undo: ["helm uninstall spire -n spire-server", "helm uninstall spire-crds -n spire-server"],
      }
    : {
        what: "cert-manager 1.21 and trust-manager, which issue and renew certificates and hand out the root.",
        commands: [
          "helm repo add jetstack https://charts.jetstack.io",
          "helm upgrade --install cert-manager jetstack/cert-manager -n cert-manager --create-namespace --version '~1.21.0' --set crds.enabled=true --wait",
          "helm upgrade --install trust-manager jetstack/trust-manager -n cert-manager --set app.trust.namespace=cert-manager --wait",
        ],
        undo: [
          "helm uninstall trust-manager -n cert-manager",
          "helm uninstall cert-manager -n cert-manager",
        ],
      };
}

function spireFiles(context: Context, because: readonly Ask[]): KitFile[] {
  const { names } = context;
  const identity: ClusterSPIFFEID = {
    apiVersion: "spire.spiffe.io/v1alpha1",
    kind: "ClusterSPIFFEID",
    metadata: { name: `pilot-${names.namespace}` },
    spec: {
      spiffeIDTemplate:
        "spiffe://{{ .TrustDomain }}/ns/{{ .PodMeta.Namespace }}/sa/{{ .PodSpec.ServiceAccountName }}",
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": names.namespace } },
      podSelector: {
        matchExpressions: [{ key: "app", operator: "In", values: [names.from, names.to] }],
      },
      dnsNameTemplates: [
        "{{ .PodSpec.ServiceAccountName }}.{{ .PodMeta.Namespace }}.svc.cluster.local",
      ],
      ttl: "1h",
    },
  };
  return [
    settings(
      context,
      {
        step: "install",
        name: "spire-values.yaml",
        purpose:
          "Settings of SPIRE: trust domain and cluster name, which are part of every identity.",
        because: [identityLayer, ...because],
        writtenFor: "SPIRE 1.15, hardened chart",
        caution: "The trust domain cannot be changed later without new identities for all.",
        verify: {
          what: "Server and agents are healthy.",
          commands: ["kubectl -n spire-server get pods"],
        },
      },
      {
        global: { spire: { trustDomain: names.trustDomain, clusterName: "east" } },
        "spire-server": {
          ca_subject: { country: "XX", organization: "example", common_name: names.trustDomain },
        },
      },
    ),
    manifest(
      context,
      {
        step: "enrol",
        name: "identities.yaml",
        purpose: `Gives the pods of ${names.from} and ${names.to} SPIFFE identities made of namespace and service account.`,
        because: [identityLayer, ...because],
        writtenFor: "SPIRE Controller Manager 0.6",
        caution:
          "Pods fetch certificates from the socket that the CSI driver csi.spiffe.io mounts: the services, or a helper beside them, must use it.",
        verify: {
          what: "Two entries are registered.",
          commands: [
            "kubectl -n spire-server exec spire-server-0 -c spire-server -- spire-server entry show",
          ],
        },
      },
      [identity],
    ),
  ];
}

function certManagerFiles(context: Context): KitFile[] {
  const { names, asks } = context;
  const ownCa = asks.any("identities", "own-ca", "rotation");
  const vault = asks.of("identities", "own-ca") !== undefined;
  const ca = "workload-ca";
  const root: (IIssuer | ICertificate | IClusterIssuer)[] = vault
    ? [
        {
          apiVersion: "cert-manager.io/v1",
          kind: "ClusterIssuer",
          metadata: { name: ca },
          spec: {
            vault: {
              server: "https://vault.example.com",
              path: "pki_workloads/sign/pods",
              auth: {
                kubernetes: {
                  role: "cert-manager",
                  mountPath: "/v1/auth/kubernetes",
                  serviceAccountRef: { name: "cert-manager" },
                },
              },
            },
          },
        },
      ]
    : [
        {
          apiVersion: "cert-manager.io/v1",
          kind: "Issuer",
          metadata: { name: "self-signed", namespace: "cert-manager" },
          spec: { selfSigned: {} },
        },
        {
          apiVersion: "cert-manager.io/v1",
          kind: "Certificate",
          metadata: { name: ca, namespace: "cert-manager" },
          spec: {
            isCA: true,
            commonName: `${names.trustDomain} workloads`,
            secretName: ca,
            duration: "43800h",
            renewBefore: "8760h",
            privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
            issuerRef: { kind: "Issuer", name: "self-signed" },
          },
        },
        {
          apiVersion: "cert-manager.io/v1",
          kind: "ClusterIssuer",
          metadata: { name: ca },
          spec: { ca: { secretName: ca } },
        },
      ];
  const bundle: IBundle = {
    apiVersion: "trust.cert-manager.io/v1alpha1",
    kind: "Bundle",
    metadata: { name: "workload-roots" },
    spec: {
      sources: vault
        ? [{ configMap: { name: "vault-root", key: "ca.crt" } }]
        : [{ secret: { name: ca, key: "ca.crt" } }],
      target: {
        configMap: { key: "ca.crt" },
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": names.namespace } },
      },
    },
  };
  const certificate = (app: string): ICertificate => ({
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: app, namespace: names.namespace },
    spec: {
      secretName: `${app}-tls`,
      issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: ca },
      duration: "24h",
      renewBefore: "8h",
      dnsNames: [
        `${app}.${names.namespace}.svc.cluster.local`,
        `${app}.${names.namespace}.svc`,
        app,
      ],
      uris: [`spiffe://${names.trustDomain}/ns/${names.namespace}/sa/${app}`],
      usages: ["digital signature", "key encipherment", "server auth", "client auth"],
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
    },
  });
  return [
    manifest(
      context,
      {
        step: "install",
        name: "authority.yaml",
        purpose: vault
          ? "Connects cert-manager with your own authority (Vault as the example) and hands its root to the pilot."
          : "Makes an authority for workload certificates and hands its root to the pilot.",
        because: [identityLayer, ...ownCa],
        writtenFor: "cert-manager 1.21, trust-manager 0.24",
        caution: vault
          ? "Put in your Vault's address, path and role; the map vault-root in cert-manager holds its root certificate."
          : "The key of the root lies in a Secret of this cluster: use an authority outside it for production. When the root is replaced, trust both for a while.",
        verify: { what: "The issuer is ready.", commands: [`kubectl get clusterissuer ${ca}`] },
      },
      [...root, bundle],
    ),
    manifest(
      context,
      {
        step: "enrol",
        name: "certificates.yaml",
        purpose: `Issues certificates for ${names.from} and ${names.to}, good for both ends of mutual TLS, and renews them every 16 hours.`,
        because: [identityLayer, ...present(asks.of("mtls"), asks.of("strict")), ...ownCa],
        writtenFor: "cert-manager 1.21",
        caution:
          "The services must mount the Secret, load it anew when it changes, and ask for a client certificate. Anyone who may read Secrets here can take the identity.",
        verify: {
          what: "Both certificates are ready.",
          commands: [`kubectl -n ${names.namespace} get certificate`],
        },
      },
      [certificate(names.from), certificate(names.to)],
    ),
  ];
}

/** Certificates for workloads without a mesh. */
export function certificateFiles(context: Context): KitFile[] {
  const spire = usesSpire(context);
  return spire.length > 0 ? spireFiles(context, spire) : certManagerFiles(context);
}
