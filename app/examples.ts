import type { Example } from "@/components/home/examples";
import { lookOf } from "@/components/questionnaire/board-view";
import { encodeAnswers } from "@/lib/answers/code";
import { boardOf } from "@/lib/questionnaire/board";
import { verdictText } from "@/lib/questionnaire/verdict-text";
import { wording } from "@/lib/service/wording";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";

/** The example architectures with their verdicts, worked out when the page is built. */
export const examples = matrix.presets.map(({ id, label, summary, answers }): Example => {
  const board = boardOf(table, wording, answers);
  const text = verdictText(wording, board);
  return {
    id,
    label,
    summary,
    code: encodeAnswers(matrix.slots, answers, currentRelease),
    leaders: text.leaders.map(({ option, name }) => ({ option: lookOf(wording, option), name })),
    word: text.word.toLowerCase().replace(".", ""),
    firsts: text.leaders.map(({ option }) => ({
      option,
      value: board.firsts.find((each) => each.option === option)?.of100 ?? 0,
    })),
  };
});
