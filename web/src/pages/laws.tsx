// The law browser: every instrument, its sections with their dated rules and examples, found by place or by words.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { questionOn, useApp } from "../app";
import { dayWords } from "../case/days";
import { engine } from "../engine/start";
import type { Topic } from "../engine/engine";
import { instrumentFor, instruments, search, sectionFor, sectionsOf, type Instrument, type Section } from "../law/texts";
import { placeName, placeOf } from "../places/places";
import { Details, Go, Heading } from "../ui/parts";
import { PlaceInput } from "../ui/place-input";
import { useWords, type Words } from "../words";
import { useEngine } from "./answered";

const side = (words: Words): 0 | 1 => (words.language === "en" ? 0 : 1);

export function LawsPage(props: { place?: string | undefined; instrument?: string | undefined; provision?: string | undefined }): JSX.Element {
  const words = useWords();
  const { value: all } = useEngine(() => instruments(), []);
  if (!all) return <p class="quiet" role="status">{words("wait")}</p>;
  const wanted = props.instrument
    ? all.find((i) => i.key === props.instrument)
    : props.provision
      ? instrumentFor(all, props.provision)
      : undefined;
  if (wanted) return <InstrumentPage instrument={wanted} provision={props.provision} />;
  if (props.place && placeOf(props.place)) return <PlacePage place={props.place} all={all} />;
  return <AllPage all={all} />;
}

