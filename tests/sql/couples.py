"""Made-up couples for differential tests of back ends, as rows of the flattened case format and as cases.

Every draw is seeded. Facts are unknown (None) now and then, words are sometimes none, states sometimes told only by their
whole, lists sometimes longer than a query reads: what a back end must not answer firmly is part of the draw. Nobody is meant.
"""
import datetime
import json
import random

PLACES = ["RU", "DK", "FR", "DE", "NL", "GB-EAW", "US-NY", "MX-CMX", "BR", "JP", "IN", "IL", "ES", "IT", "UA", "KZ", "GE", "LT", "PL", "ZA", "AR", "TH"]
LIST = "list"
COLUMNS = {  # name: kind
    "celebration.place": "text", "celebration.on": "date", "celebration.form": "text", "celebration.kind": "text",
    "celebration.structure": "text", "celebration.authority": "text", "celebration.rite": "text", "celebration.registered": "boolean",
    "celebration.formalities_observed": "boolean", "celebration.meant_as_marriage": "boolean", "celebration.permissions": "records",
    "celebration.planned": "boolean", "celebration.present": "boolean", "celebration.present.first": "text",
    "celebration.present.second": "text", "celebration.present.officiant": "text", "celebration.to_avoid": LIST,
    "between.kinship": "text", "between.adoption": "text", "between.affinity": "text", "between.under_race_law_of": LIST,
    "given": "records", "later": "records", "ceremonies": "records",
}
for spouse in ("spouses.0.", "spouses.1."):
    COLUMNS.update({
        spouse + "sex": "text", spouse + "born": "date", spouse + "age": "integer", spouse + "nationalities": LIST,
        spouse + "domicile": "text", spouse + "residence": "text", spouse + "intended_home": "text",
        spouse + "declared_incapable": "boolean", spouse + "consents": "boolean", spouse + "believed_valid": "boolean",
        spouse + "protection": "boolean", spouse + "protection.kind": "text", spouse + "protection.by": "text",
        spouse + "protection.from": "date", spouse + "community": "boolean", spouse + "community.name": "text",
        spouse + "community.of": "text", spouse + "community.from": "date", spouse + "movement": "records",
        spouse + "earlier_unions": "records"})


