"""The types and values of data/python/literals-wide.json."""

import datetime
import enum
import keyword
from dataclasses import dataclass, field, make_dataclass
from typing import Annotated, Dict, List, Literal, Optional, Union

from flytekit import HashMethod, kwtypes
from flytekit.core.annotation import FlyteAnnotation
from flytekit.types.directory import FlyteDirectory
from flytekit.types.error import FlyteError
from flytekit.types.file import CSVFile, FlyteFile
from flytekit.types.structured import StructuredDataset

UTC = datetime.timezone.utc
Time, Span, Day = datetime.datetime, datetime.timedelta, datetime.date


class Color(enum.Enum):
    RED = "red"
    LIGHT_GREEN = "light green"
    BLAU = "blåu"


@dataclass
class Point:
    x: int
    y: float


@dataclass
class Note:
    text: str
    by: Optional[str] = None
    stars: int = 3


@dataclass
class Nothing:
    pass


@dataclass
class Chain:
    value: int
    next: Optional["Chain"] = None


NOW = Time(2024, 5, 6, 7, 8, 9, 123456, UTC)

# Label, type, and values of it: what the rows below are made of.
# A class that contains itself twice is left out: flytekit describes it without end.
LEAVES = [
    ("int", int, [7, -(2**31) - 1, 2**53 + 1]),
    ("float", float, [2.0, -0.0, 1e300]),
    ("str", str, ["", "naïve \U0001F9EA", "2024-01-01"]),
    ("bool", bool, [True, False]),
    ("datetime", Time, [NOW, Time(1950, 1, 1, tzinfo=UTC)]),
    ("date", Day, [Day(2024, 2, 29), Day(1066, 10, 14)]),
    ("duration", Span, [Span(days=1, microseconds=1), Span(seconds=-3)]),
    ("enum", Color, [Color.LIGHT_GREEN, Color.BLAU]),
    ("choice", Literal["a", "b c"], ["b c", "a"]),
    ("choice", Literal[1, -5], [-5, 1]),
    ("choice", Literal[True, False], [False, True]),
    ("dict", dict, [{"k": [1, 1.0, None, {"n": "s"}]}, {}]),
    ("record", Point, [Point(1, 2.0), Point(-3, 0.25)]),
    ("record", Note, [Note("t"), Note("", "me", 0)]),
    ("file", FlyteFile, [FlyteFile("s3://bucket/some file.txt"), FlyteFile("s3://b/é")]),
    ("file[csv]", CSVFile, [CSVFile("s3://bucket/x.csv"), CSVFile("s3://bucket/y.csv")]),
    ("directory", FlyteDirectory, [FlyteDirectory("s3://bucket/d"), FlyteDirectory("s3://bucket/e/")]),
    ("dataset", StructuredDataset, [StructuredDataset(uri="s3://b/t", file_format="parquet"), StructuredDataset(uri="s3://b/u", file_format="csv")]),
]


def containers():
    for name, kind, values in LEAVES:
        first, last = values[0], values[-1]
        yield from ((name, kind, value) for value in values)
        yield f"list[{name}]", List[kind], values
        yield f"dict[str,{name}]", Dict[str, kind], {"a": first, "": last}
        yield f"optional[{name}]", Optional[kind], last
        yield f"optional[{name}]", Optional[kind], None
        yield f"list[optional[{name}]]", List[Optional[kind]], [None, *values]
        yield f"dict[str,list[{name}]]", Dict[str, List[kind]], {"é": values, "none": []}
        yield f"optional[list[{name}]]", Optional[List[kind]], values
        yield f"list[list[dict[str,{name}]]]", List[List[Dict[str, kind]]], [[], [{}, {"k": last}]]
        yield f"optional[dict[str,optional[{name}]]]", Optional[Dict[str, Optional[kind]]], {"n": None, "v": first}


