import { isOut, leadingVariant } from "@/lib/result/assessment";
import { addressesOf } from "./addresses";
import type { ResultJson } from "./result-schema";
import { absolute, type ExportSource } from "./source";
import { writeVerdict } from "./verdict-json";

/** Where the JSON Schema of a result is published. */
const resultSchemaHref = "/schemas/result.schema.json";

/** The result as data: the numbers exactly as the engine computes them, the sentences as the page says them. */
export function writeResultJson(source: ExportSource): ResultJson {
  const { assessment, result, title, note, release, since, overlay } = source;
  return {
    $schema: absolute(source, resultSchemaHref),
    code: assessment.code,
    title: title ?? null,
    note: note ?? null,
    release,
    ...(overlay ? { overlay } : {}),
    today: since
      ? { release: since.now, finding: since.finding, result: absolute(source, since.href) }
      : null,
    verdict: writeVerdict(result.verdict),
    options: writeOptions(source),
    variants: writeVariants(source),
    certainty: {
      samples: result.certainty.samples,
      seed: result.certainty.seed,
      clearFrom: result.certainty.thresholds.clear,
      leaningFrom: result.certainty.thresholds.leaning,
      doubt: result.certainty.doubt,
    },
    next: writeNext(source),
    needs: writeNeeds(source),
    burdens: result.ownership.burdens.map(({ id, label, weight, cells }) => ({
      burden: id,
      label,
      weight,
      costs: cells.map(({ variant, cost: [low, typical, high], because }) => ({
        variant,
        low,
        typical,
        high,
        because,
      })),
    })),
    rules: result.reasons.rules.map(({ id, because, effects, sources }) => ({
      rule: id,
      because,
      effects: [...effects],
      sources: sources.map((each) => ({ title: each.title, url: each.url })),
    })),
    changes: writeChanges(source),
    stillOpen: writeStillOpen(source),
    offers: writeOffers(source),
    answers: copyAnswers(source),
    links: addressesOf(source),
  };
}

function writeOptions({ assessment }: ExportSource): ResultJson["options"] {
  const { evaluation, judgement, matrix } = assessment;
  return judgement.options.map(({ id, ruledOut, ranks, of100, openOf100, enough }) => {
    const scored = evaluation.options.find(({ option }) => option === id);
    return {
      option: id,
      label: matrix.options.find((each) => each.id === id)?.label ?? id,
      variant: leadingVariant(assessment, id).variant,
      ruledOut,
      position: scored?.position ?? null,
      score: scored?.score ?? 0,
      shares: ruledOut ? [] : ranks.map(asShare),
      of100,
      openOf100,
      enoughOf100: enough,
    };
  });
}

/** Sums of many small shares can end a hair above one. */
const asShare = (share: number) => Math.min(1, share);

function writeNext(source: ExportSource): ResultJson["next"] {
  const { finding, question, enough } = source.result.next;
  return {
    finding,
    question: question
      ? {
          question: question.question,
          row: question.row ?? null,
          label: question.label,
          answers: question.choices.map(({ value, label, first, of100, href }) => ({
            value,
            label,
            option: first?.id ?? null,
            of100,
            result: absolute(source, href),
          })),
        }
      : null,
    enough: enough ? { effect: enough.effect, result: absolute(source, enough.href) } : null,
  };
}

function writeVariants({ assessment, result }: ExportSource): ResultJson["variants"] {
  return assessment.evaluation.variants.map((each) => {
    const row = result.ranking.variants.find(({ variant }) => variant.id === each.variant);
    const out = result.ruledOut.rows.find(({ variant }) => variant.id === each.variant);
    return {
      variant: each.variant,
      option: each.option,
      label: row?.variant.label ?? each.variant,
      ruledOut: isOut(assessment, each.variant),
      score: each.score,
      fit: each.fit,
      ease: each.ease,
      first: row?.first ? asShare(row.first.share) : null,
      exclusions: (out?.reasons ?? []).map(({ label, demand, because, rule, source }) => ({
        on: label,
        demand,
        because,
        rule: rule?.id ?? null,
        source: source?.url ?? null,
      })),
    };
  });
}

function writeNeeds(source: ExportSource): ResultJson["needs"] {
  return source.result.fit.groups.flatMap(({ id: importance, rows }) =>
    rows.map(({ capability, label, askedBy, rules, cells }) => ({
      capability,
      label,
      importance,
      askedBy: askedBy.map(({ question, text }) => ({ question, answer: text })),
      rules: rules.map(({ id }) => id),
      cells: cells.map(({ variant, support, maturity, must, evidence }) => ({
        variant,
        support,
        maturity: maturity ?? null,
        must: must ?? null,
        evidence: absolute(source, evidence.href),
      })),
    })),
  );
}

function writeChanges(source: ExportSource): ResultJson["changes"] {
  const { finding, rivals, triggers, hanging } = source.result.changes;
  return {
    finding,
    rivals: rivals.map(({ id, heading, statement, rows }) => ({
      option: id,
      heading,
      statement: statement ?? null,
      flips: rows.map(({ steps, verdict, href }) => ({
        steps: steps.map(({ label, from, to }) => ({ label, from, to })),
        verdict,
        result: absolute(source, href),
      })),
    })),
    triggers: triggers.map(({ sentence, option, href }) => ({
      sentence,
      option: option.id,
      result: absolute(source, href),
    })),
    hanging: hanging.map(({ sentence, doubt, evidence }) => ({
      sentence,
      doubt,
      evidence: absolute(source, evidence.href),
    })),
  };
}

function writeStillOpen({ result }: ExportSource): ResultJson["stillOpen"] {
  const { finding, questions, contradictions, warnings } = result.stillOpen;
  return {
    finding,
    questions: questions.map(({ question, label, changes }) => ({
      question,
      label,
      changes: changes.map(({ sentence }) => sentence),
    })),
    contradictions: contradictions.map(({ id, title, text, answers }) => ({
      id,
      title,
      text,
      between: answers.map(({ question }) => question),
    })),
    warnings: warnings.map(({ text }) => text),
  };
}

function writeOffers(source: ExportSource): ResultJson["offers"] {
  const { offers } = source;
  if (!offers) return null;
  return {
    finding: offers.finding,
    instead: offers.instead,
    services: offers.rows.map(
      ({ id, label, is, say, mtls, mtlsText, stateText, href, ...row }) => ({
        offer: id,
        label,
        is,
        say,
        mtls,
        mtlsText,
        state: stateText,
        page: absolute(source, href),
        source: row.source?.url ?? null,
      }),
    ),
  };
}

/** In the order of the questions, so that equal answers make equal files. */
function copyAnswers({ assessment }: ExportSource): ResultJson["answers"] {
  return Object.fromEntries(
    assessment.matrix.questions.flatMap(({ id }) => {
      const answer = assessment.answers[id];
      if (answer === undefined) return [];
      return [[id, typeof answer === "object" ? structuredClone(answer) : answer]];
    }),
  ) as ResultJson["answers"];
}
