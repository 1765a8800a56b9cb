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
# Whether anything of the kind is there. Not by grep -q, which closes the pipe under kubectl.
there() { [ -n "$(k get "$@" -o name)" ]; }
note() { printf '  %s\n' "$*"; }
todo=()
skip() { todo+=("$*"); }

command -v kubectl >/dev/null || { echo "kubectl is not here." >&2; exit 1; }
server="$(k get --raw /version | sed -n 's/.*"gitVersion": *"\([^"]*\)".*/\1/p')"
[ -n "$server" ] || { echo "The API server does not answer: kubectl config current-context?" >&2; exit 1; }
echo "Cluster $(k config current-context), Kubernetes $server"
note "The makers of all parts of this kit state ${kubernetes-range}."
minor="$(printf '%s' "$server" | sed -n 's/^v1\.\([0-9]*\).*/\1/p')"
if [ -n "$minor" ] && { [ "$minor" -lt "${kubernetes-from}" ] || [ "$minor" -gt "${kubernetes-to}" ]; }; then
  skip "All: Kubernetes $server is outside what the makers of these versions state (${kubernetes-range})."
fi

echo "Meshes"
found=""
# By label in every namespace: a revision, an add-on of a cloud or a second installation has another name and place.
look_for() { # name of the mesh, its home in this kit, kind and labels of its control plane
  local places
  places="$(k get "$3" -A -l "$4" -o jsonpath='{range .items[*]}{.metadata.namespace}/{.metadata.name} {end}')"
  [ -n "$places" ] || return 0
  found="$found $1"
  note "$1 is there: $places"
  case " $places" in *" $2/"*) ;; *) skip "All: $1 does not run in the namespace $2, which the rules of this kit name. Put its own in place of it." ;; esac
}
look_for istio istio-system deployments app=istiod
look_for linkerd linkerd deployments linkerd.io/control-plane-component=destination
look_for consul consul deployments app=consul,component=connect-injector
k get mutatingwebhookconfigurations -o name | grep -E 'istio|linkerd|consul' | sed 's/^/  webhook: /'
#when mesh-istio
own=istio
definitions='\.istio\.io$'
trust="$(k get configmap istio -n istio-system -o jsonpath='{.data.mesh}' | sed -n 's/^trustDomain: *"\{0,1\}\([^" ]*\).*/\1/p')"
revisions="$(k get deployments -A -l app=istiod -o jsonpath='{range .items[*]}{.metadata.labels.istio\.io/rev}{" "}{end}')"
case " $found " in *" istio "*)
  skip "01-install: Istio is there (revisions: ${revisions:-none}). Skip the step, in and out."
  case " $revisions" in *[!\ ]*) [ "$revisions" = "default " ] || skip "02-enrol/namespace.yaml: this Istio runs by revision. Use the label istio.io/rev=<revision> there." ;; esac ;;
esac
#end
#when ambient
there daemonsets -A -l app=ztunnel || case " $found " in *" istio "*) skip "02-enrol: this Istio has no ztunnel, so ambient mode is off. Turn it on in your installation first." ;; esac
#end
#when linkerd
own=linkerd
definitions='\.linkerd\.io$'
trust="$(k get configmap linkerd-config -n linkerd -o jsonpath='{.data.values}' | sed -n 's/^ *identityTrustDomain: *"\{0,1\}\([^" ]*\).*/\1/p' | sed -n 1p)"
case " $found " in *" linkerd "*) skip "01-install: Linkerd is there. Skip the step, in and out, and ca.key with it." ;; esac
#end
#when consul
own=consul
definitions='\.consul\.hashicorp\.com$'
trust=""
case " $found " in *" consul "*) skip "01-install: Consul is there. Skip the step, in and out." ;; esac
#end
#when no-mesh
own=none
definitions='^$'
trust=""
#end
[ -z "$trust" ] || [ "$trust" = "${trust-domain}" ] || skip "All: the trust domain here is $trust, not ${trust-domain}: make the kit with it, or its rules refuse everybody."
case " $found " in *" $own "*) ;; *)
  leftover="$(k get crd -o name | grep "$definitions")"
  [ -z "$leftover" ] || skip "01-install: definitions of an earlier $own are there without it. The chart refuses them, or keeps them as old as they are: settle that first." ;;
