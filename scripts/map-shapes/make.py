#!/usr/bin/env python3
"""Makes src/map/shapes.inc, the shapes of `comity atlas --map`, from Natural Earth. Needed only when shapes change.

The shapes come from Debian's qgis-common, which ships Natural Earth's states and provinces (1:10m, public domain) as a
GeoPackage; mapshaper joins them into the places of law/shared/places.csv, projects and simplifies. Both are pinned and
checked: the GeoPackage by the SHA-256 below, mapshaper by package-lock.json.

  npm ci --prefix scripts/map-shapes && apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb unpacked
  python3 scripts/map-shapes/make.py unpacked/usr/share/qgis/resources/data/world_map.gpkg

What is written is a string of C++: a record a line, fields parted by tabs, lengths in tenths of the picture's unit:
  view <name> <width> <height>       what follows belongs to this view
  outline <path>                     the edge of the globe
  area <code> <path>                 an area; code `-`: land that has no code of its own in the law base
  dot <code> <x> <y>                 a place too small to be seen as an area
"""
import csv
import hashlib
import json
import math
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHA256 = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"

# A view: its projection (equal-area each), what of the globe it shows, its width in units, and how far a simplified line
# may leave the true one, in metres.
VIEWS = {
    "world": {"proj": "+proj=eqearth +lon_0=11", "width": 960, "interval": 7000},
    "europe": {"proj": "+proj=laea +lat_0=50 +lon_0=16", "width": 530, "interval": 3000,
               "clip": [-40, 25, 75, 75], "frame": [-2600000, -1800000, 2450000, 1750000]},
    "caribbean": {"proj": "+proj=laea +lat_0=17.5 +lon_0=-71.5", "width": 410, "interval": 2000,
                  "clip": [-100, 2, -50, 35], "frame": [-1390000, -1220000, 1390000, 1303000]},
}
SMALL = {"world": 2.7, "europe": 3.4, "caribbean": 3.4}  # shapes of less than this across get a dot
RADIUS = {"world": 27, "europe": 36, "caribbean": 36}  # of a dot, in tenths

# Places that Natural Earth knows under a code of its own, or that its ISO column leaves out.
BY_UNIT = {"SOL": "X-SOL", "CYN": "X-NCY", "CCK": "CC", "CXR": "CX", "GLP": "GP", "GUF": "GF", "MTQ": "MQ",
           "MYT": "YT", "REU": "RE", "BVT": "BV", "NSV": "SJ", "ENG": "GB-EAW", "WLS": "GB-EAW", "SCT": "GB-SCT",
           "NIR": "GB-NIR", "IRK": "IQ-KR", "TZZ": "TZ-Z", "ATC": "AU-NT", "CLP": "FR",
           # Land the law base has no code for, whatever state's law is applied there.
           "ESB": "-", "WSB": "-", "USG": "-", "KAS": "-", "KAB": "-", "PGA": "-", "PFA": "-"}
BY_NAME = {("RU", "Crimea"): "-", ("RU", "Sevastopol"): "-", ("RU", "Chechnya"): "RU-CE", ("ID", "Aceh"): "ID-AC",
           ("NL", "Bonaire"): "BQ", ("NL", "Saba"): "BQ", ("NL", "St. Eustatius"): "BQ", ("GE", "Abkhazia"): "X-ABK",
           ("MD", "Bender"): "X-TRN", ("CA", "Québec"): "CA-QC", ("MX", "Distrito Federal"): "MX-CMX",
           ("MX", "México"): "MX-MEX", ("AU", "Jervis Bay Territory"): "AU-ACT",
           ("AU", "Lord Howe Island"): "AU-NSW", ("AU", "Macquarie Island"): "AU-TAS", ("MX", None): "MX-YUC"}
BY_PART = ("US", "CA", "AU", "MX")  # parts are found by their names in law/shared/places.csv

# Places that Natural Earth 1:10m has no shape for: where their dot stands, longitude and latitude.
POINTS = {"VA": (12.453, 41.903), "X-SOS": (43.97, 42.23), "US-X-CHEROKEE": (-94.97, 35.92),
          "US-X-COQUILLE": (-124.21, 43.2), "US-X-NAVAJO": (-109.05, 35.68), "US-X-SUQUAMISH": (-122.56, 47.73)}
WITHOUT_GROUND = {"EU", "COE"}  # overlays