def records():
    for index, (name, kind, values) in enumerate(LEAVES):
        plain = make_dataclass(f"Plain{index}", [("it", kind), ("maybe", Optional[kind]), ("many", List[kind])])
        yield "record", plain, plain(values[0], None, values), f"fields of {name}"
        rich = make_dataclass(f"Rich{index}", [
            ("a", kind),
            ("named", Dict[str, kind], field(default_factory=dict)),
            ("other", Optional[kind], None),
            ("deep", List[Dict[str, List[kind]]], field(default_factory=list)),
            ("perhaps", Optional[List[kind]], None),
            ("gaps", List[Optional[kind]], field(default_factory=list)),
        ])
        yield "record", rich, rich(values[-1], {"k": values[0]}, values[0], [{"d": values}], values, [None, values[0]]), f"containers of {name}"
        yield "optional[record]", Optional[rich], rich(values[0]), f"containers of {name}"
        outer = make_dataclass(f"Outer{index}", [("inner", plain), ("inners", List[plain]), ("either", Optional[plain], None)])
        one = plain(values[-1], values[0], [])
        yield "record", outer, outer(one, [one], one), f"records of {name}"
    for name, kind, default in [
        ("int", int, -1), ("float", float, 1.0), ("float", float, 0.1), ("str", str, "a\nb"), ("bool", bool, False), ("datetime", Time, NOW),
        ("date", Day, Day(2000, 1, 1)), ("duration", Span, Span(minutes=1, microseconds=5)), ("enum", Color, Color.BLAU), ("choice", Literal["p", "q"], "q"),
        ("choice", Literal[3, 4], 4),
    ]:
        with_default = make_dataclass(f"With{name.capitalize()}", [("first", str), ("it", kind, default), ("maybe", Optional[kind], default)])
        yield "record", with_default, with_default("f"), f"a default of {name}"
        yield f"list[record]", List[with_default], [with_default("f"), with_default("g", default, None)], f"a default of {name}"
    mixed = make_dataclass("Mixed", [("u", Union[int, str]), ("o", Optional[Union[float, Point]], None), ("l", List[Union[str, bool]], field(default_factory=list))])
    yield "record", mixed, mixed(5), "unions"
    yield "record", mixed, mixed("five", Point(1, 2.0), ["s", True]), "unions"
    yield "record", mixed, mixed("five", 2.5), "unions"
    keyed = make_dataclass("Keyed", [("i", Dict[int, str]), ("f", Dict[float, int], field(default_factory=dict)), ("b", Dict[bool, Point], field(default_factory=dict))])
    yield "record", keyed, keyed({1: "a", -2: "b"}, {0.5: 1}, {True: Point(1, 1.0)}), "keys that are no strings"
    yield "record", Nothing, Nothing(), "without fields"
    yield "list[record]", List[Nothing], [Nothing(), Nothing()]
    holder = make_dataclass("Holder", [("empty", Nothing), ("many", List[Nothing], field(default_factory=list))])
    yield "record", holder, holder(Nothing()), "a record without fields inside"
    words = [word for word in ("constructor", "toString", "length", "then", "default", "type", "title", "properties", "required", "self", "value", "id", "var") if not keyword.iskeyword(word)]
    odd = make_dataclass("Odd", [(word, int) for word in words])
    yield "record", odd, odd(*range(len(words))), "names that JavaScript or JSON Schema has"
    foreign = make_dataclass("Größe", [("größe", int), ("ñ", str), ("名前", Optional[str], None), ("_private", bool, True)])
    yield "record", foreign, foreign(1, "n", "x"), "names in other alphabets"
    order = make_dataclass("Order", [("z", int), ("y", str), ("a", float), ("m", Optional[bool], None), ("b", int, 2)])
    yield "record", order, order(1, "s", 2.0), "not in alphabetical order"
    yield "record", Chain, Chain(1, Chain(2, Chain(3))), "contains itself"
    yield "optional[record]", Optional[Chain], Chain(1), "contains itself"
    yield "list[record]", List[Chain], [Chain(1, Chain(2)), Chain(3)], "contains itself"
    fence = make_dataclass("Fence", [("chain", Chain), ("name", str, "f")])
    yield "record", fence, fence(Chain(1, Chain(2))), "contains a record that contains itself"
    wide = make_dataclass("Wide", [(f"field_{i}", int, i) for i in range(40)])
    yield "record", wide, wide(), "forty fields"
    zoned = make_dataclass("Zoned", [("at", Time), ("all", List[Time], field(default_factory=list))])
    yield "record", zoned, zoned(Time(2024, 12, 31, 23, 30, tzinfo=datetime.timezone(-Span(hours=5))), [NOW]), "an offset"
    yield "record", zoned, zoned(Time(2024, 6, 1, 12)), "naive"
    big = make_dataclass("Big", [("i", int), ("f", float)])
    yield "record", big, big(2**63 - 1, float("inf")), "extremes"
    yield "record", big, big(-(2**63), float("nan")), "extremes"
    yield "record", big, big(2**53, 5e-324), "extremes"
    noted = make_dataclass("Noted", [("m", Annotated[int, FlyteAnnotation({"unit": "m"})]), ("s", Optional[Annotated[float, FlyteAnnotation({"unit": "s"})]], None)])
    yield "record", noted, noted(1, 2.0), "annotated fields"
    colored = make_dataclass("Colored", [("keys", Dict[str, Color], field(default_factory=dict)), ("c", Color, Color.RED), ("cs", List[Color], field(default_factory=list))])
    yield "record", colored, colored({"k": Color.BLAU}, Color.LIGHT_GREEN, [Color.RED]), "enums"
    tables = make_dataclass("Tables", [("t", Annotated[StructuredDataset, kwtypes(n=int, s=str)]), ("f", FlyteFile["jsonl"])])
    yield "record", tables, tables(StructuredDataset(uri="s3://b/t", file_format="parquet"), FlyteFile("s3://b/r.jsonl")), "a dataset with columns, a file with a format"


