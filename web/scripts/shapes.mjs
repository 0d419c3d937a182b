// Reads src/map/shapes.inc, the shapes of the map the program itself draws, as data: views with areas and dots by code.
export function readShapes(text) {
  const views = [];
  for (const record of text.slice(text.indexOf('R"shapes(') + 9, text.lastIndexOf(')shapes"')).split("\n")) {
    const [kind, a, b, c] = record.split("\t");
    const view = views.at(-1);
    if (kind === "view") views.push({ name: a, width: Number(b), height: Number(c), outline: "", areas: [], dots: [] });
    else if (kind === "outline") view.outline = a;
    else if (kind === "area") view.areas.push([a, b]);
    else if (kind === "dot") view.dots.push([a, Number(b), Number(c)]);
  }
  // The app draws one world and lets the reader come closer; the other views are for paper.
  return views[0];
}