def rings_of(blob):
    """The polygons of a GeoPackage geometry: a list of polygons, each a list of rings, each a list of points."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
    at = 8 + envelope

    def number(form, size):
        nonlocal at
        value = struct.unpack_from(order + form, blob, at)
        at += size
        return value

    def polygon():
        rings = []
        for _ in range(number("I", 4)[0]):
            count, = number("I", 4)
            flat = number(f"{2 * count}d", 16 * count)
            rings.append(list(zip(flat[::2], flat[1::2])))
        return rings

    order = "<" if blob[at] else ">"
    at += 1
    kind, = number("I", 4)
    if kind == 3:
        return [polygon()]
    assert kind == 6, kind
    polygons = []
    for _ in range(number("I", 4)[0]):
        at += 5  # byte order and kind of the part
        polygons.append(polygon())
    return polygons


def code_of(row, names, codes):
    iso, name, unit = row["iso_a2"], row["name"], row["gu_a3"]
    if (iso, name) in BY_NAME:
        return BY_NAME[iso, name]
    if unit in BY_UNIT:
        return BY_UNIT[unit]
    if row["adm0_a3"] == "MDA" and row["gn_name"] is None:
        return "X-TRN"
    if iso in BY_PART:
        return names[iso, name]
    return iso if iso in codes else sys.exit(f"no code for {dict(row)}")


def features(path, places):
    with open(path, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != SHA256:
            sys.exit(f"{path} is not the file this recipe was written for")
    names = {(p["part_of"], p["en"]): p["code"] for p in places}
    codes = {p["code"] for p in places}
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    for row in base.execute("select iso_a2, name, gu_a3, adm0_a3, gn_name, geom from states_provinces order by fid"):
        yield {"type": "Feature", "properties": {"code": code_of(row, names, codes)},
               "geometry": {"type": "MultiPolygon", "coordinates": rings_of(row["geom"])}}


def mapshaper(*arguments):
    program = os.path.join(HERE, "node_modules", ".bin", "mapshaper")
    subprocess.run([program, *arguments, "-quiet"], check=True)


def project(folder, view):
    """Areas and points of one view in metres of its projection: {code: [polygon]}, {code: point}, outline."""
    out = {name: os.path.join(folder, f"{name}.json") for name in ("areas", "fine", "points", "outline")}
    joined, points = os.path.join(folder, "joined.json"), os.path.join(folder, "in_points.json")
    clip = ["-clip", "bbox=" + ",".join(map(str, view["clip"]))] if "clip" in view else []
    project_it = ["-proj", view["proj"]]
    mapshaper(joined, *clip, *project_it, "-o", out["fine"], "format=geojson", "-simplify", "weighted",
              f"interval={view['interval']}", "keep-shapes", "-o", out["areas"], "format=geojson")
    mapshaper(points, *clip, *project_it, "-o", out["points"], "format=geojson")

    def read(name):
        with open(out[name], encoding="utf-8") as file:
            data = json.load(file)
        return data["features"] if "features" in data else [
            {"properties": {}, "geometry": g} for g in data["geometries"]]

    def polygons(name):
        found = {}
        for feature in read(name):
            shape = feature["geometry"]
            if shape:
                parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
                found.setdefault(feature["properties"]["code"], []).extend(parts)
        return found

    dots = {f["properties"]["code"]: tuple(f["geometry"]["coordinates"]) for f in read("points") if f["geometry"]}
    outline = None
    if "frame" not in view:
        # The globe's edge is the same whatever meridian is in the middle.
        mapshaper("-graticule", "polygon", "-proj", view["proj"].split()[0], "-o", out["outline"], "format=geojson")
        outline = read("outline")[0]["geometry"]["coordinates"]
        outline = outline[0] if isinstance(outline[0][0][0], list) else outline
    return polygons("areas"), polygons("fine"), dots, outline


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def middle(ring):
    signed = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2
    if abs(signed) < 1e-6:
        return ring[0]
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:]))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:]))
    return x / (6 * signed), y / (6 * signed)


class Paper:
    """From metres to tenths of a unit, y downwards."""

    def __init__(self, view, outline):
        if "frame" in view:
            left, bottom, right, top = view["frame"]
        else:
            xs, ys = zip(*outline[0])
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        self.left, self.top = left, top
        self.scale = view["width"] * 10 / (right - left)
        self.width, self.height = view["width"] * 10, round((top - bottom) * self.scale)

    def at(self, point):
        return round((point[0] - self.left) * self.scale), round((self.top - point[1]) * self.scale)

    def ring(self, ring):
        points = []
        for point in map(self.at, ring):
            if not points or point != points[-1]:
                points.append(point)
        return points

    def meets(self, points, room=20):
        xs, ys = zip(*points)
        return max(xs) > -room and min(xs) < self.width + room and max(ys) > -room and min(ys) < self.height + room


def without_straight(points):
    """The ring without points that lie within a tenth or so of the line between their neighbours."""
    kept = points[:1]
    for here, after in zip(points[1:], points[2:]):
        (ax, ay), (bx, by), (cx, cy) = kept[-1], here, after
        far = abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / (math.hypot(cx - ax, cy - ay) or 1)
        if far > 0.5:
            kept.append(here)
    return kept + points[-1:]


def path_of(rings):
    text = ""
    for points in rings:
        text += f"M{points[0][0]} {points[0][1]}"
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:-1])]
        line = ""
        for x, y in steps:
            line += (f" {x}" if line and x >= 0 else str(x)) + (f" {y}" if y >= 0 else str(y))
        text += "l" + line + "z"
    return text


def area_path(paper, polygons):
    """Rings that can be seen; of a place with none, the largest."""
    rings = []
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            points = paper.ring(ring)
            if len(points) >= 4 and paper.meets(points):
                rings.append((area(points), number, points))
    if not rings:
        return ""
    largest = max(size for size, _, _ in rings)
    return path_of([points for size, _, points in rings if size > 40 or size == largest])


def settle(dots, radius, paper):
    """Moves dots that cover one another apart, a little at a time."""
    codes = sorted(dots)
    now = {code: list(map(float, dots[code])) for code in codes}
    apart = 2 * radius + 4
    for _ in range(400):
        moved = False
        for i, a in enumerate(codes):
            for b in codes[i + 1:]:
                x, y = now[b][0] - now[a][0], now[b][1] - now[a][1]
                far = math.hypot(x, y)
                if far >= apart:
                    continue
                if far == 0:
                    x, y, far = 1.0, 0.3, math.hypot(1, 0.3)
                push = (apart - far) / 2 / far
                now[a][0] -= x * push
                now[a][1] -= y * push
                now[b][0] += x * push
                now[b][1] += y * push
                moved = True
        if not moved:
            break
    return {code: (round(x), round(y)) for code, (x, y) in now.items()}


def write_view(name, view, folder, lines):
    areas, fine, dots, outline = project(folder, view)
    paper = Paper(view, outline)
    lines.append(f"view\t{name}\t{paper.width}\t{paper.height}")
    if outline:
        lines.append("outline\t" + path_of([without_straight(paper.ring(outline[0]))]))
    marks = {code: paper.at(point) for code, point in dots.items()}
    for code, polygons in fine.items():
        if code == "-":
            continue
        # The largest ring that the view shows says whether the place can be seen.
        rings = [r for p in polygons for r in p[:1] if paper.meets(paper.ring(r) or [(-1e9, 0)], 0)]
        if not rings:
            continue
        largest = max(rings, key=area)
        if math.sqrt(area(largest)) * paper.scale < SMALL[name] * 10:
            marks[code] = paper.at(middle(largest))
    inside = {code: p for code, p in marks.items()
              if -5 < p[0] < paper.width + 5 and -5 < p[1] < paper.height + 5}
    for code in sorted(areas):
        path = area_path(paper, areas[code])
        if path and code not in inside:
            lines.append(f"area\t{code}\t{path}")
    for code, (x, y) in sorted(settle(inside, RADIUS[name], paper).items()):
        lines.append(f"dot\t{code}\t{x}\t{y}")


def main():
    with open(os.path.join(ROOT, "law/shared/places.csv"), encoding="utf-8") as file:
        places = list(csv.DictReader(file))
    target = os.path.join(ROOT, "src/map/shapes.inc")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        raw = os.path.join(folder, "raw.json")
        with open(raw, "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": list(features(sys.argv[1], places))}, file)
        points = [{"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Point", "coordinates": at}}
                  for code, at in sorted(POINTS.items())]
        with open(os.path.join(folder, "in_points.json"), "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": points}, file)
        mapshaper(raw, "snap", "-dissolve2", "code", "-o", os.path.join(folder, "joined.json"), "format=geojson")
        for name, view in VIEWS.items():
            write_view(name, view, folder, lines)
    drawn, world = set(), False
    for line in lines:
        fields = line.split("\t")
        world = fields[1] == "world" if fields[0] == "view" else world
        if world and fields[0] in ("area", "dot"):
            drawn.add(fields[1])
    parents = {p["part_of"] for p in places if p["part_of"] and p["code"] in drawn}
    lacking = [p["code"] for p in places
               if not p["alias_of"] and not p["until"] and p["code"] not in drawn | parents | WITHOUT_GROUND]
    if lacking:
        sys.exit("no shape and no point for " + " ".join(lacking))
    with open(target, "w", encoding="utf-8") as file:
        file.write("// Made by scripts/map-shapes/make.py from Natural Earth (public domain), not edited by hand.\n")
        file.write('R"shapes(' + "\n".join(lines) + '\n)shapes"\n')
    print(f"wrote {os.path.relpath(target, ROOT)}: {os.path.getsize(target)} bytes, {len(drawn)} places")


if __name__ == "__main__":
    main()
