import { expectAccessible } from "./axe";
import { expectNoSidewaysScroll } from "./no-sideways-scroll";
import { expect, test } from "./test";

const nodes = `NAME                                        STATUS   ROLES    AGE   VERSION               INTERNAL-IP   EXTERNAL-IP   OS-IMAGE              KERNEL-VERSION   CONTAINER-RUNTIME
ip-10-0-1-11.eu-west-1.compute.internal   Ready    <none>   23m   v1.33.4-eks-fb459a0   10.0.1.11     <none>        Amazon Linux 2023.9   6.12.40          containerd://2.1.4
ip-10-0-2-12.eu-west-1.compute.internal   Ready    <none>   23m   v1.33.4-eks-fb459a0   10.0.2.12     <none>        Amazon Linux 2023.9   6.12.40          containerd://2.1.4`;

const namespaces = `NAME           STATUS   AGE   LABELS
istio-system   Active   90d   kubernetes.io/metadata.name=istio-system
shop-secret    Active   90d   istio-injection=enabled,kubernetes.io/metadata.name=shop-secret`;

const charts = JSON.stringify([
  { name: "istiod", namespace: "istio-system", chart: "istiod-1.28.2", app_version: "1.28.2" },
  {
    name: "own",
    namespace: "shop-secret",
    chart: "<img src=x onerror=alert(1)>-1.0.0",
    app_version: "1",
  },
]);

test("answers are proposed from what was pasted, with their lines, and nothing leaves the page", async ({
  page,
}) => {
  await page.goto("/import");
  const field = page.getByLabel("Output of the commands");
  await expect(page.getByText("Nothing pasted yet")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));

  await field.fill(`$ kubectl get nodes -o wide\n${nodes}\n\n${namespaces}\n\n${charts}`);
  await expect(page.getByRole("status").filter({ hasText: /^Read: / })).toBeVisible();
  const kubernetes = page.getByRole("group", { name: "Which Kubernetes is it?" });
  await expect(kubernetes.getByText("Amazon EKS on EC2 nodes")).toBeVisible();
  await expect(kubernetes.getByText("Sure", { exact: true })).toBeVisible();
  await expect(kubernetes.getByText("line 3")).toBeVisible();
  await expect(kubernetes.getByText(/^ip-10-0-1-11\.eu-west-1/)).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "Istio 1.28.2 no longer gets fixes" }),
  ).toBeVisible();
  await expect(page.locator("img[src='x']")).toHaveCount(0);

  // Proposed, never decided.
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(page.getByText("Tick what is right; then it can be used.")).toBeVisible();
  await page.getByRole("button", { name: /^Tick the \d+ that are sure$/ }).click();
  await expect(kubernetes.getByRole("checkbox", { name: /EKS on EC2/ })).toBeChecked();
  await expect(page.getByRole("region", { name: "What stays open" })).toContainText(
    "Licence policy",
  );

  const link = page.getByRole("link", { name: "propose a rule for it" });
  expect(await link.getAttribute("href")).not.toMatch(/img|istiod|eks|secret/);
  expect(page.url()).not.toContain("?");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain("shop-secret");
  expect(requests).toEqual([]);
  await expectAccessible(page);

  await page.getByRole("link", { name: /^Use \d+ answers$/ }).click();
  await page.waitForURL(/\/questions\/review\?a=/);
  await expect(page.getByText("Amazon EKS on EC2 nodes").first()).toBeVisible();
  expect(decodeURIComponent(page.url())).not.toContain("shop");
});

test("what contradicts an answer given before stands beside it", async ({ page }) => {
  await page.goto("/r?platform=nomad");
  await page.waitForURL(/\/r\/\w+/);
  const code = new URL(page.url()).pathname.split("/")[2];
  await page.goto(`/import?a=${code}`);
  await page.getByLabel("Output of the commands").fill(nodes);
  const platform = page.getByRole("group", { name: "Where do most of your services run?" });
  await expect(platform.getByText("You answered")).toBeVisible();
  await expect(platform.getByText("HashiCorp Nomad")).toBeVisible();
  await expect(platform.getByText("The cluster says")).toBeVisible();
  await expectAccessible(page);
});

test("several outputs and files add up, and clusters are kept apart by name", async ({ page }) => {
  await page.goto("/import");
  await page.getByLabel("Output of the commands").fill(nodes);
  await page.getByRole("textbox", { name: /^Cluster/ }).fill("blue");
  await page.getByRole("button", { name: "Add another output" }).click();
  await page.getByLabel("Output 2").fill(nodes.replaceAll("compute.internal", "example.org"));
  await page
    .getByRole("textbox", { name: /^Cluster/ })
    .nth(1)
    .fill("green");
  await expect(page.getByRole("heading", { name: "blue", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "green", exact: true })).toBeVisible();
  await page.getByLabel("Or choose files").setInputFiles({
    name: "charts.json",
    mimeType: "application/json",
    buffer: Buffer.from(charts),
  });
  await expect(page.getByText(/^charts\.json, 1 kB$/)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "helm list" })).toBeVisible();
});

test("ten megabytes of nonsense neither freeze the page nor fail, and can be stopped", async ({
  page,
}) => {
  await page.goto("/import");
  const field = page.getByLabel("Output of the commands");
  await field.focus();
  await field.evaluate((element) => {
    const unit = "- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: [Ready <none> 1d v1.2 {\n";
    const data = new DataTransfer();
    data.setData("text/plain", unit.repeat(Math.floor((10 * 1024 * 1024) / unit.length)));
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText("Pasted text, 10.0 MB")).toBeVisible();
  await expect(
    page.getByRole("status").filter({ hasText: /^Reading: \d+ per cent$/ }),
  ).toBeVisible();
  // The page answers while the worker reads.
  const cluster = page.getByRole("textbox", { name: /^Cluster/ });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. It is read again when the text changes.")).toBeVisible();
  await cluster.fill("still here");
  await expect(cluster).toHaveValue("still here");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.getByLabel("Output of the commands").fill(nodes);
  await expect(page.getByText("Amazon EKS on EC2 nodes").first()).toBeVisible();
});

test("more than ten megabytes are refused with what to do instead", async ({ page }) => {
  await page.goto("/import");
  await page.getByLabel("Or choose files").setInputFiles({
    name: "all.json",
    mimeType: "application/json",
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1, "x"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "at most 10.0 MB" })).toBeVisible();
});

test("without scripts the page is a list of what to look up", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/import");
  await expect(page.getByText("Paste or drop")).toHaveCount(0);
  await page.getByText(/^\d+ questions a cluster can tell something about$/).click();
  const question = page.getByRole("region", { name: "Which Kubernetes is it?" });
  await expect(question.getByText("Amazon EKS Auto Mode", { exact: true })).toBeVisible();
  await expect(question.getByText("kubectl get nodes -o wide").first()).toBeVisible();
  await context.close();
});

test("it fits a phone", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto("/import");
  await page.getByLabel("Output of the commands").fill(`${nodes}\n${charts}`);
  await expect(page.getByText("Amazon EKS on EC2 nodes").first()).toBeVisible();
  await page.getByText("The whole script").click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await context.close();
});