SMALL, LARGE = make_dataclass("Small", [("a", int)]), make_dataclass("Large", [("a", int), ("b", str)])
OTHER = make_dataclass("Other", [("c", str), ("d", List[int], field(default_factory=list))])


def unions():
    yield "union[none,int]", Union[None, int], 5
    yield "union[none,int]", Union[None, int], None
    yield "union[str,int]", Union[str, int], 5
    yield "union[int,float]", Union[int, float], 5
    yield "union[int,float]", Union[int, float], 5.0
    yield "union[bool,float,str]", Union[bool, float, str], 2.0
    yield "union[list[int],list[str]]", Union[List[int], List[str]], ["a"]
    yield "union[list[int],list[str]]", Union[List[int], List[str]], [1]
    yield "union[int,list[union[int,str]]]", Union[int, List[Union[int, str]]], [1, "a"]
    yield "union[dict[str,int],list[int]]", Union[Dict[str, int], List[int]], [1]
    yield "union[enum,int]", Union[Color, int], Color.RED
    yield "union[enum,int]", Union[Color, int], 3
    yield "union[datetime,int]", Union[Time, int], NOW
    yield "union[date,int]", Union[Day, int], Day(2024, 1, 1)
    yield "union[date,datetime]", Union[Day, Time], Day(2024, 1, 1)
    yield "union[date,datetime]", Union[Day, Time], NOW
    yield "union[duration,str]", Union[Span, str], Span(seconds=1)
    yield "union[duration,str]", Union[Span, str], "PT1S"
    yield "union[str,datetime]", Union[str, Time], NOW
    yield "union[str,datetime]", Union[str, Time], "2024-05-06T07:08:09+00:00"
    yield "union[float,duration]", Union[float, Span], Span(seconds=2)
    yield "union[float,duration]", Union[float, Span], 2.0
    yield "union[str,file]", Union[str, FlyteFile], FlyteFile("s3://b/x")
    yield "union[file,directory]", Union[FlyteFile, FlyteDirectory], FlyteFile("s3://b/x")
    yield "union[file,directory]", Union[FlyteFile, FlyteDirectory], FlyteDirectory("s3://b/x")
    yield "union[file[csv],int]", Union[CSVFile, int], CSVFile("s3://b/x.csv")
    yield "union[dataset,int]", Union[StructuredDataset, int], StructuredDataset(uri="s3://b/t", file_format="parquet")
    yield "union[dataset,int]", Union[StructuredDataset, int], 4
    yield "union[dict,int]", Union[dict, int], {"a": 1}
    yield "union[dict,str]", Union[dict, str], "s"
    yield "union[record,record]", Union[SMALL, OTHER], OTHER("x", [1])
    yield "union[record,record]", Union[SMALL, LARGE], SMALL(1), "fields in common"
    yield "union[record,record]", Union[SMALL, LARGE], LARGE(1, "b"), "fields in common"
    yield "union[list[record],record]", Union[List[SMALL], SMALL], [SMALL(1)]
    yield "optional[union[str,list[str]]]", Optional[Union[str, List[str]]], ["x"]
    yield "optional[union[str,list[str]]]", Optional[Union[str, List[str]]], None
    yield "union[optional[int],str]", Union[Optional[int], str], "s"
    yield "dict[str,union[int,str]]", Dict[str, Union[int, str]], {"a": 1, "b": "x"}
    yield "list[optional[union[bool,record]]]", List[Optional[Union[bool, Point]]], [None, True, Point(1, 2.0)]
    yield "union[choice,int]", Union[Literal["a", "b"], int], "a"
    yield "union[int,int]", Union[int, int], 3, "one type"
    yield "union[list[file],file]", Union[List[FlyteFile], FlyteFile], [FlyteFile("s3://b/1")]
    yield "list[union[file,str]]", List[Union[FlyteFile, str]], [FlyteFile("s3://b/1"), "s"]
    yield "union[dict[int,str],int]", Union[Dict[int, str], int], {1: "a"}
    yield "union[annotated[int, annotation],str]", Union[Annotated[int, FlyteAnnotation({"u": 1})], str], 3


