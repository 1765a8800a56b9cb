---
purpose: The checks of each step. Each has a control that must succeed and one that must fail, so that a dead port or a broken probe is an error and never a pass.
when: [kubernetes]
how: script
because: []
apply: []
undo: The probe pods carry the label mesh-pilot/file=check and are deleted at the end. A debug container stays in the pod of ${from} until that restarts.
verify:
  what: Exit code 0 is a pass, 1 a failure, 2 says that nothing was proven.
  commands:
    - bash check.sh strict
---
set -uo pipefail
ns="${namespace}" image="${PROBE_IMAGE:-docker.io/curlimages/curl:8.17.0}" server_image="${SERVER_IMAGE:-docker.io/library/busybox:1.37}"
url="http://${to}.${namespace}.svc.cluster.local:8080${CHECK_PATH:-/api/}"
token="${TOKEN:-}"
[ "$token" = "..." ] && token=""
with_token=""
[ -z "$token" ] || with_token="-H 'Authorization: Bearer $token'"

pass() { echo "PASS: $*"; exit 0; }
fail() { echo "FAIL: $*"; exit 1; }
unknown() { echo "NOTHING PROVEN: $*"; exit 2; }
trap 'kubectl delete pods -n "$ns" -l mesh-pilot/file=check --ignore-not-found --wait=false >/dev/null 2>&1' EXIT

# What came of a request: answered, denied (401, 403), cut (connection ended without an answer), closed, silent or lost (no such name).
outcome() {
  local code exit_code
  code="$(printf '%s' "$1" | sed -n 's/.*code=\([0-9]*\).*/\1/p' | tail -1)"
  exit_code="$(printf '%s' "$1" | sed -n 's/.*exit=\([0-9]*\).*/\1/p' | tail -1)"
  case "$code" in
    401 | 403) echo denied ;;
    [1-5][0-9][0-9]) echo answered ;;
    *) case "$exit_code" in 35 | 52 | 56) echo cut ;; 7) echo closed ;; 28) echo silent ;; 6) echo lost ;; *) echo broken ;; esac ;;
  esac
}
# What a namespace that admits only restricted pods asks of the probes. The user is a number, since by a name the kubelet
# cannot tell that it is not root.
#when not-openshift
user='"runAsUser":65534,'
#end
#when openshift
# Here the cluster gives each namespace its own.
user=''
#end
restricted='"runAsNonRoot":true,'"$user"'"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}'
ask() { printf 'curl -s -o /dev/null -w "code=%%{http_code} " --max-time 5 %s "%s"; echo "exit=$?"' "${2:-}" "$1"; }

# A request out of a running pod of ${from}: its identity and its labels.
as_caller() {
  local pod
  pod="$(kubectl get pods -n "$ns" -l app=${from} --field-selector=status.phase=Running -o name | head -1)"
  [ -n "$pod" ] || { echo "exit=99"; return; }
  kubectl debug -n "$ns" "${pod#pod/}" -i --quiet --profile=restricted --custom=<(echo '{"securityContext":{'"$restricted"'}}') --image="$image" -- sh -c "$1" 2>/dev/null
}
# A pod of its own, under the default service account. $1: its name, $2: in the mesh or out of it; then what kubectl run takes.
pod() {
  local name="$1" outside=""
  [ "$2" = out ] && outside='"metadata":{"labels":{"mesh-pilot/file":"check","sidecar.istio.io/inject":"false","istio.io/dataplane-mode":"none"},"annotations":{"linkerd.io/inject":"disabled","consul.hashicorp.com/connect-inject":"false"}},'
  shift 2
  kubectl run "$name" -n "$ns" --restart=Never --labels=mesh-pilot/file=check --override-type=strategic \
    --overrides='{'"$outside"'"spec":{"containers":[{"name":"'"$name"'","securityContext":{'"$restricted"'}}]}}' "$@"
}
# A request from such a pod.
as_other() { pod "$1" "$2" --rm -i --quiet --image="$image" --command -- sh -c "$3" 2>/dev/null; }

