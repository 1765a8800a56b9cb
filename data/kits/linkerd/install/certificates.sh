---
purpose: Makes a trust anchor of ten years and an issuer of one year, in place of Linkerd's default anchor, which ends after 365 days and takes all traffic with it.
when: [linkerd-new]
how: script
duties: [id-anchor]
writtenFor: [linkerd]
caution: ca.key signs everything that the mesh will trust. Move it out of this folder into your vault, and put the day on which issuer.crt ends into the calendar. For an issuer that renews itself, have cert-manager sign it.
undo: The files stay. Delete them once Linkerd is gone.
verify:
  what: The anchor is good for ten years and has signed the issuer.
  commands:
    - openssl verify -CAfile ca.crt issuer.crt
---
set -euo pipefail
umask 077
if [ -e ca.key ]; then
  echo "ca.key is there already: nothing was made" >&2
  exit 1
fi
openssl ecparam -name prime256v1 -genkey -noout -out ca.key
openssl req -x509 -new -key ca.key -sha256 -days 3650 -out ca.crt \
  -subj "/CN=root.linkerd.${trust-domain}" \
  -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign"
openssl ecparam -name prime256v1 -genkey -noout -out issuer.key
openssl req -new -key issuer.key -subj "/CN=identity.linkerd.${trust-domain}" -out issuer.csr
printf 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectAltName=DNS:identity.linkerd.%s\n' "${trust-domain}" > issuer.ext
openssl x509 -req -in issuer.csr -CA ca.crt -CAkey ca.key -CAcreateserial -sha256 -days 365 -extfile issuer.ext -out issuer.crt
openssl verify -CAfile ca.crt issuer.crt
