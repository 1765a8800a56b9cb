import "@/components/share/share.css";

export default function ShareLayout({ children }: LayoutProps<"/share">) {
  return children;
}