esac
in_pods="$(k get pods -n "${namespace}" -o jsonpath='{range .items[*]}{.spec.initContainers[*].name}{" "}{.spec.containers[*].name}{" "}{end}')"
mode="$(k get namespace "${namespace}" -o jsonpath='{.metadata.labels.istio\.io/dataplane-mode}')"
for other in $found; do
  [ "$other" = "$own" ] || skip "All: $other is there too. No pod of ${namespace} may be in both, and rules of this kit close the ports of the other."
done
case " $in_pods " in *" istio-proxy "*) [ "$own" = istio ] || skip "All: pods in ${namespace} carry Istio's proxy already. Take another namespace." ;; esac
case " $in_pods " in *" linkerd-proxy "*) [ "$own" = linkerd ] || skip "All: pods in ${namespace} carry Linkerd's proxy already. Take another namespace." ;; esac
case " $in_pods " in *" consul-dataplane "*) [ "$own" = consul ] || skip "All: pods in ${namespace} carry Consul's proxy already. Take another namespace." ;; esac
#when ambient
case " $in_pods " in *" istio-proxy "*) skip "02-enrol: pods in ${namespace} carry sidecars, which keep them out of ambient mode. Take the label istio-injection or istio.io/rev from the namespace and restart them first, or take another namespace." ;; esac
#end
[ "$mode" != ambient ] || [ "$own" = istio ] || skip "All: ${namespace} is in Istio's ambient mode already. Take another namespace."

echo "Gateway API"
bundle="$(k get crd gateways.gateway.networking.k8s.io -o jsonpath='{.metadata.annotations.gateway\.networking\.k8s\.io/bundle-version}')"
channel="$(k get crd gateways.gateway.networking.k8s.io -o jsonpath='{.metadata.annotations.gateway\.networking\.k8s\.io/channel}')"
if [ -z "$bundle" ]; then
  note "none"
else
  note "$bundle, $channel channel"
  skip "The Gateway API is there ($bundle): do not install it again. Whoever brought it owns it."
  lowest="$(printf '%s\n' "${bundle#v}" "${gateway-api-from}" | sort -V | sed -n 1p)"
  given="$(printf '%s' "${bundle#v}" | cut -d. -f1,2)"
  highest="$(printf '%s\n' "$given" "${gateway-api-to}" | sort -V | sed -n 2p)"
  if [ "$lowest" != "${gateway-api-from}" ] || [ "$highest" != "${gateway-api-to}" ]; then
    skip "Gateway API $bundle is outside ${gateway-api-from} to ${gateway-api-to}, which this kit is made for: do not go on before you know why."
  fi
fi
k get gatewayclasses -o custom-columns=NAME:.metadata.name,CONTROLLER:.spec.controllerName --no-headers | sed 's/^/  class: /'
#when other-gateway
if there deployments/envoy-gateway -n envoy-gateway-system; then
  skip "06-edge: Envoy Gateway is there. Skip its installation, in and out."
elif there crd securitypolicies.gateway.envoyproxy.io; then
  skip "06-edge: definitions of an earlier Envoy Gateway are there, and stay as old as they are. Bring them to the version of this kit first."
fi
#end

echo "Network"
cni="$(k get daemonsets -A -o name)"
case "$cni" in
  *anetd*) note "CNI: GKE Dataplane V2, which is Google's own Cilium" ;;
  *daemonset.apps/cilium*) note "CNI: Cilium $(k get daemonsets/cilium -n kube-system -o jsonpath='{.spec.template.spec.containers[0].image}' | sed 's/.*:\([^@]*\).*/\1/')" ;;
  *calico-node*) note "CNI: Calico" ;;
  *ovnkube-node*) note "CNI: OVN-Kubernetes" ;;
  *aws-node*)
    note "CNI: Amazon VPC CNI"
    case "$(k get daemonsets/aws-node -n kube-system -o jsonpath='{.spec.template.spec.containers[*].args}')" in
      *enable-network-policy=true*) ;;
      *) skip "07-layers: the VPC CNI enforces NetworkPolicy only where its network policy agent is on, and here it is off." ;;
    esac ;;
  *) case "$server" in
      *+k3s*) note "CNI: that of k3s, which enforces NetworkPolicy unless it was started with --disable-network-policy" ;;
      *) note "CNI not known here"; skip "07-layers: check that your CNI enforces NetworkPolicy, or the file does nothing." ;;
    esac ;;
