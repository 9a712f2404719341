"""peers.py quantulum3|spacy FILE|--version [NAMES]: reads all paragraphs of a file with one tool."""
import importlib.metadata
import sys

tool, path = sys.argv[1:3]
if path == "--version":
    print(importlib.metadata.version(tool))
    sys.exit()

with open(path, encoding="utf-8") as file:
    paragraphs = [line for line in file if line.strip()]
found = 0
if tool == "quantulum3":
    from quantulum3 import parser

    for text in paragraphs:
        found += len(parser.parse(text))
else:
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    with open(sys.argv[3], encoding="utf-8") as file:
        ruler.add_patterns([{"label": "NAME", "pattern": line.strip()} for line in file])
    for text in paragraphs:
        found += len(pipeline(text).ents)
print(found)
