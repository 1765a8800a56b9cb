export default function Home() {
  return (
    <main>
      <h1>Choose a service mesh</h1>
      <p>Istio, Linkerd, Consul or no mesh at all: which of them fits depends on what you run.</p>
    </main>
  );
}
