// A derivation as the contract's `because` tree.
#include "engine/answer_json.h"
#include "ir/paths.h"

namespace comity::engine {

namespace {

struct Tree {
  const ir::Law& law;
  const interp::Derivation& derivation;
  Language language;
  std::vector<bool> written;

  const ir::Provision* provision_of(const interp::Step& step) const {
    return step.provision < law.provisions.size() ? &law.provisions[step.provision] : nullptr;
  }

  Json head(const interp::Step& step) const {
    Json node;
    node["kind"] = word(step.kind);
    const auto places = static_cast<ir::Value>(law.places.size());
    node["law"] = step.law >= 0 && step.law < places
                      ? Json(law.str(law.places[static_cast<std::size_t>(step.law)].code))
                      : Json();
    const ir::Provision* provision = provision_of(step);
    node["provision"] = provision ? Json(law.str(provision->id)) : Json();
    bool dated = !step.as_at_open && (provision || step.as_at != 0);
    node["as_at"] = dated ? Json(base::to_string(step.as_at)) : Json();
    node["holds"] =
        step.holds == interp::Holds::open ? Json() : Json(step.holds == interp::Holds::yes);
    std::string_view text = text_of(law, step.text, language);
    if (text.empty() && provision) text = text_of(law, provision->text, language);
    node["text"] = text;
    return node;
  }

  void details(const interp::Step& step, Json& node) const {
    const ir::Provision* provision = provision_of(step);
    if (!step.cite.empty()) node["cite"] = step.cite;
    if (provision && provision->cite.length) node["cite"] = law.str(provision->cite);
    if (!step.facts.empty()) {
      Json& facts = node["facts"] = Json::array();
      for (std::uint32_t slot : step.facts) facts.push_back(ir::path_of(law, slot));
    }
  }

  void extras(const interp::Step& step, Json& node) const {
    if (step.kind == interp::StepKind::bar) node["bar"] = bar_kind_of(law, step.provision);
    if (!step.detail.empty())
      node["detail"] = diag::said(step.detail, Language::en);  // a word of the format
    const ir::Provision* provision = provision_of(step);
    if (step.on_knowledge || (provision && provision->on_knowledge)) node["on_knowledge"] = true;
  }

  Json write(std::uint32_t id) {
    const interp::Step& step = derivation.steps[id];
    Json node = head(step);
    details(step, node);
    Json& because = node["because"] = Json::array();
    bool repeated = written[id] && !step.because.empty();
    if (!repeated) {
      written[id] = true;
      for (std::uint32_t kid : step.because) because.push_back(write(kid));
    }
    extras(step, node);
    if (repeated) node["repeated"] = true;
    return node;
  }
};

}  // namespace

Json because_json(const ir::Law& law, const interp::Derivation& derivation, Language language) {
  Tree tree{law, derivation, language, std::vector<bool>(derivation.steps.size())};
  Json list = Json::array();
  for (std::uint32_t root : derivation.roots) list.push_back(tree.write(root));
  return list;
}

}  // namespace comity::engine
