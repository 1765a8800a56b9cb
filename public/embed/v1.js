(() => {
  const home = new URL(document.currentScript.src).origin;
  const turns = new Map();

  const show = (holder) => {
    const read = (name) => holder.getAttribute(`data-${name}`) || holder.getAttribute(name);
    const code = read("mesh-advisor") || read("code");
    if (!code || holder.querySelector("iframe")) return;
    const url = new URL(`/embed/${encodeURIComponent(code)}`, home);
    for (const name of ["view", "theme", "title", "note"])
      if (read(name)) url.searchParams.set(name, read(name));
    url.searchParams.set("resize", self.origin);
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: url, title: "Service mesh", loading: "lazy", height: 240 });
    Object.assign(frame.style, { border: 0, display: "block", width: "100%", maxWidth: "30rem" });
    turns.set(frame, [0]);
    holder.append(frame);
  };

  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== home || data?.type !== "mesh-advisor" || !(data.height > 0)) return;
    for (const [frame, [count, width]] of turns) {
      if (!frame.isConnected) turns.delete(frame);
      if (frame.contentWindow !== source) continue;
      // A loop?
      const turn = width === frame.clientWidth ? count + 1 : 0;
      turns.set(frame, [turn, frame.clientWidth]);
      if (turn < 20) frame.height = Math.min(data.height, 2000);
      // The link goes.
      for (const other of [...frame.parentNode.childNodes]) other === frame || other.remove();
    }
  });

  window.meshAdvisor = (root = document) =>
    root.querySelectorAll("[data-mesh-advisor]").forEach(show);
  customElements.get("mesh-advisor") ||
    customElements.define(
      "mesh-advisor",
      class extends HTMLElement {
        static observedAttributes = ["code"];
        connectedCallback() {
          show(this);
        }
        // Some set it late.
        attributeChangedCallback() {
          this.querySelector("iframe")?.remove();
          this.isConnected && show(this);
        }
      },
    );
  meshAdvisor();
  addEventListener("DOMContentLoaded", () => meshAdvisor());
})();
