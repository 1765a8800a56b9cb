import "@/components/result/since-then.css";
import "@/components/result/change-list.css";
import "@/components/result/result.css";
import "@/components/result/take-away.css";
import "@/components/result/print.css";

export default function ResultLayout({ children }: LayoutProps<"/r">) {
  return children;
}