esac
#when mesh-istio
case "$cni" in *daemonset.apps/cilium*)
  cilium() { k get configmap cilium-config -n kube-system -o jsonpath="{.data.$1}"; }
  [ "$(cilium cni-exclusive)" != true ] || skip "01-install: Cilium deletes what other CNI plugins write. Set cni.exclusive=false there first."
  [ "$(cilium kube-proxy-replacement)" != true ] || [ "$(cilium bpf-lb-sock-hostns-only)" = true ] || skip "01-install: Cilium redirects calls of pods before the mesh sees them. Set socketLB.hostNamespaceOnly=true there first."
  [ "$(cilium enable-bpf-masquerade)" != true ] || note "bpf.masquerade is on, with which probes fail in ambient mode" ;;
esac
#end
#when openshift
dns_in=openshift-dns dns_label=dns.operator.openshift.io/owning-dns=default
#end
#when not-openshift
dns_in=kube-system dns_label=k8s-app=kube-dns
#end
dns="$(k get services -n "$dns_in" -l "$dns_label" -o jsonpath='{.items[0].spec.clusterIPs[*]}')"
note "DNS Service: ${dns:-not found}"
case " $dns " in *" $(printf '%s' "${cluster-dns}" | sed 's,/.*,,') "*) ;; *) skip "07-layers: the address of the cluster's DNS is ${dns:-unknown}, not ${cluster-dns}. Make the kit with it." ;; esac
# The rules see packets after the Service was resolved, so what counts is the port of the pods.
for port in $(k get services -n "$dns_in" -l "$dns_label" -o jsonpath='{.items[0].spec.ports[*].targetPort}'); do
  case "$port" in *[!0-9]* | 53 | 5353 | 9153) ;; *) skip "07-layers: pods of the cluster's DNS answer on port $port. Add it beside 53, or no name resolves." ;; esac
done
local_args="$(k get daemonsets -n kube-system -o jsonpath='{range .items[*]}{.metadata.name}{"\t"}{.spec.template.spec.containers[0].args}{"\n"}{end}' | grep -E '^node-?local-?dns')"
if [ -n "$local_args" ]; then
  if there ciliumlocalredirectpolicies -A; then mode="a local redirect policy of Cilium"
  elif [ -n "$dns" ] && printf '%s' "$local_args" | grep -F "${dns%% *}" >/dev/null; then mode="the default, which takes over the address of the DNS Service"
  else mode="its own address only (kube-proxy with IPVS)"; fi
  note "NodeLocal DNSCache by $mode"
  for address in $(printf '%s' "$local_args" | grep -oE '169\.254\.[0-9]+\.[0-9]+' | sort -u); do
    case "$address" in 169.254.20.10 | 169.254.25.10) ;; *) skip "07-layers: NodeLocal DNSCache answers on $address. Add it beside 169.254.20.10, or no name resolves." ;; esac
  done
else
  note "NodeLocal DNSCache: none"
