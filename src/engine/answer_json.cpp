// The whole answer: one function per key of the contract that is more than a word.
#include "engine/answer_json.h"

#include "base/version.h"

namespace comity::engine {

namespace says = diag::says;

namespace {

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

template <class List, class Each>
Json array_of(const List& list, Each each) {
  Json array = Json::array();
  for (const auto& item : list) array.push_back(each(item));
  return array;
}

Json verdicts(const std::vector<Verdict>& list, bool stale = false) {
  Json array = array_of(list, [](Verdict v) { return Json(word(v)); });
  if (stale) array.push_back("stale");
  return array;
}

Json stances(const std::vector<Stance>& list) {
  return array_of(list, [](Stance s) { return Json(word(s)); });
}

Json outcomes(const std::vector<Outcome>& list) {
  return array_of(list, [](Outcome o) { return text_or_null(word(o)); });
}

struct Writer {
  const ir::Law& law;
  const Answer& answer;
  JsonOptions options;

  std::string_view text(ir::Text t) const { return text_of(law, t, options.language); }
  Json provision(std::uint32_t id) const {
    return id < law.provisions.size() ? Json(law.str(law.provisions[id].id)) : Json();
  }
  std::string_view purpose(ir::Value value) const {
    return ir::enum_word(law, law.anchors.enum_purpose, value);
  }

  Json question() const {
    const Question& q = answer.question;
    Json out;
    const bool known = q.forum >= 0 && static_cast<std::size_t>(q.forum) < law.places.size();
    out["forum"] =
        known ? Json(law.str(law.places[static_cast<std::size_t>(q.forum)].code)) : Json();
    out["on"] = base::to_string(q.on);
    out["known_on"] = q.known_on ? Json(base::to_string(*q.known_on)) : Json();
    out["purpose"] = purpose(q.purpose);
    if (q.ordinary) out["assume"] = "ordinary";
    if (q.strict) out["strict"] = true;
    if (q.planned) out["planned"] = true;
    return out;
  }

  Json purposes(const std::vector<std::uint8_t>& list) const {
    if (law.anchors.enum_purpose < law.enums.size() &&
        list.size() >= law.enums[law.anchors.enum_purpose].values)
      return Json::array({"*"});
    return array_of(list, [&](std::uint8_t p) { return Json(purpose(p)); });
  }

  Json open_item(const Open& open) const {
    Json out;
    out["label"] = word(open.label);
    out["id"] = open.id;
    out["text"] = text(open.text);
    out["stances"] = stances(open.stances);
    return out;
  }

  Json depends_item(const Open& open) const {
    Json out;
    out["fact"] = open.id;
    out["question"] = text(open.text);
    out["stances"] = stances(open.stances);
    return out;
  }

  void effect(const StanceAnswer& s, Json& out) const {
    const bool recognised = s.outcome != Outcome::none && s.outcome != Outcome::not_recognised;
    if (!s.as_name.empty()) out["as"] = Json{{"name", s.as_name}, {"law", s.as_law}};
    if (recognised || !s.purposes.empty()) out["purposes"] = purposes(s.purposes);
    if (recognised || s.degree != ir::Invalidity::none) out["degree"] = word(s.degree);
    if (std::string_view by = text(s.undone_by); !by.empty()) out["undone_by"] = by;
    if (recognised || !s.from.empty()) out["from"] = text_or_null(s.from);
  }

  // Why it is no firmer; none of these for a firm stance.
  void doubts(const StanceAnswer& s, Json& out) const {
    if (!s.also.empty()) out["also"] = verdicts(s.also);
    if (s.outcome == Outcome::none && !s.possible.empty()) out["possible"] = outcomes(s.possible);
    if (!s.opens.empty())
      out["open"] = array_of(s.opens, [&](const Open& o) { return open_item(o); });
    if (!s.presumed.empty()) out["presumed"] = s.presumed;
    if (s.divided) out["divided"] = true;
  }

  Json stance(const StanceAnswer& s) const {
    Json out;
    out["stance"] = word(s.stance);
    out["verdict"] = word(s.verdict);
    out["outcome"] = text_or_null(word(s.outcome));
    if (s.verdict == Verdict::silent) {
      out["searched"] = text_or_null(s.searched);
    } else {
      effect(s, out);
      out["decided_by"] = provision(s.decided_by);
      if (!s.readings.empty())
        out["readings"] = array_of(
            s.readings, [&](std::uint16_t r) { return Json(law.str(law.readings[r].id)); });
    }
    if (options.because) out["because"] = because_json(law, s.derivation, options.language);
    if (s.verdict != Verdict::silent) doubts(s, out);
    return out;
  }

  Json holder(const ReadingLine::Holder& h) const {
    Json out;
    out["body"] = text(h.body);
    out["rank"] = h.rank;
    out["form"] = h.form;
    out["purposes"] = h.purposes;
    out["said_on"] = text_or_null(h.said_on);
    out["cite"] = h.cite;
    out["body_class"] = h.body_class;
    out["until"] = text_or_null(h.until);
    out["source"] = h.source;
    out["counted"] = h.counted;
    if (h.on_knowledge) out["on_knowledge"] = true;
    return out;
  }

  Json reading(const ReadingLine& r) const {
    Json out;
    out["id"] = r.id;
    out["holders"] = array_of(r.holders, [&](const auto& h) { return holder(h); });
    out["says"] = text(r.says);
    out["alone"] = text_or_null(word(r.alone));
    out["flips"] = r.flips;
    return out;
  }

  Json presumed(const Presumed& p) const {
    Json out{{"fact", p.path}, {"value", p.value}, {"matters", p.matters}};
    if (p.assumed) out["assumed"] = true;
    return out;
  }

