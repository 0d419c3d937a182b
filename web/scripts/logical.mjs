// PostCSS: sides become logical, so that one style sheet serves scripts that run either way, and the class names of the
// component library lose its owner's name, which is not ours to use.
const names = {
  "margin-left": "margin-inline-start", "margin-right": "margin-inline-end",
  "padding-left": "padding-inline-start", "padding-right": "padding-inline-end",
  "border-left": "border-inline-start", "border-right": "border-inline-end",
  "border-left-width": "border-inline-start-width", "border-right-width": "border-inline-end-width",
  "border-left-color": "border-inline-start-color", "border-right-color": "border-inline-end-color",
  "border-left-style": "border-inline-start-style", "border-right-style": "border-inline-end-style",
  left: "inset-inline-start", right: "inset-inline-end",
};
const words = { left: "start", right: "end" };

export function logical() {
  return {
    postcssPlugin: "logical",
    Rule(rule) {
      if (rule.selector.includes("govuk-")) rule.selector = rule.selector.replaceAll("govuk-", "co-");
    },
    AtRule(rule) {
      if (rule.params.includes("govuk-")) rule.params = rule.params.replaceAll("govuk-", "co-");
    },
    Declaration(d) {
      if (d.prop.includes("govuk-")) d.prop = d.prop.replaceAll("govuk-", "co-");
      if (d.value.includes("govuk-")) d.value = d.value.replaceAll("govuk-", "co-");
      if (names[d.prop]) d.prop = names[d.prop];
      else if (d.prop === "text-align" && words[d.value]) d.value = words[d.value];
      else if ((d.prop === "float" || d.prop === "clear") && words[d.value]) d.value = `inline-${words[d.value]}`;
      else if (d.prop === "margin" || d.prop === "padding") fourSides(d);
    },
  };
}

// `margin: a b c d` with b and d apart names sides, too.
function fourSides(d) {
  const parts = d.value.match(/(?:[^\s(]+|\([^)]*\))+/g) ?? [];
  if (parts.length !== 4 || parts[1] === parts[3]) return;
  const [top, end, bottom, start] = parts;
  d.cloneBefore({ prop: `${d.prop}-block`, value: `${top} ${bottom}` });
  d.prop = `${d.prop}-inline`;
  d.value = `${start} ${end}`;
}
