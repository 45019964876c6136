#!/bin/sh
# Draws the gallery with the programs of this tree.
set -eu
bin=$(mktemp -d)
trap 'rm -r "$bin"' EXIT
go build -o "$bin/" ../../cmd/lineage-graphviz
LINEAGE_GRAPHVIZ="$bin/lineage-graphviz" go run . . ../own-data/isles