fi

echo "Namespace ${namespace}"
if ! there namespace "${namespace}"; then
  skip "Create the namespace ${namespace} and run both services there first: this kit makes no namespace for them, and deletes none."
else
  note "labels: $(k get namespace "${namespace}" -o jsonpath='{.metadata.labels}')"
  for app in "${from}" "${to}"; do
    account="$(k get deployment "$app" -n "${namespace}" -o jsonpath='{.spec.template.spec.serviceAccountName}')"
    label="$(k get deployment "$app" -n "${namespace}" -o jsonpath='{.spec.template.metadata.labels.app}')"
    ports=" $(k get service "$app" -n "${namespace}" -o jsonpath='{.spec.clusterIP} {.spec.ports[*].port}') "
    if [ -z "$label" ]; then skip "There is no Deployment $app with the label app in ${namespace}: the rules of this kit name it by that label."
    elif [ "$label" != "$app" ]; then skip "Pods of $app carry app=$label: the rules of this kit name app=$app."; fi
    [ "$account" = "$app" ] || skip "Pods of $app run as ${account:-default}: give them the service account $app, or no rule knows them."
    case "$ports" in
      *" None "*) skip "The Service $app has no address of its own (headless): proxies do not find it by name. Give it one." ;;
      *" 8080 "*) ;;
      *) skip "There is no Service $app on port 8080 in ${namespace}: the files of this kit name that port. Change it in all of them." ;;
    esac
  done
#when linkerd
#when l7
  for path in $(k get deployment "${to}" -n "${namespace}" -o jsonpath='{range .spec.template.spec.containers[*]}{.livenessProbe.httpGet.path} {.readinessProbe.httpGet.path} {.startupProbe.httpGet.path} {end}'); do
    [ "$path" = /healthz ] || skip "05-authorize/allow.yaml: pods of ${to} are probed at $path. Put it (without what follows a question mark), and what it redirects to, beside /healthz, or they are never ready."
  done
#end
#end
#when linkerd
  there namespace "${gateway-namespace}" || skip "05-authorize, 07-layers: there is no namespace ${gateway-namespace}. Make the kit with that of your gateway, or it is refused."
#end
#when enrols-namespace
  if there cronjobs -n "${namespace}" || there jobs -n "${namespace}"; then
    skip "02-enrol: Jobs run in ${namespace} and are enrolled with it. They end only where proxies are native sidecars: try one by hand first."
  fi
#end
  for kind in networkpolicies.networking.k8s.io ciliumnetworkpolicies.cilium.io peerauthentications.security.istio.io authorizationpolicies.security.istio.io servers.policy.linkerd.io serviceintentions.consul.hashicorp.com httproutes.gateway.networking.k8s.io gateways.gateway.networking.k8s.io; do
    k get "$kind" -n "${namespace}" -l '!mesh-pilot/file' -o name | while read -r object; do note "there already: $object"; done
  done
  if there networkpolicies -n "${namespace}" -l '!mesh-pilot/file' || there ciliumnetworkpolicies -n "${namespace}" -l '!mesh-pilot/file'; then
    skip "07-layers: policies are there already. Their rules and this kit's add up; none is changed."
#when some-mesh
    skip "02-enrol: policies are there already. From then on calls arrive on TCP ${mesh-port}, and proxies call their control plane: open both there first, as 07-layers does, or the pods are cut off."
#end
  fi
fi

echo "Other parts"
k get deployments -A -o name | sed -n 's,^deployment.apps/cert-manager$,  cert-manager is there. This kit neither needs nor touches it.,p'
command -v helm >/dev/null && helm list -A --short 2>/dev/null | sed 's/^/  chart: /'

echo
if [ "${#todo[@]}" -eq 0 ]; then
  echo "Nothing to skip. Go on with the first step."
else
  echo "Skip or change:"
  printf -- '- %s\n' "${todo[@]}"
fi