case "${1:-}" in
  strict)
    was="$(outcome "$(as_caller "$(ask "$url" "$with_token")")")"
    [ "$was" = answered ] || unknown "the pilot's own call is $was: ${to} must answer ${from} before anything else can be proven."
    pod mesh-pilot-control out --image="$server_image" --command -- sh -c 'echo plaintext > /tmp/index.html && exec httpd -f -p 8080 -h /tmp' >/dev/null
    kubectl wait -n "$ns" pod/mesh-pilot-control --for=condition=Ready --timeout=60s >/dev/null 2>&1
    address="$(kubectl get pod mesh-pilot-control -n "$ns" -o jsonpath='{.status.podIP}')"
    was="$(outcome "$(as_other mesh-pilot-probe-1 out "$(ask "http://$address:8080/index.html")")")"
    [ "$was" = answered ] || unknown "the probe does not reach a plaintext server either ($was). Run this check before the network layer, or allow the probe there."
    was="$(outcome "$(as_other mesh-pilot-probe-2 out "$(ask "$url")")")"
    case "$was" in
      cut | denied) pass "plaintext to ${to} is refused ($was), and the probe reaches a plaintext server." ;;
      answered) fail "${to} answers plaintext." ;;
      *) unknown "the probe's call to ${to} is $was, which is no refusal." ;;
    esac ;;
  allow)
    was="$(outcome "$(as_caller "$(ask "$url" "$with_token")")")"
    [ "$was" = answered ] || fail "the call that should be allowed is $was. With rules on tokens set TOKEN, with rules on paths set CHECK_PATH."
    was="$(outcome "$(as_other mesh-pilot-probe-1 in "$(ask "$url")")")"
    case "$was" in
      denied | cut) pass "${from} is answered, a stranger in the mesh is refused ($was)." ;;
      answered) fail "a stranger in the mesh is answered." ;;
      *) unknown "the stranger's call is $was, so another layer stopped it first. Run this check before the network layer." ;;
    esac ;;
  network)
    was="$(outcome "$(as_caller "$(ask "$url" "$with_token")")")"
    case "$was" in answered | denied) ;; *) fail "the call that should pass is $was." ;; esac
    was="$(outcome "$(as_other mesh-pilot-probe-1 in "$(ask "$url")")")"
    case "$was" in
      silent | closed | cut) pass "${from} gets through, a pod with other labels does not ($was)." ;;
      lost) unknown "the stranger cannot look up names: DNS is closed to it, which it should not be." ;;
      answered | denied) fail "a pod with other labels gets through ($was)." ;;
      *) unknown "the stranger's probe is $was." ;;
    esac ;;
  forged-token)
    [ -n "$token" ] || unknown "set TOKEN to a valid token for ${to}: without a call that passes, a refusal proves nothing."
    was="$(outcome "$(as_caller "$(ask "$url" "$with_token")")")"
    [ "$was" = answered ] || unknown "the call with a valid token is $was."
    was="$(outcome "$(as_caller "$(ask "$url" "-H 'Authorization: Bearer forged'")")")"
    case "$was" in denied) pass "a forged token is refused, a valid one is not." ;; answered) fail "a forged token is accepted." ;; *) unknown "the call with a forged token is $was." ;; esac ;;
  edge)
    public="https://${host}/"
    was="$(outcome "$(eval "$(ask "$public")")")"
    case "$was" in denied) ;; answered) fail "the gateway answers without a token." ;; *) unknown "the gateway is $was." ;; esac
    was="$(outcome "$(eval "$(ask "$public" "-H 'Authorization: Bearer forged'")")")"
    case "$was" in denied) ;; answered) fail "the gateway accepts a forged token." ;; *) unknown "the gateway is $was." ;; esac
    [ -n "$token" ] || unknown "without and with a forged token it refuses. Set TOKEN to a valid one: a gateway that refuses everybody passes this far too."
    was="$(outcome "$(eval "$(ask "$public" "$with_token")")")"
    [ "$was" = answered ] || fail "a valid token is refused ($was)."
    pass "only a valid token gets through." ;;
  edge-open)
    was="$(outcome "$(eval "$(ask "https://${host}/")")")"
    case "$was" in answered | denied) pass "the public host answers by TLS." ;; *) fail "the public host is $was." ;; esac ;;
  large)
    nodes="$(kubectl get pods -n "$ns" -l 'app in (${from},${to})' -o jsonpath='{range .items[*]}{.spec.nodeName}{"\n"}{end}' | sort -u | wc -l)"
    [ "$nodes" -gt 1 ] || unknown "both services run on one node, so nothing went between two."
    was="$(outcome "$(as_caller "head -c 200000 /dev/zero | $(ask "$url" "--data-binary @- $with_token")")")"
    case "$was" in
      answered | denied) pass "a request of 200 kB gets from node to node." ;;
      silent) fail "a large request is lost: the MTU leaves no room for what encryption adds." ;;
      *) unknown "the large request is $was." ;;
    esac ;;
  dns)
    said="$(as_caller 'nslookup kubernetes.default.svc.cluster.local >/dev/null && echo inside; nslookup example.com >/dev/null && echo outside; nslookup dnssec-failed.org >/dev/null && echo broken-signature; true')"
    case "$said" in *inside*) ;; *) fail "names inside do not resolve." ;; esac
    case "$said" in *outside*) ;; *) fail "names outside do not resolve." ;; esac
    case "$said" in *broken-signature*) fail "a name with a broken signature resolves: the resolver does not validate." ;; esac
    pass "names inside and outside resolve, one with a broken signature does not." ;;
  *) echo "Usage: check.sh strict|allow|network|forged-token|edge|edge-open|large|dns" >&2; exit 2 ;;
esac