class Maker:
    def __init__(self, seed, places, forum, on):
        self.random = random.Random(seed)
        self.places, self.forum = places, forum
        self.on = datetime.date.fromisoformat(on)

    def pick(self, *weighted):
        words, weights = zip(*weighted)
        return self.random.choices(words, weights)[0]

    def place(self):
        return self.pick((self.random.choice(PLACES), 6), (self.forum, 3), (self.random.choice(self.places), 3))

    def day(self, first, last):
        return first + datetime.timedelta(days=self.random.randrange(max(1, (last - first).days)))

    def open(self, value, share=0.05):
        return None if self.random.random() < share else value

    def spouse(self, row, s, wedding):
        at = f"spouses.{s}."
        age = self.pick((self.random.uniform(20, 70), 20), (self.random.uniform(12, 21), 3))
        born = wedding - datetime.timedelta(days=int(age * 365.25))
        if self.random.random() < 0.05:  # birthdays around a wedding day that years do not have alike
            born = datetime.date(self.random.choice([1980, 1984, 2000, 2004]), 2, 29)
        home = self.pick((self.forum, 3), (self.place(), 2))
        row[at + "sex"] = self.open(self.pick(("male", 10), ("female", 10), ("other", 1)))
        row[at + "born"] = self.open(born)
        row[at + "nationalities"] = self.open([self.pick((home, 5), (self.place(), 2))]
                                              + ([self.place()] if self.random.random() < 0.1 else []))
        if row[at + "nationalities"] and self.random.random() < 0.03:
            row[at + "nationalities"] = self.random.choice([[], [self.place(), self.place(), self.forum]])
        row[at + "domicile"] = self.open(home)
        row[at + "residence"] = self.open(self.pick((home, 9), (self.place(), 1)))
        if self.random.random() < 0.1:
            row[at + "intended_home"] = home
        row[at + "declared_incapable"] = self.open(self.random.random() < 0.03)
        row[at + "consents"] = self.open(self.random.random() > 0.03)
        row[at + "believed_valid"] = self.pick((None, 20), (True, 2), (False, 1))
        row[at + "earlier_unions"] = self.open([] if self.random.random() < 0.9 else self.unions(wedding))
        if self.random.random() < 0.04:
            row[at + "protection"] = True
            row[at + "protection.kind"] = self.open(self.pick(("refugee", 2), ("subsidiary", 1), ("asylum_seeker", 1)), 0.2)
            row[at + "protection.by"] = self.place()
            row[at + "protection.from"] = self.open(self.day(wedding - datetime.timedelta(days=900), wedding), 0.2)
        if self.random.random() < 0.06:
            row[at + "community"] = True
            row[at + "community.name"] = self.pick(("muslim", 2), ("maronite", 1), ("jewish", 1), ("hindu", 1))
            row[at + "community.of"] = self.place()

    def unions(self, wedding):
        made = self.day(wedding - datetime.timedelta(days=9000), wedding)
        union = {"on": made, "place": self.place(), "kind": "marriage", "form": "civil", "registered": True,
                 "other": {"sex": self.pick(("male", 1), ("female", 1))}}
        if self.random.random() < 0.7:
            union["ended"] = {"by": self.pick(("divorce", 3), ("death", 1)), "on": self.day(made, wedding), "place": self.place()}
        return [union]

    def row(self, number):
        wedding = self.day(datetime.date(self.pick((1995, 1), (2008, 2)), 1, 1), self.on)
        place = self.place()
        row = dict.fromkeys(COLUMNS)
        row.update({
            "id": number,
            "celebration.place": self.open(place, 0.03), "celebration.on": self.open(wedding, 0.03),
            "celebration.form": self.open(self.pick(("civil", 14), ("religious", 3), ("customary", 1), ("consular", 1), ("proxy", 1), ("remote", 1), ("common_law", 1))),
            "celebration.kind": self.pick((None, 12), ("marriage", 4), ("registered_partnership", 2)),
            "celebration.structure": self.pick((None, 15), ("monogamous", 3), ("polygamous", 1)),
            "celebration.authority": self.pick((None, 15), (place, 3), (self.place(), 1)),
            "celebration.rite": self.pick((None, 15), ("none", 1), ("sharia", 1), ("orthodox", 1)),
            "celebration.registered": self.open(self.random.random() < 0.93),
            "celebration.formalities_observed": self.open(self.random.random() < 0.95),
            "celebration.meant_as_marriage": self.pick((None, 15), (True, 3), (False, 1)),
            "celebration.permissions": self.open([]),
            "between.kinship": self.open(self.pick(("none", 22), ("first_cousins", 2), ("full_siblings", 1), ("half_siblings", 1), ("uncle_aunt_nephew_niece", 1), ("ancestor_descendant", 1), ("further", 1))),
            "between.adoption": self.open(self.pick(("none", 22), ("adopter_adopted", 1), ("adoptive_siblings", 1))),
            "between.affinity": self.open(self.pick(("none", 22), ("sibling_in_law", 1), ("step_parent_child", 1), ("other", 1))),
        })
        for s in (0, 1):
            self.spouse(row, s, wedding)
        if self.random.random() < 0.6:  # told in full but for what is presumed
            fill = {"celebration.permissions": [], "celebration.place": place, "celebration.on": wedding, "celebration.form": "civil",
                    "celebration.registered": True, "celebration.formalities_observed": True, "between.kinship": "none", "between.adoption": "none", "between.affinity": "none"}
            for s in (0, 1):
                home = row[f"spouses.{s}.domicile"] or self.forum
                fill.update({f"spouses.{s}.sex": "male" if s else "female", f"spouses.{s}.born": datetime.date(1978, 6, 3), f"spouses.{s}.domicile": home, f"spouses.{s}.residence": home,
                             f"spouses.{s}.nationalities": [home], f"spouses.{s}.declared_incapable": False, f"spouses.{s}.consents": True, f"spouses.{s}.earlier_unions": []})
            for name, value in fill.items():
                if row[name] is None:
                    row[name] = value
        self.spoil(row, wedding)
        return row

    def spoil(self, row, wedding):
        """A few rows that are for `check` to refuse or to answer."""
        dice = self.random.random()
        if dice < 0.01:
            row[self.random.choice(["spouses.0.sex", "celebration.form", "between.kinship"])] = "nonsense"
        elif dice < 0.02:
            row[self.random.choice(["celebration.place", "spouses.0.domicile"])] = self.random.choice(["XX", "dk"])
        elif dice < 0.03:
            row["spouses.0.born"] = wedding + datetime.timedelta(days=400)
        elif dice < 0.035:
            row["celebration.on"] = self.on + datetime.timedelta(days=40)
        elif dice < 0.045:
            row[self.random.choice(["celebration.place", "spouses.0.domicile", "spouses.1.residence"])] = self.random.choice(["US", "GB", "MX"])
        elif dice < 0.055:
            row["spouses.1.age"] = 31
        elif dice < 0.065:
            row["later"] = [{"act": "register_entry", "by": self.forum, "on": min(self.on, wedding + datetime.timedelta(days=9))}]
        elif dice < 0.075:
            row["given"] = [{"of": "celebration", "question": "formally_valid", "by_law": "place", "is": True}]
        elif dice < 0.085:
            row["celebration.place"] = self.random.choice(["CN-HK", "EL", "UK", "CN-TW"])
        elif dice < 0.095 and row["celebration.place"]:
            row["celebration.present"] = True
            row["celebration.present.first"], row["celebration.present.second"] = row["celebration.place"], self.place()


def made(seed, count, places, forum, on):
    maker = Maker(seed, places, forum, on)
    return [maker.row(number) for number in range(count)]


def case_of(row, forum, on):
    """The case whose keys are the row's columns."""
    case = {"question": {"forum": forum, "on": on}}
    presences = [name for name, value in row.items() if value is True and any(other.startswith(name + ".") for other in row)]
    for name, value in row.items():
        if value is None or name == "id" or name in presences:
            continue
        at = case
        *path, last = name.split(".")
        for i, part in enumerate(path):
            if part.isdigit():
                continue
            if part == "spouses":
                at = at.setdefault("spouses", [{}, {}])[int(path[i + 1])]
            else:
                at = at.setdefault(part, {})
        at[last] = value
    return case


def as_json(case):
    return json.dumps(case, default=lambda day: day.isoformat())
