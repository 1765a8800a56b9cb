export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-control border border-ink-3 px-[5px] font-sans text-[length:inherit]">
      {children}
    </kbd>
  );
}
