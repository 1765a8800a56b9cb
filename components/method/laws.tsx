/** The laws that property tests hold the engine to, in words. The tests are lib/engine/laws.test.ts and its neighbours. */
const laws: readonly (readonly [law: string, means: string])[] = [
  [
    "The same answers give the same result",
    "on every machine, in every browser, to the last digit.",
  ],
  [
    "Not sure is silence",
    "“not sure” and no answer give the same result, and what is answered in full depends on no decision of others.",
  ],
  ["Order never matters", "of options, capabilities, rules, files or answers."],
  [
    "More support never hurts",
    "if a variant offers more, its score does not fall and it is not ruled out by more.",
  ],
  [
    "Importance favours support",
    "raising a need never helps the variant that has less of it. One exception is charged openly: the first need that makes Istio ambient deploy a waypoint also brings the waypoint’s burden.",
  ],
  [
    "The dominated never win",
    "a variant that is no better anywhere and worse somewhere never leads.",
  ],
  ["Others do not matter", "adding or removing an option never swaps two others."],
  ["Ruled out is out", "in the ranking and in every sample."],
  [
    "Doubt is not certainty",
    "options that are equal in everything share every place, and wider ranges never make a leader surer.",
  ],
  [
    "Nothing is there only to lose",
    "each variant wins for some answers, each question can change some verdict, each rule does something.",
  ],
  [
    "What flips, flips",
    "every change that is said to put another option first has been made and judged again.",
  ],
];

export function Laws() {
  return (
    <ul>
      {laws.map(([law, means]) => (
        <li key={law}>
          <b>{law}</b>: {means}
        </li>
      ))}
    </ul>
  );
}