NOTES = [{"unit": "m"}, {"n": 1, "f": 1.5, "t": True, "z": None}, {"l": [1, "a", {"b": []}]}, {"literal": "x"}, {}]


def around():
    for name, kind, values in LEAVES:
        yield f"annotated[{name}, hash]", Annotated[kind, HashMethod(lambda value: f"h {type(value).__name__}")], values[-1]
        yield f"list[annotated[{name}, hash]]", List[Annotated[kind, HashMethod(lambda value: str(type(value).__name__))]], values
        yield f"annotated[{name}, annotation]", Annotated[kind, FlyteAnnotation({"unit": "m"})], values[0]
    for data in NOTES:
        yield "annotated[int, annotation]", Annotated[int, FlyteAnnotation(data)], 1
        yield "annotated[list[str], annotation]", Annotated[List[str], FlyteAnnotation(data)], ["a"]
    yield "dict[str,annotated[int, hash]]", Dict[str, Annotated[int, HashMethod(str)]], {"a": 1, "b": 2}
    yield "optional[annotated[int, hash]]", Optional[Annotated[int, HashMethod(str)]], 1
    yield "annotated[optional[int], hash]", Annotated[Optional[int], HashMethod(str)], 1
    yield "annotated[optional[int], hash]", Annotated[Optional[int], HashMethod(str)], None
    yield "annotated[union[int,str], hash]", Annotated[Union[int, str], HashMethod(str)], "s"
    yield "annotated[dict[str,int], hash]", Annotated[Dict[str, int], HashMethod(lambda value: str(len(value)))], {"a": 1}
    yield "annotated[list[annotated[int, hash]], hash]", Annotated[List[Annotated[int, HashMethod(str)]], HashMethod(lambda value: "all")], [1, 2]
    yield "annotated[int, annotation, hash]", Annotated[int, FlyteAnnotation({"a": 1}), HashMethod(str)], 5
    yield "annotated[union[int,str], annotation]", Annotated[Union[int, str], FlyteAnnotation({"a": 1})], 5
    yield "annotated[optional[int], annotation]", Annotated[Optional[int], FlyteAnnotation({"a": 1})], None
    yield "list[annotated[int, annotation]]", List[Annotated[int, FlyteAnnotation({"a": 1})]], [1]
    yield "dict[str,annotated[float, annotation]]", Dict[str, Annotated[float, FlyteAnnotation({"a": 1})]], {"k": 1.0}


