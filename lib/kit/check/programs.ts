import { execFileSync } from "node:child_process";

/** Programs that judge what no library reads. Each judges from standard input and changes nothing. */
const judges = {
  nftables: {
    name: "nft",
    commands: [
      ["unshare", "-n", "nft", "-c", "-f", "/dev/stdin"],
      ["unshare", "-rn", "nft", "-c", "-f", "/dev/stdin"],
    ],
    sample: "table inet sample { }\n",
  },
  iptables: {
    name: "iptables-restore",
    commands: [
      ["unshare", "-n", "iptables-restore", "--noflush", "--test"],
      ["unshare", "-rn", "iptables-restore", "--noflush", "--test"],
    ],
    sample: "*filter\nCOMMIT\n",
  },
  ip6tables: {
    name: "ip6tables-restore",
    commands: [
      ["unshare", "-n", "ip6tables-restore", "--noflush", "--test"],
      ["unshare", "-rn", "ip6tables-restore", "--noflush", "--test"],
    ],
    sample: "*filter\nCOMMIT\n",
  },
  shell: { name: "bash", commands: [["bash", "-n"]], sample: "true\n" },
} as const;

export type Judge = keyof typeof judges;

/** Runs a command on text; what it says if it refuses, undefined if it accepts. */
function refusal([program = "", ...args]: readonly string[], text: string): string | undefined {
  try {
    execFileSync(program, args, {
      input: text,
      stdio: ["pipe", "ignore", "pipe"],
      timeout: 20_000,
    });
    return undefined;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return said === "" ? String(error) : said;
  }
}

/** A judge that works on this machine, or why there is none. */
export function findJudge(
  judge: Judge,
): { refusal: (text: string) => string | undefined } | { missing: string } {
  const { name, commands, sample } = judges[judge];
  const command = commands.find((each) => refusal(each, sample) === undefined);
  return command
    ? { refusal: (text) => refusal(command, text) }
    : { missing: `${name} is not here or may not run: nothing of its language was judged` };
}
