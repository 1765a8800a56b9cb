/**
 * The one script an embedded document may hold, and only if the loader asked for it: it tells the page around it how
 * high the card is. It speaks to the origin that the loader named and to no other, which the browser checks, and it
 * listens to nobody. The height is that of the card, a box that does not depend on the window.
 */
export const resizeScript = [
  "(()=>{",
  'const card=document.querySelector("main"),host=document.documentElement.dataset.host;',
  "let said=0;",
  "if(parent!==window)new ResizeObserver(()=>{",
  "const height=Math.ceil(card.getBoundingClientRect().height);",
  'if(height!==said)parent.postMessage({type:"mesh-advisor",height:said=height},host)',
  "}).observe(card)",
  "})()",
].join("");