def untyped():
    for value in [{}, {"a": None}, {"n": {"n": {"n": {}}}}, {"i": [2**53 + 1, -(2**63), 2**63 - 1, 0, -1, 127, 128, 255, 256, 65535, 65536, 2**32]},
                  {"f": [0.0, -0.0, 1.5, 1e300, float("inf"), float("nan")]}, {"": "", "ü": "\x00"}, {1: 2, "1": 3}, {1.5: "a", True: "b"}, {"b": b"\x00\xff", "e": b""},
                  {"__proto__": 1, "constructor": 2, "toString": {"__proto__": []}}, {"t": (1, 2)}, {"long": "x" * 300, "list": list(range(20))}]:
        yield "dict", dict, value
    for key, label, one, two in [(int, "int", 1, -(2**40)), (float, "float", 1.0, 2.5), (bool, "bool", True, False)]:
        for name, kind, values in LEAVES:
            if name not in ("file", "file[csv]", "directory", "dataset"):
                yield f"dict[{label},{name}]", Dict[key, kind], {one: values[0], two: values[-1]}
        yield f"dict[{label},list[float]]", Dict[key, List[float]], {one: [1.0, 2.5], two: []}
        yield f"optional[dict[{label},int]]", Optional[Dict[key, int]], {one: 1}
        yield f"list[dict[{label},str]]", List[Dict[key, str]], [{one: "a"}, {}]
        yield f"dict[{label},dict[str,int]]", Dict[key, Dict[str, int]], {one: {"a": 1}}
    yield "dict[date,int]", Dict[Day, int], {Day(2024, 1, 1): 1}
    yield "dict[enum,int]", Dict[Color, int], {Color.RED: 1}
    yield "dict[str,dict[int,int]]", Dict[str, Dict[int, int]], {"a": {1: 2}}


def scalars():
    zone = datetime.timezone(Span(hours=5, minutes=45))
    for value in [Time(1, 1, 1, tzinfo=UTC), Time(9999, 12, 31, 23, 59, 59, 999999, UTC), Time(1970, 1, 1, tzinfo=UTC), Time(1969, 12, 31, 23, 59, 59, 999999, UTC), Time(2024, 3, 1, 0, 0, 0, 1, zone), Time(2024, 3, 1, 1, 2, 3)]:
        yield "datetime", Time, value
    for value in [Day(1, 1, 1), Day(9999, 12, 31), Day(1970, 1, 1), Day(2000, 2, 29)]:
        yield "date", Day, value
    for value in [Span.max, Span.min, Span.resolution, -Span.resolution, Span(days=100000, microseconds=3), Span(seconds=0.1), Span(days=-1, microseconds=1), Span(days=36500)]:
        yield "duration", Span, value
    for value in [float("-inf"), 1.7976931348623157e308, 2.0**53, 123456789.123456789, -1e-10, 1e21, 1e22]:
        yield "float", float, value
    for value in [2**31, 2**53, -(2**53) - 1, 10**15]:
        yield "int", int, value
    for value in ["\ufeffmark", "\r\n", "null", "9007199254740993", "x" * 1000]:
        yield "str", str, value
    yield "choice of floats", Literal[0.5, 2.0], 2.0
    yield "choice", Literal["only"], "only"
    yield "choice", Literal["a", "b"], "c", "not in it"
    yield "file", FlyteFile, FlyteFile("s3://b/x", metadata={"author": "me", "empty": ""})
    yield "file", FlyteFile, "s3://example/a?b=c#d"
    yield "file[tar.gz]", FlyteFile["tar.gz"], FlyteFile["tar.gz"]("s3://b/x.tar.gz")
    yield "directory[csv]", FlyteDirectory["csv"], FlyteDirectory["csv"]("s3://b/x")
    yield "directory", FlyteDirectory, "s3://b/as text"
    table = StructuredDataset(uri="s3://b/t", file_format="parquet")
    yield "dataset", StructuredDataset, StructuredDataset(uri="s3://b/t"), "without a format"
    yield "dataset[format]", Annotated[StructuredDataset, "csv"], StructuredDataset(uri="s3://b/t", file_format="csv")
    yield "dataset[columns]", Annotated[StructuredDataset, kwtypes(a=int, b=float, c=str, d=bool, e=Time, f=Span, g=Day)], table
    yield "dataset[columns, format]", Annotated[StructuredDataset, kwtypes(a=int), "csv"], StructuredDataset(uri="s3://b/t", file_format="csv")
    yield "list[dataset[columns]]", List[Annotated[StructuredDataset, kwtypes(a=int)]], [table]
    yield "error", FlyteError, FlyteError(message="", failed_node_id="")
    yield "none", type(None), None
    yield "list[none]", List[type(None)], [None, None]
    yield "list[int]", List[int], list(range(-40, 200, 7))
    yield "dict[str,int]", Dict[str, int], {"__proto__": 1, "constructor": 2, "10": 3, "9": 4}
    deep_type, deep, label = int, 1, "int"
    for _ in range(8):
        deep_type, deep, label = List[deep_type], [deep], f"list[{label}]"
    yield label, deep_type, deep


