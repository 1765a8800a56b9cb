export default function ShareLayout({ children }: LayoutProps<"/share">) {
  return children;
}