function AllPage(props: { all: Instrument[] }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [typed, setTyped] = useState("");
  const { value: hits } = useEngine(() => search(typed, words.language), [typed, words.language]);
  const places = useMemo(() => {
    const count = new Map<string, number>();
    for (const i of props.all) if (i.place) count.set(i.place, (count.get(i.place) ?? 0) + 1);
    return [...count].sort((a, b) => placeName(a[0], words.language).localeCompare(placeName(b[0], words.language), words.language));
  }, [props.all, words.language]);
  const shown = 40;
  return (
    <>
      <Heading>{words("laws-title")}</Heading>
      <p>{words("laws-text")}</p>
      <div class="co-form-group" role="search">
        <label class="co-label" for="laws-search">
          {words("laws-search")}
        </label>
        <div class="co-hint" id="laws-search-hint">
          {words("laws-search-hint")}
        </div>
        <input
          class="co-input co-input--width-20"
          id="laws-search"
          type="search"
          autocomplete="off"
          aria-describedby="laws-search-hint"
          value={typed}
          onInput={(e) => setTyped(e.currentTarget.value)}
        />
      </div>
      {typed.trim() !== "" && hits && (
        <section aria-live="polite">
          <p>
            {words("laws-found", { count: hits.length })}. {hits.length > shown && words("laws-more", { count: shown })}
          </p>
          <ul class="hits">
            {hits.slice(0, shown).map((hit) => (
              <li key={`${hit.instrument.key}-${hit.section}`}>
                <Go
                  to={() => {
                    const section = sectionsOf(hit.instrument)[hit.section];
                    app.go({ at: "laws", instrument: hit.instrument.key, ...(section?.provision ? { provision: section.provision } : {}) });
                  }}
                >
                  {hit.heading}
                </Go>{" "}
                <span class="quiet">
                  {hit.instrument.place ? placeName(hit.instrument.place, words.language) : words("laws-shared")} · {hit.instrument.title[side(words)]}
                </span>
                <p>{hit.excerpt}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 class="co-heading-m">{words("laws-places")}</h2>
      <div class="co-form-group">
        <PlaceInput id="laws-place" label={words("place")} value={null} onChoose={(code) => app.go({ at: "laws", place: code })} />
      </div>
      <ul class="places-list">
        {places.map(([code, count]) => (
          <li key={code}>
            <Go to={() => app.go({ at: "laws", place: code })}>{placeName(code, words.language)}</Go> <span class="quiet">{count}</span>
          </li>
        ))}
        {props.all.filter((i) => !i.place).map((i) => (
          <li key={i.key}>
            <Go to={() => app.go({ at: "laws", instrument: i.key })}>{i.title[side(words)]}</Go>
          </li>
        ))}
      </ul>
    </>
  );
}

function PlacePage(props: { place: string; all: Instrument[] }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const on = questionOn(app.told, app.today);
  const above = placeOf(props.place)?.part_of;
  const list = props.all.filter((i) => i.place === props.place || (above && i.place === above));
  const { value: law } = useEngine(() => engine.laws({ place: props.place, on, lang: words.language, today: app.today }), [props.place, on, words.language]);
  return (
    <>
      <Heading>{words("laws-of", { place: placeName(props.place, words.language) })}</Heading>
      <h2 class="co-heading-m">{words("laws-instruments")}</h2>
      {list.length === 0 && <p>{words("laws-place-none")}</p>}
      <ul class="co-list co-list--bullet">
        {list.map((i) => (
          <li key={i.key}>
            <Go to={() => app.go({ at: "laws", instrument: i.key })}>{i.title[side(words)]}</Go> <span class="quiet">{i.key}</span>
          </li>
        ))}
      </ul>
      {law && (
        <>
          <h2 class="co-heading-m">{words("laws-says", { day: dayWords(on, words.language) })}</h2>
          <dl class="co-summary-list topics">
            {Object.entries(law.topics).map(([name, topic]) => (
              <div class="co-summary-list__row" key={name}>
                <dt class="co-summary-list__key">{words(`topic-${name}`)}</dt>
                <dd class="co-summary-list__value">
                  {topicWords(words, topic)}
                  <span class="quiet topic-source">
                    {topic.cite && topic.cite.includes("/") && topic.cite === topic.provision ? topic.cite : (topic.cite ?? topic.provision ?? "")}
                    {topic.confidence === "knowledge" && ` · ${words("on-knowledge")}`}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p>
        <Go to={() => app.go({ at: "laws" })}>{words("laws-all")}</Go>
      </p>
    </>
  );
}

function valueOf(words: Words, value: unknown): string {
  if (typeof value !== "string") return words("value-unknown");
  const id = `value-${value}`;
  try {
    return words(id);
  } catch {
    return value.replaceAll("_", " ");
  }
}

export function topicWords(words: Words, topic: Topic): string {
  if (topic.general) {
    const ages = (a: Record<string, number | null>) => words("ages", { female: a.female || words("none"), male: a.male || words("none") });
    return ages(topic.general) + (topic.with_consent ? `; ${words("ages-with-consent", { ages: ages(topic.with_consent) })}` : "");
  }
  if (topic.stances) return `${words("value-contested")}: ${Object.entries(topic.stances).map(([s, v]) => `${words(`stance-${s}`)}: ${valueOf(words, v)}`).join("; ")}`;
  return valueOf(words, topic.value) + (topic.missing ? ` (${topic.missing})` : "");
}

function InstrumentPage(props: { instrument: Instrument; provision?: string | undefined }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { instrument } = props;
  const sections = useMemo(() => sectionsOf(instrument), [instrument]);
  const at = props.provision ? sectionFor(instrument, props.provision) : -1;
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at < 0) return undefined;
    const timer = setTimeout(() => {
      target.current?.scrollIntoView();
      target.current?.querySelector<HTMLElement>("h2, h3")?.focus({ preventScroll: true });
    }, 30);
    return () => clearTimeout(timer);
  }, [at, instrument]);
  const stale = instrument.review_by && instrument.review_by < app.today;
  return (
    <>
      <Heading caption={instrument.place ? placeName(instrument.place, words.language) : words("laws-shared")}>{instrument.title[side(words)]}</Heading>
      <p class="quiet">
        {instrument.key}
        {instrument.number && instrument.number !== "none" && instrument.adopted && ` · ${words("laws-meta", { number: instrument.number, adopted: dayWords(instrument.adopted, words.language) })}`}
        {instrument.checked && instrument.review_by && ` · ${words("laws-checked", { checked: dayWords(instrument.checked, words.language), review: dayWords(instrument.review_by, words.language) })}`}
        {stale && ` · ${words("laws-stale")}`}
      </p>
      <Details summary={words("laws-contents")} open={at < 0}>
        <ul class="contents">
          {sections.map((s, i) => (
            <li key={i} class={s.level === 1 ? "chapter" : ""}>
              {s.level === 1 ? (
                s.heading
              ) : (
                <Go to={() => app.go({ at: "laws", instrument: instrument.key, provision: s.provision ?? "" })}>{s.heading}</Go>
              )}
            </li>
          ))}
        </ul>
      </Details>
      {sections.map((s, i) => (
        <div key={i} ref={i === at ? target : undefined} class={i === at ? "law-section wanted" : "law-section"}>
          <SectionText section={s} open={i === at} />
        </div>
      ))}
      {instrument.sources.length > 0 && (
        <>
          <h2 class="co-heading-m">{words("laws-sources")}</h2>
          <ul class="co-list co-list--bullet sources">
            {instrument.sources.map((s) => (
              <li key={s.name}>
                {s.what}
                {s.opened && ` (${words("laws-opened", { day: dayWords(s.opened, words.language) })})`}
                <br />
                <span class="hash quiet">{s.url}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function SectionText(props: { section: Section; open: boolean }): JSX.Element {
  const words = useWords();
  const { section } = props;
  const own = words.language === "ru" && section.ru.length ? section.ru : section.en;
  const Title = (section.level === 1 ? "h2" : "h3") as "h2";
  const examples = section.versions.flatMap((v) => v.examples);
  return (
    <>
      <Title class={section.level === 1 ? "co-heading-m" : "co-heading-s"} tabIndex={-1}>
        {section.heading}
      </Title>
      {own.map((text, i) => (
        <p key={i}>{inline(text)}</p>
      ))}
      {section.versions.filter((v) => v.rules.length > 0).map((v, i) => (
        <Details
          key={i}
          open={props.open}
          summary={
            v.from
              ? v.until
                ? words("laws-in-force-until", { from: dayWords(v.from, words.language), until: dayWords(v.until, words.language) })
                : words("laws-in-force", { from: dayWords(v.from, words.language) })
              : words("laws-rules")
          }
        >
          <pre class="rule" tabIndex={0}>{v.rules.join("\n\n")}</pre>
        </Details>
      ))}
      {examples.length > 0 && (
        <Details summary={`${words("laws-examples")}: ${examples.length}`}>
          <pre class="rule" tabIndex={0}>{examples.join("\n\n")}</pre>
        </Details>
      )}
    </>
  );
}

// Of Markdown's marks within a paragraph, code and emphasis occur.
function inline(text: string): ComponentChildren[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => {
    if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <strong>{part.slice(2, -2)}</strong>;
    if (part.startsWith("*") && part.length > 2) return <em>{part.slice(1, -1)}</em>;
    return part;
  });
}