  Json other_purpose(const OtherPurpose& o) const {
    return Json{{"stance", word(o.stance)},
                {"purpose", o.purpose},
                {"outcome", text_or_null(word(o.outcome))}};
  }

  Json exposure(const ExposureLine& e) const {
    Json out{{"mode", e.mode}, {"act", e.act}, {"kind", e.kind}, {"firm", e.firm}};
    out["provision"] = provision(e.provision);
    out["who"] = text(e.who);
    out["from"] = text_or_null(e.from);
    out["effect"] = text(e.effect);
    out["cite"] = e.cite;
    out["until"] = text_or_null(e.until);
    out["topic"] = e.topic;
    if (!e.depends_on.empty()) out["depends_on"] = e.depends_on;
    if (e.on_knowledge) out["on_knowledge"] = true;
    return out;
  }

  Json notes() const {
    Json list = Json::array();
    auto add = [&](const diag::Saying& note) {
      list.push_back(diag::said(note, options.language));
    };
    add(says::note_information);
    for (const diag::Saying& note : answer.case_notes) add(note);
    for (ir::Text note : answer.law_notes) list.push_back(text(note));
    for (const std::string& key : answer.not_told) add({says::note_not_told, key});
    if (!answer.enacted_change.empty()) add({says::note_enacted_change, answer.enacted_change});
    return list;
  }

  Json law_used(const LawUsed& l) const {
    Json out{{"file", l.file},
             {"sha256", l.sha256},
             {"checked", l.checked},
             {"review_by", l.review_by},
             {"stale", l.stale}};
    out["instrument"] = l.provision_root;
    out["source"] = l.source;
    if (l.on_knowledge) out["on_knowledge"] = true;
    return out;
  }

  Json receipt() const {
    Json out;
    out["engine"] = answer.engine;
    out["pack"] = "sha256:" + answer.pack_sha256;
    out["laws"] = array_of(answer.laws, [&](const LawUsed& l) { return law_used(l); });
    if (answer.development_key) out["key"] = "development";
    return out;
  }

  Json duty(const DutyLine& d) const {
    Json out{{"name", d.name}, {"join", d.join}, {"applied", d.applied}};
    out["says"] = text(d.says);
    out["executed"] = text_or_null(text(d.executed));
    out["said_on"] = text_or_null(d.said_on);
    out["cite"] = d.cite;
    out["without"] = text_or_null(word(d.without));
    return out;
  }

  // Every outcome some stance's completion gives, in the contract's order.
  Json possible() const {
    Json list = Json::array();
    for (Outcome o : {Outcome::recognised, Outcome::recognised_as_registered_partnership,
                      Outcome::recognised_limited_purpose, Outcome::not_recognised}) {
      bool found = false;
      for (const StanceAnswer& s : answer.stances) {
        found |= s.outcome == o;
        for (Outcome p : s.possible) found |= p == o;
      }
      if (found) list.push_back(word(o));
    }
    return list;
  }

  bool divided() const {
    for (const StanceAnswer& s : answer.stances)
      if (s.divided) return true;
    return false;
  }

  Json as_then_held() const {
    if (!answer.as_then_held) return {};
    Json stances = Json::array();
    for (const auto& by : answer.as_then_held->stances)
      stances.push_back({{"stance", word(by.stance)},
                         {"outcome", text_or_null(word(by.outcome))},
                         {"verdict", word(by.verdict)}});
    return Json{{"verdict", word(answer.as_then_held->verdict)},
                {"outcome", text_or_null(word(answer.as_then_held->outcome))},
                {"stances", std::move(stances)}};
  }

  Json write() const {
    Json out;
    out["comity"] = base::version;
    out["question"] = question();
    out["verdict"] = word(answer.verdict);
    out["also"] = verdicts(answer.also, answer.stale);
    out["outcome"] = text_or_null(word(answer.outcome));
    out["stances"] = array_of(answer.stances, [&](const auto& s) { return stance(s); });
    out["readings"] = array_of(answer.readings, [&](const auto& r) { return reading(r); });
    out["flips"] = answer.flips;
    out["depends_on"] = array_of(answer.depends_on, [&](const Open& o) { return depends_item(o); });
    out["presumed"] = array_of(answer.presumed, [&](const auto& p) { return presumed(p); });
    out["other_purposes"] =
        array_of(answer.other_purposes, [&](const auto& o) { return other_purpose(o); });
    out["exposure"] = array_of(answer.exposure, [&](const auto& e) { return exposure(e); });
    out["exposure_coverage"] =
        Json{{"covered", answer.topics_covered}, {"not_covered", answer.topics_not_covered}};
    out["notes"] = notes();
    out["receipt"] = receipt();
    out["open"] = array_of(answer.open, [&](const Open& o) { return open_item(o); });
    out["duties"] = array_of(answer.duties, [&](const auto& d) { return duty(d); });
    out["as_then_held"] = as_then_held();
    if (answer.where_made)
      out["where_made"] = Json{
          {"place", law.str(law.places[static_cast<std::size_t>(answer.where_made->place)].code)},
          {"valid", answer.where_made->valid}};
    out["divided"] = divided();
    out["rests_on_knowledge"] = answer.on_knowledge;
    out["possible"] = possible();
    return out;
  }
};

}  // namespace

Json to_json(const ir::Law& law, const Answer& answer, const JsonOptions& options) {
  return Writer{law, answer, options}.write();
}

Json to_json(const ir::Law& law, const std::vector<Answer>& answers, Language language) {
  return array_of(answers, [&](const Answer& answer) {
    return to_json(law, answer, {false, language});
  });
}

std::string printed(const Json& document, bool compact) {
  std::string text = document.dump(compact ? -1 : 2, ' ', false, Json::error_handler_t::replace);
  text += '\n';
  return text;
}

}  // namespace comity::engine
