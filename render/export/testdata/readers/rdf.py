"""Reads linked data with rdflib: rdf.py TURTLE JSONLD QUERY...

Prints as JSON how many triples each file has, those that are in one of them
alone, and what each query finds.
"""
import json
import sys

import rdflib

turtle = rdflib.Graph().parse(sys.argv[1], format="turtle")
jsonld = rdflib.Graph().parse(sys.argv[2], format="json-ld")
a, b = set(turtle), set(jsonld)
json.dump({
    "turtle": len(a),
    "jsonld": len(b),
    "apart": sorted(" ".join(term.n3() for term in triple) for triple in a ^ b)[:20],
    "found": [sorted(" ".join(str(v) for v in row) for row in jsonld.query(query)) for query in sys.argv[3:]],
}, sys.stdout, ensure_ascii=False)
