---
purpose: Looks at what is there and says which steps to skip or change. It reads only.
when: [kubernetes]
how: script
because: []
apply:
  - bash 00-look.sh
undo: It only reads.
verify:
  what: It ends with the list of what to skip or change.
  commands: []
---
set -uo pipefail
# Reads from the cluster and prints. Nothing here creates, changes or deletes.
k() { kubectl "$@" 2>/dev/null; }
note() { printf '  %s\n' "$*"; }
todo=()
skip() { todo+=("$*"); }

command -v kubectl >/dev/null || { echo "kubectl is not here." >&2; exit 1; }
server="$(k get --raw /version | sed -n 's/.*"gitVersion": *"\([^"]*\)".*/\1/p')"
[ -n "$server" ] || { echo "The API server does not answer: kubectl config current-context?" >&2; exit 1; }
echo "Cluster $(k config current-context), Kubernetes $server"
note "The parts of this kit are made for ${kubernetes-range}."
minor="$(printf '%s' "$server" | sed -n 's/^v1\.\([0-9]*\).*/\1/p')"
if [ -n "$minor" ] && { [ "$minor" -lt "${kubernetes-from}" ] || [ "$minor" -gt "${kubernetes-to}" ]; }; then
  skip "All: Kubernetes $server is outside what these versions are made for (${kubernetes-range})."
fi

echo "Meshes"
found=""
look_for() { # label of the mesh, what shows that it is there
  if k get "$2" -n "$3" -o name | grep -q .; then
    found="$found $1"
    note "$1 is there: $3/$2"
  fi
}
look_for istio deployments/istiod istio-system
look_for linkerd deployments/linkerd-destination linkerd
look_for consul statefulsets/consul-server consul
k get mutatingwebhookconfigurations -o name | grep -E 'istio|linkerd|consul' | sed 's/^/  webhook: /'
#when mesh-istio
own=istio
revisions="$(k get deployments -A -l app=istiod -o jsonpath='{range .items[*]}{.metadata.labels.istio\.io/rev}{" "}{end}')"
case " $found " in *" istio "*)
  skip "01-install: Istio is there (revisions: ${revisions:-none}). Skip the step, in and out."
  case " $revisions" in *[!\ ]*) [ "$revisions" = "default " ] || skip "02-enrol/namespace.yaml: this Istio runs by revision. Use the label istio.io/rev=<revision> there." ;; esac ;;
esac
#end
#when ambient
k get daemonsets/ztunnel -n istio-system -o name | grep -q . || case " $found " in *" istio "*) skip "02-enrol: this Istio has no ztunnel, so ambient mode is off. Turn it on in your installation first." ;; esac
#end
#when linkerd
own=linkerd
case " $found " in *" linkerd "*) skip "01-install: Linkerd is there. Skip the step, in and out, and ca.key with it." ;; esac
#end
#when consul
own=consul
case " $found " in *" consul "*) skip "01-install: Consul is there. Skip the step, in and out." ;; esac
k get mutatingwebhookconfigurations -o name | grep -q consul || true
#end
#when no-mesh
own=none
#end
for other in $found; do
  [ "$other" = "$own" ] || skip "02-enrol: $other is there too. No pod of ${namespace} may be in both."
done
in_pods="$(k get pods -n "${namespace}" -o jsonpath='{range .items[*]}{.spec.initContainers[*].name}{" "}{.spec.containers[*].name}{" "}{end}')"
case " $in_pods " in *" istio-proxy "*) [ "$own" = istio ] || skip "02-enrol: pods in ${namespace} carry Istio's proxy already. Take another namespace." ;; esac
case " $in_pods " in *" linkerd-proxy "*) [ "$own" = linkerd ] || skip "02-enrol: pods in ${namespace} carry Linkerd's proxy already. Take another namespace." ;; esac
case " $in_pods " in *" consul-dataplane "*) [ "$own" = consul ] || skip "02-enrol: pods in ${namespace} carry Consul's proxy already. Take another namespace." ;; esac

echo "Gateway API"
bundle="$(k get crd gateways.gateway.networking.k8s.io -o jsonpath='{.metadata.annotations.gateway\.networking\.k8s\.io/bundle-version}')"
channel="$(k get crd gateways.gateway.networking.k8s.io -o jsonpath='{.metadata.annotations.gateway\.networking\.k8s\.io/channel}')"
if [ -z "$bundle" ]; then
  note "none"
