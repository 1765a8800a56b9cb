"use client";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <h1>Something went wrong</h1>
      <p>This page could not be shown. Your answers are in its address, so nothing is lost.</p>
      <button type="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
