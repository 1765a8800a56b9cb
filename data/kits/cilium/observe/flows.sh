---
purpose: Lists who calls whom in ${namespace}, which is what the policies of the next steps must allow.
duties: [np-staged]
how: script
writtenFor: [cilium]
undo: It only reads.
verify:
  what: The list has the calls that you know of, databases and outside hosts included.
  commands:
    - bash 03-observe/flows.sh | sort | uniq -c | sort -rn | head -30
---
set -euo pipefail
command -v hubble >/dev/null || { echo "hubble, Cilium's command for flows, is not here" >&2; exit 1; }
hubble observe --port-forward --namespace "${namespace}" --last 10000 --output json |
  jq -r '.flow // empty | [.source.namespace, ((.source.labels // []) | map(select(startswith("k8s:app="))) | first), .destination.namespace, ((.destination.labels // []) | map(select(startswith("k8s:app="))) | first), ((.destination_names // []) | first), ((.l4 // {}) | to_entries | (.[0].value.destination_port // "")), .verdict] | map(tostring) | join(" ")'
