import { cutText } from "@/lib/answers/cut-text";
import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable, respondProblem } from "@/lib/api/respond";
import { fewestResults, mostResults } from "@/lib/compare/read-codes";
import { compareCodes } from "@/lib/service/compare-codes";
import { codeProblems, findCodeProblem } from "@/lib/service/result-source";
import { publicOrigin } from "@/lib/site/origin";
import { inWords } from "@/lib/text/words";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) => {
    const origin = publicOrigin(request.headers);
    const asked = new URL(request.url).searchParams
      .getAll("codes")
      .flatMap((each) => each.split(","));
    const codes = [...new Set(asked.filter(Boolean))];
    if (codes.length < fewestResults || codes.length > mostResults) {
      const detail = `Give two to ${inWords(mostResults)} different codes, joined by commas: codes=A,B. There ${codes.length === 1 ? "is" : "are"} ${codes.length === 0 ? "none" : inWords(codes.length)}.`;
      return respondProblem(origin, "bad-request", detail, [
        { in: "query", name: "codes", detail },
      ]);
    }
    const errors = codes.flatMap((code) => {
      const problem = findCodeProblem(code);
      const detail = problem && `${cutText(code, 60)}: ${codeProblems[problem]}`;
      return detail ? [{ in: "query" as const, name: "codes", detail }] : [];
    });
    if (errors.length > 0)
      return respondProblem(
        origin,
        "bad-code",
        "A code cannot be opened; errors says which.",
        errors,
      );
    const body = JSON.stringify(compareCodes(codes, origin));
    return respondCacheable(request, { body, type: "application/json" });
  },
});
