import type { Route } from "next";

export interface NavigationItem {
  readonly href: Route;
  readonly label: string;
}

/** The pages of the site, in the order of the header. A page joins the list when it exists. */
export const navigation: readonly NavigationItem[] = [
  { href: "/", label: "Home" },
  // The cast goes when every build has the route.
  { href: "/questions" as Route, label: "Questions" },
  { href: "/matrix" as Route, label: "Matrix" },
  { href: "/compare" as Route, label: "Compare" },
  { href: "/costs" as Route, label: "Costs" },
  { href: "/method" as Route, label: "Method" },
  { href: "/search" as Route, label: "Search" },
];

/** The other pages, in the order of the footer. */
export const footerNavigation: readonly { readonly href: string; readonly label: string }[] = [
  { href: "/options", label: "Options" },
  { href: "/glossary", label: "Glossary" },
  { href: "/evidence", label: "Evidence" },
  { href: "/changes", label: "Changes" },
  { href: "/corrections", label: "Suggest a correction" },
  { href: "/import", label: "Fill in from the cluster" },
];