def refused():
    for name, kind, _ in LEAVES[:4]:
        for value in (None, [], {}, "x", 1, 1.5, True, b"x", NOW, Span(1), Color.RED, Point(1, 1.0)):
            if not isinstance(value, kind):
                yield name, kind, value
    for name, kind, values in [("datetime", Time, [None, 5, "soon", [NOW]]), ("date", Day, [None, "2024-13-01", 3]), ("duration", Span, [None, "5s", [1]]),
                               ("enum", Color, ["pink", None, 1, "RED"]), ("none", type(None), [0, "", False]), ("list[int]", List[int], [None, 5, "ab", {"a": 1}, ["1"], [1.5], [[1]]]),
                               ("dict[str,int]", Dict[str, int], [None, [1], "x", {"a": "b"}, {1: 2}]), ("optional[int]", Optional[int], ["x", 1.5, [1]]),
                               ("union[int,str]", Union[int, str], [None, [1], 1.5]), ("record", Point, [None, 1, [1, 2.0], {}, {"x": 1}, {"x": 1, "y": 2.0, "z": 3}, {"x": "1", "y": 2.0}, Note("n")]),
                               ("list[record]", List[Point], [[None], [Note("n")], Point(1, 1.0)]), ("dict", dict, [None, [1], "x", 1]),
                               ("file", FlyteFile, [None, 5, "no/such/file", ["s3://a/b"]]), ("directory", FlyteDirectory, [None, 5, "no/such/folder"]),
                               ("dataset", StructuredDataset, [5, "x"]), ("dict[int,str]", Dict[int, str], [[1], "x"])]:
        for value in values:
            yield name, kind, value
    yield "int", int, 2**63
    yield "int", int, -(2**63) - 1
    yield "str", str, "\ud800", "half a character"
    yield "list[int]", List[int], (1, 2), "a tuple"
    yield "tuple[int,str]", tuple[int, str], (1, "a")
    yield "list[tuple[int,int]]", List[tuple[int, int]], [(1, 2)]
    yield "optional[tuple[int,str]]", Optional[tuple[int, str]], (1, "a")
    yield "annotated[record, annotation]", Annotated[Point, FlyteAnnotation({"a": 1})], Point(1, 1.0)
    yield "annotated[dict, annotation]", Annotated[dict, FlyteAnnotation({"a": 1})], {"a": 1}
    yield "list[annotated[record, annotation]]", List[Annotated[Point, FlyteAnnotation({"a": 1})]], [Point(1, 1.0)]
    yield "choice", Literal[1, "a"], 1, "of two kinds"
    yield "list", list, [1], "of what is not said"
    yield "enum", enum.Enum("Number", {"ONE": 1, "TWO": 2}), 1, "of numbers"
    two = make_dataclass("Two", [("a", int)])
    yield "union[record,record], same shape", Union[SMALL, two], two(1)
    yield "union[file,file]", Union[FlyteFile, CSVFile], CSVFile("s3://b/x.csv")