else
  note "$bundle, $channel channel"
  skip "The Gateway API is there ($bundle): do not install it again. Whoever brought it owns it."
  lowest="$(printf '%s\n' "${bundle#v}" "${gateway-api-from}" | sort -V | head -1)"
  highest="$(printf '%s\n' "${bundle#v}" "${gateway-api-to}" | sort -V | tail -1)"
  if [ "$lowest" != "${gateway-api-from}" ] || [ "$highest" != "${gateway-api-to}" ]; then
    skip "Gateway API $bundle is outside ${gateway-api-from} to ${gateway-api-to}, which this kit is made for: do not go on before you know why."
  fi
fi
k get gatewayclasses -o custom-columns=NAME:.metadata.name,CONTROLLER:.spec.controllerName --no-headers | sed 's/^/  class: /'
k get deployments/envoy-gateway -n envoy-gateway-system -o name | grep -q . && skip "06-edge: Envoy Gateway is there. Skip its installation, in and out."

echo "Network"
cni="$(k get daemonsets -n kube-system -o name; k get daemonsets -n calico-system -o name)"
case "$cni" in
  *anetd*) note "CNI: GKE Dataplane V2, which is Google's own Cilium" ;;
  *cilium*) note "CNI: Cilium $(k get daemonsets/cilium -n kube-system -o jsonpath='{.spec.template.spec.containers[0].image}' | sed 's/.*:\([^@]*\).*/\1/')" ;;
  *calico*) note "CNI: Calico" ;;
  *aws-node*) note "CNI: Amazon VPC CNI"; skip "07-layers: the VPC CNI enforces NetworkPolicy only where its network policy agent is on." ;;
  *) note "CNI not known here"; skip "07-layers: check that your CNI enforces NetworkPolicy, or the file does nothing." ;;
esac
dns="$(k get service kube-dns -n kube-system -o jsonpath='{.spec.clusterIPs[*]}')"
note "DNS Service: ${dns:-not found}"
case " $dns " in *" $(printf '%s' "${cluster-dns}" | sed 's,/.*,,') "*) ;; *) skip "07-layers: the address of the cluster's DNS is ${dns:-unknown}, not ${cluster-dns}. Make the kit with it." ;; esac
if k get daemonsets -n kube-system -o name | grep -q node-local-dns; then
  local_args="$(k get daemonsets/node-local-dns -n kube-system -o jsonpath='{.spec.template.spec.containers[0].args}')"
  if k get ciliumlocalredirectpolicies -A -o name | grep -q .; then mode="a local redirect policy of Cilium"
  elif [ -n "$dns" ] && printf '%s' "$local_args" | grep -qF "${dns%% *}"; then mode="the default, which takes over the address of the DNS Service"
  else mode="its own address only (kube-proxy with IPVS)"; fi
  note "NodeLocal DNSCache by $mode"
else
  note "NodeLocal DNSCache: none"
fi

echo "Namespace ${namespace}"
if ! k get namespace "${namespace}" -o name | grep -q .; then
  skip "Create the namespace ${namespace} and run both services there first: this kit makes no namespace for them, and deletes none."
else
  note "labels: $(k get namespace "${namespace}" -o jsonpath='{.metadata.labels}')"
  for app in "${from}" "${to}"; do
    account="$(k get deployment "$app" -n "${namespace}" -o jsonpath='{.spec.template.spec.serviceAccountName}')"
    label="$(k get deployment "$app" -n "${namespace}" -o jsonpath='{.spec.template.metadata.labels.app}')"
    if [ -z "$label" ]; then skip "There is no Deployment $app with the label app in ${namespace}: the rules of this kit name it by that label."
    elif [ "$label" != "$app" ]; then skip "Pods of $app carry app=$label: the rules of this kit name app=$app."; fi
    [ "$account" = "$app" ] || skip "Pods of $app run as ${account:-default}: give them the service account $app, or no rule knows them."
  done
  for kind in networkpolicies.networking.k8s.io ciliumnetworkpolicies.cilium.io peerauthentications.security.istio.io authorizationpolicies.security.istio.io servers.policy.linkerd.io serviceintentions.consul.hashicorp.com httproutes.gateway.networking.k8s.io gateways.gateway.networking.k8s.io; do
    k get "$kind" -n "${namespace}" -l '!mesh-pilot/file' -o name | while read -r there; do note "there already: $there"; done
  done
  k get networkpolicies -n "${namespace}" -l '!mesh-pilot/file' -o name | grep -q . && skip "07-layers: policies are there already. Their rules and this kit's add up; none is changed."
fi

echo "Other parts"
k get deployments -A -o name | grep -q '/cert-manager$' && note "cert-manager is there. This kit neither needs nor touches it."
command -v helm >/dev/null && helm list -A --short 2>/dev/null | sed 's/^/  chart: /'

echo
if [ "${#todo[@]}" -eq 0 ]; then
  echo "Nothing to skip. Go on with the first step."
else
  echo "Skip or change:"
  printf -- '- %s\n' "${todo[@]}"
fi
