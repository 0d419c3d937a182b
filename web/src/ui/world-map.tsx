// The world, drawn from the program's own shapes: it can be moved and brought closer by pointer, wheel, keys or buttons.
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import shapes from "../made/shapes.json";
import { useWords } from "../words";
import { Button } from "./parts";

interface Shapes {
  width: number;
  height: number;
  outline: string;
  areas: [string, string][];
  dots: [string, number, number][];
}
const world = shapes as unknown as Shapes;

interface Box {
  x: number;
  y: number;
  width: number;
}
const whole: Box = { x: 0, y: 0, width: world.width };
const ratio = world.height / world.width;

function kept(box: Box): Box {
  const width = Math.min(world.width, Math.max(world.width / 24, box.width));
  return {
    width,
    x: Math.min(world.width - width, Math.max(0, box.x)),
    y: Math.min(world.height - width * ratio, Math.max(0, box.y)),
  };
}

const around = (box: Box, scale: number, x = 0.5, y = 0.5): Box => {
  const width = Math.min(world.width, Math.max(world.width / 24, box.width * scale));
  return kept({ width, x: box.x + (box.width - width) * x, y: box.y + (box.width - width) * ratio * y });
};

// A tile of 100 for each hatch; slanted lines meet those of the tiles beside.
const slanted = "M-25 25L25 -25M-25 125L125 -25M75 125L125 75";
const hatches: Record<string, JSX.Element> = {
  hairlines: <path d={slanted} class="hatch" stroke-width="8" />,
  stripes: <path d={slanted} class="hatch" stroke-width="28" />,
  dots: <circle cx="50" cy="50" r="23" class="hatch-fill" />,
  bars: <path d="M50 0V100" class="hatch" stroke-width="34" />,
  cross: <path d="M0 50H100M50 0V100" class="hatch" stroke-width="14" />,
  thin: <path d={slanted} class="hatch-quiet" stroke-width="5" />,
};
const colours = ["blue", "sky", "gold", "rust", "violet", "teal", "sand", "slate", "paper"];

// Brought closer, the land grows and the hatching does not.
function Patterns(props: { used: Set<string>; scale: number }): JSX.Element {
  return (
    <defs>
      {colours.flatMap((colour) =>
        Object.entries(hatches)
          .filter(([hatch]) => props.used.has(`look-${colour}-${hatch}`))
          .map(([hatch, drawn]) => (
            <pattern key={colour + hatch} id={`p-${colour}-${hatch}`} width="100" height="100" patternUnits="userSpaceOnUse" patternTransform={`scale(${props.scale})`}>
              <rect width="100" height="100" class={`fill-${colour}`} />
              {drawn}
            </pattern>
          )),
      )}
    </defs>
  );
}

export function WorldMap(props: {
  looks: Map<string, string>;
  picked: string | null;
  onPick: (code: string) => void;
  name: (code: string) => string;
}): JSX.Element {
  const words = useWords();
  const [box, setBox] = useState<Box>(whole);
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<{ x: number; y: number; box: Box; moved: boolean } | null>(null);
  const look = (code: string) => props.looks.get(code) ?? "look-paper-thin";
  const fill = (code: string) => {
    const [, colour, hatch] = look(code).split("-");
    return hatch === "none" ? `var(--c-${colour})` : `url(#p-${colour}-${hatch})`;
  };
  const used = useMemo(() => new Set([...props.looks.values(), "look-paper-thin"]), [props.looks]);
  const scale = box.width / world.width;

  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    // The wheel moves the page unless the map is meant: with Control, or a pinch, which browsers tell the same way.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = element.getBoundingClientRect();
      setBox((b) => around(b, event.deltaY > 0 ? 1.2 : 1 / 1.2, (event.clientX - at.left) / at.width, (event.clientY - at.top) / at.height));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, []);

  const down = (event: PointerEvent) => {
    drag.current = { x: event.clientX, y: event.clientY, box, moved: false };
  };
  const move = (event: PointerEvent) => {
    const d = drag.current;
    const at = svg.current?.getBoundingClientRect();
    if (!d || !at) return;
    const dx = event.clientX - d.x;
    const dy = event.clientY - d.y;
    if (!d.moved && Math.hypot(dx, dy) < 5) return;
    d.moved = true;
    svg.current?.setPointerCapture(event.pointerId);
    setBox(kept({ width: d.box.width, x: d.box.x - (dx * d.box.width) / at.width, y: d.box.y - (dy * d.box.width) / at.width }));
  };
  const up = (event: PointerEvent) => {
    const moved = drag.current?.moved;
    drag.current = null;
    const code = (event.target as Element).getAttribute?.("data-code");
    if (!moved && code && code !== "-") props.onPick(code);
  };
  const step = (x: number, y: number) => setBox((b) => kept({ ...b, x: b.x + (x * b.width) / 5, y: b.y + (y * b.width * ratio) / 5 }));
  const key = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => step(-1, 0),
      ArrowRight: () => step(1, 0),
      ArrowUp: () => step(0, -1),
      ArrowDown: () => step(0, 1),
      "+": () => setBox((b) => around(b, 1 / 1.5)),
      "=": () => setBox((b) => around(b, 1 / 1.5)),
      "-": () => setBox((b) => around(b, 1.5)),
      "0": () => setBox(whole),
    };
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="map">
      <div class="map-frame" role="group" aria-label={words("map-label")} tabIndex={0} onKeyDown={key}>
        <svg
          ref={svg}
          viewBox={`${box.x} ${box.y} ${box.width} ${box.width * ratio}`}
          role="img"
          aria-label={words("map-label")}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerLeave={() => (drag.current = null)}
          class={box.width < world.width ? "closer" : ""}
        >
          <Patterns used={used} scale={scale} />
          <path d={world.outline} class="sea" />
          {world.areas.map(([code, d]) => (
            <path key={`a${code}`} d={d} class={code === props.picked ? "area picked-area" : "area"} data-code={code} style={{ fill: fill(code) }}>
              {code !== "-" && <title>{props.name(code)}</title>}
            </path>
          ))}
          {world.dots.map(([code, x, y]) => (
            <circle key={`d${code}`} cx={x} cy={y} r={34 * scale ** 0.8} class={code === props.picked ? "dot picked-area" : "dot"} data-code={code} style={{ fill: fill(code) }}>
              <title>{props.name(code)}</title>
            </circle>
          ))}
        </svg>
      </div>
      <div class="map-buttons" role="group" aria-label={words("map-label")}>
        <Button kind="secondary" label={words("map-in")} onClick={() => setBox((b) => around(b, 1 / 1.6))}>+</Button>
        <Button kind="secondary" label={words("map-out")} onClick={() => setBox((b) => around(b, 1.6))}>−</Button>
        <Button kind="secondary" label={words("map-west")} onClick={() => step(-1, 0)}>←</Button>
        <Button kind="secondary" label={words("map-east")} onClick={() => step(1, 0)}>→</Button>
        <Button kind="secondary" label={words("map-north")} onClick={() => step(0, -1)}>↑</Button>
        <Button kind="secondary" label={words("map-south")} onClick={() => step(0, 1)}>↓</Button>
        <Button kind="secondary" onClick={() => setBox(whole)}>{words("map-whole")}</Button>
      </div>
    </div>
  );
}