def odd():
    pair = make_dataclass("Pair", [("n", int), ("o", Optional[int])])
    loose = make_dataclass("Loose", [("xs", List[Union[int, str]]), ("ys", Optional[Dict[str, Union[float, bool]]], None)])
    for value in [pair("x", None), pair(1.5, None), pair(None, None), {"n": 1}, {"n": "1", "o": 2}, [1, 2], None]:
        yield "record", pair, value, "what flytekit does not look at"
    yield "record", loose, loose([1, "a"], {"k": True, "l": 1.5})
    yield "record", loose, loose(["a", 1.5]), "what flytekit does not look at"
    raw = make_dataclass("Raw", [("b", bytes), ("o", Optional[bytes], None), ("many", List[bytes], field(default_factory=list))])
    yield "record", raw, raw(b"\x00\xff"), "bytes"
    yield "record", raw, raw(b"", b"x", [b"y"]), "bytes"
    yield "union[str,bytes]", Union[str, bytes], "s"
    yield "optional[bytes]", Optional[bytes], None
    formats = make_dataclass("Formats", [("f", FlyteFile["csv"]), ("g", FlyteDirectory["x"]), ("h", Optional[CSVFile], None)])
    yield "record with files", formats, formats(CSVFile("s3://b/x.csv"), FlyteDirectory["x"]("s3://b/d"))
    tables = make_dataclass("Sets", [("ds", Optional[StructuredDataset], None), ("fs", Dict[str, FlyteFile], field(default_factory=dict))])
    yield "record", tables, tables(StructuredDataset(uri="s3://b/t", file_format="parquet"), {"k": FlyteFile("s3://b/1")})
    three = make_dataclass("Three", [("u", Union[int, str, None]), ("w", Union[pair, str]), ("nested", List[List[Dict[str, List[int]]]], field(default_factory=list))])
    yield "record", three, three(None, "w", [[{"a": [1]}]])
    yield "dict[int,record]", Dict[int, three], {1: three(1, pair(1, 2))}
    yield "choice of ints", Literal[1, 2**60], 2**60
    yield "choice", Optional[Literal["a"]], None, "optional"
    yield "literal", Literal["a", None], "a"
    yield "datetime", Time, Time(1, 1, 1, tzinfo=datetime.timezone(Span(hours=1))), "before the year 1"
    yield "datetime", Time, Time(2024, 2, 29, 23, 59, 59, 999999, datetime.timezone(Span(hours=14)))
    yield "optional[error]", Optional[FlyteError], FlyteError(message="m", failed_node_id="n")
    yield "dict", dict, {"a": 2**64}
    yield "dict", dict, {"a": 2**63}
    yield "dict[tuple,int]", Dict[tuple[int, int], int], {(1, 2): 1}
    for key, kind in [(Time(2024, 1, 1, tzinfo=UTC), Time), (Day(2024, 1, 1), Day)]:
        yield "dict[datetime,int]" if kind is Time else "dict[date,int]", Dict[kind, int], {key: 1}
    yield "dict[int,optional[str]]", Dict[int, Optional[str]], {1: None, 2: "a"}
    yield "dict[int,union[int,str]]", Dict[int, Union[int, str]], {1: 1, 2: "a"}
    yield "dict[int,dict[int,str]]", Dict[int, Dict[int, str]], {1: {2: "a"}}
    yield "union[record,dict]", Union[pair, dict], {"q": 1}
    yield "union[list[int],list[float]]", Union[List[int], List[float]], []
    yield "union[int,none,str]", Union[int, None, str], "s"


ROWS = [*scalars(), *containers(), *records(), *unions(), *around(), *untyped(), *refused(), *odd()]
